import type { BindingName, Identifier, Node, SourceFile, Statement } from "typescript";
import { blanks, withoutExportWords } from "./exportWords.js";
import type { TypeScript } from "./typescript.js";

/** What can be known of a cell before the compiler has looked at its types. */
export interface CellSyntax {
  /** The source as the compiler is to read it, of the same length and lines. */
  readonly text: string;
  /** The cell waits outside of any function. */
  readonly awaits: boolean;
  /** Its last statement is an expression, without a semicolon: its value is shown. */
  readonly showsValue: boolean;
  /** All names that it declares at its top, types among them. */
  readonly declares: ReadonlySet<string>;
  /** Those of them that may be assigned to. */
  readonly variables: ReadonlySet<string>;
  /** Those of them that it imports. */
  readonly imports: ReadonlySet<string>;
  /** Those of them that have a value for certain once the cell has come to its end. */
  readonly defines: ReadonlySet<string>;
  /** All identifiers, whatever they stand for. */
  readonly mentions: ReadonlySet<string>;
  /** Identifiers and texts: whatever may be a name, but for what it only imports. */
  readonly uses: ReadonlySet<string>;
  /** Modules, packages of types and files that it refers to. */
  readonly modules: ReadonlySet<string>;
  /** Its `declare global` blocks: each declaration by what it declares. */
  readonly globals: ReadonlyMap<string, string>;
}

/**
 * Reads the syntax of a cell.
 *
 * @param source TypeScript, of any correctness
 */
export function cellSyntax(ts: TypeScript, source: string): CellSyntax {
  const text = withoutExportWords(ts, parse(ts, source));
  // The empty export makes it a module, in which await is a keyword.
  const file = parse(ts, `${text}\nexport {};`);
  const statements = file.statements.slice(0, -1);
  const last = statements.at(-1);
  const names = new Names(ts);
  file.forEachChild((node) => names.look(node));
  for (const statement of statements) names.declare(statement);
  return {
    text,
    awaits: statements.some((statement) => awaitsOutsideFunctions(ts, statement)),
    showsValue: last !== undefined && ts.isExpressionStatement(last) && !last.getText(file).endsWith(";"),
    declares: names.declares,
    variables: names.variables,
    imports: names.imports,
    defines: names.defines,
    mentions: names.mentions,
    uses: names.uses,
    modules: new Set(modulesOf(ts, source)),
    globals: globalsOf(ts, file),
  };
}

/** The text of a cell without its `declare global` blocks. */
export function withoutGlobals(ts: TypeScript, text: string): string {
  if (!/\bglobal\b/.test(text)) return text;
  const blocks = parse(ts, text).statements.filter((statement) => isGlobalBlock(ts, statement));
  return blocks.reduce((all, { pos, end }) => all.slice(0, pos) + blanks(all.slice(pos, end)) + all.slice(end), text);
}

function modulesOf(ts: TypeScript, source: string): string[] {
  const { importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives } = ts.preProcessFile(source, true, true);
  return [importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives].flat().map(({ fileName }) => fileName);
}

function parse(ts: TypeScript, source: string): SourceFile {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022);
}

function awaitsOutsideFunctions(ts: TypeScript, node: Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier) return true;
  if (ts.isFunctionLike(node) || ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node)) return false;
  return ts.forEachChild(node, (child) => awaitsOutsideFunctions(ts, child) || undefined) ?? false;
}

class Names {
  readonly declares = new Set<string>();
  readonly variables = new Set<string>();
  readonly imports = new Set<string>();
  readonly defines = new Set<string>();
  readonly mentions = new Set<string>();
  readonly uses = new Set<string>();
  readonly #ts: TypeScript;

  constructor(ts: TypeScript) {
    this.#ts = ts;
  }

  /** Notes all identifiers, and what is declared by `var` deep within blocks: that may be passed over. */
  look(node: Node, inFunction = false): void {
    const ts = this.#ts;
    if (ts.isIdentifier(node)) this.mentions.add(node.text);
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) this.uses.add(node.text);
    const isVar = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0;
    if (isVar && !inFunction) for (const { name } of node.declarations) this.#declare(this.#namesIn(name), this.variables);
    const within = inFunction || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node);
    ts.forEachChild(node, (child) => {
      if (ts.isImportSpecifier(child) && !child.propertyName) this.mentions.add(child.name.text);
      else this.look(child, within);
    });
  }

  /** Notes what a statement of the cell's top declares. */
  declare(statement: Statement): void {
    const ts = this.#ts;
    if (ts.isVariableStatement(statement)) {
      const { declarations, flags } = statement.declarationList;
      const isVariable = (flags & ts.NodeFlags.BlockScoped) === 0 || (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Let;
      this.#declare(declarations.flatMap(({ name }) => this.#namesIn(name)), this.defines, ...(isVariable ? [this.variables] : []));
    } else if (ts.isImportDeclaration(statement)) {
      const { name, namedBindings } = statement.importClause ?? {};
      const others = !namedBindings ? [] : ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
      this.#declare([...(name ? [name] : []), ...others.map((binding) => binding.name)], this.imports, this.defines);
    } else if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)) {
      if (statement.name) this.#declare([statement.name], this.defines);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) {
      this.#declare([statement.name]);
    } else if (ts.isModuleDeclaration(statement) && ts.isIdentifier(statement.name) && !isGlobalBlock(ts, statement)) {
      this.#declare([statement.name]);
    }
  }

  #declare(names: readonly Identifier[], ...kinds: Set<string>[]): void {
    for (const { text } of names) {
      if (text === "") continue; // The compiler has put it where it missed one.
      for (const kind of [this.declares, ...kinds]) kind.add(text);
    }
  }

  #namesIn(name: BindingName): Identifier[] {
    const ts = this.#ts;
    if (ts.isIdentifier(name)) return [name];
    return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : this.#namesIn(element.name)));
  }
}

function isGlobalBlock(ts: TypeScript, statement: Statement): boolean {
  return ts.isModuleDeclaration(statement) && (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

function globalsOf(ts: TypeScript, file: SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of file.statements) {
    if (!isGlobalBlock(ts, statement) || !ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const declaration of statement.body.statements) found.set(declaredBy(ts, file, declaration), declaration.getText(file));
  }
  return found;
}

function declaredBy(ts: TypeScript, file: SourceFile, statement: Statement): string {
  const { name } = statement as { name?: Node };
  if (name) return `${statement.kind} ${name.getText(file)}`;
  if (!ts.isVariableStatement(statement)) return statement.getText(file);
  return statement.declarationList.declarations.map((declaration) => declaration.name.getText(file)).join();
}
