import type { BindingName, Node, SourceFile, Statement } from "@tslab/typescript-for-tslab";
import { typescript as ts } from "./tslab.js";

/** What the kernel must know of a cell's syntax. */
export interface TopLevel {
  /** The cell waits outside of any function. */
  awaits: boolean;
  /** Its last expression ends with a semicolon: its value is not shown. */
  hidesValue: boolean;
  /** The names that have a value once the cell has come to its end. */
  defines: Set<string>;
}

/**
 * Reads the syntax of a cell.
 *
 * @param source TypeScript, of any correctness
 */
export function topLevel(source: string): TopLevel {
  // The empty export makes it a module, in which await is a keyword.
  const file = ts.createSourceFile("cell.ts", `${source}\nexport {};`, ts.ScriptTarget.ES2022, true);
  return { awaits: file.statements.some(awaitsOutsideFunctions), hidesValue: hidesValue(file), defines: new Set(file.statements.flatMap(namesOf)) };
}

function awaitsOutsideFunctions(node: Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier) return true;
  if (ts.isFunctionLike(node) || ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node)) return false;
  return ts.forEachChild(node, (child) => awaitsOutsideFunctions(child) || undefined) ?? false;
}

function hidesValue(file: SourceFile): boolean {
  const last = file.statements.findLast((statement) => ts.isExpressionStatement(statement));
  return last !== undefined && last.getText(file).endsWith(";");
}

/** Not those of a `var` in a block, which may be passed over. */
function namesOf(statement: Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const others = !namedBindings ? [] : ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
    return [...(name ? [name.text] : []), ...others.map((binding) => binding.name.text)];
  }
  const isNamed = ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function namesIn(name: BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}
