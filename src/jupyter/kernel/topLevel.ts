import type { Node, SourceFile } from "@tslab/typescript-for-tslab";
import { typescript as ts } from "./tslab.js";

/** What the kernel must know of a cell's syntax. */
export interface TopLevel {
  /** The cell waits outside of any function. */
  awaits: boolean;
  /** Its last expression ends with a semicolon: its value is not shown. */
  hidesValue: boolean;
}

/**
 * Reads the syntax of a cell.
 *
 * @param source TypeScript, of any correctness
 */
export function topLevel(source: string): TopLevel {
  // The empty export makes it a module, in which await is a keyword.
  const file = ts.createSourceFile("cell.ts", `${source}\nexport {};`, ts.ScriptTarget.ES2022, true);
  return { awaits: file.statements.some(awaitsOutsideFunctions), hidesValue: hidesValue(file) };
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
