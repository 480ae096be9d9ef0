/**
 * What the cells of a notebook declare, found by parsing and never by running: a moved, split, copied or renamed
 * cell, a syntax error in another, a loop without end at top level do no harm.
 */
import ts from "typescript";
import type { Cell } from "../../jupyter/nbformat/notebook.js";

/** A top-level statement that declares names. */
export interface Declaration {
  readonly names: readonly string[];
  /** The statement as it is written, without `export`. */
  readonly text: string;
  /** Of its code cell, counted from 1 over the code. */
  readonly cell: number;
  /** Of its first line in the cell, from 0. */
  readonly line: number;
  /** Whether the exercise is as it was given out: a stub that only says so. */
  readonly isStub: boolean;
}

/** An import: the local name, and the name in the package; `*` for all of it. */
export interface Imported {
  readonly local: string;
  readonly name: string;
  readonly from: string;
}

export interface CellError {
  readonly cell: number;
  readonly line: number;
  readonly message: string;
}

export interface Declared {
  readonly declarations: readonly Declaration[];
  readonly imports: readonly Imported[];
  readonly errors: readonly CellError[];
}

/** Characters of a cell that is parsed: nobody writes more by hand. */
const LONGEST = 200_000;
const STUB = /\bnotWritten\s*\(/;

/** The parser's list of errors, which its types leave out. */
type Parsed = ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };

export function declaredIn(cells: readonly Cell[]): Declared {
  const found = { declarations: [] as Declaration[], imports: [] as Imported[], errors: [] as CellError[] };
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  code.forEach(({ source }, index) => readCell(source.replaceAll("\r\n", "\n"), index + 1, found));
  return found;
}

function readCell(source: string, cell: number, found: { readonly declarations: Declaration[]; readonly imports: Imported[]; readonly errors: CellError[] }): void {
  if (source.length > LONGEST) {
    found.errors.push({ cell, line: 1, message: `${source.length} characters` });
    return;
  }
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS) as Parsed;
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const errors = file.parseDiagnostics;
  for (const { start, messageText } of errors.slice(0, 1)) found.errors.push({ cell, line: lineOf(start) + 1, message: ts.flattenDiagnosticMessageText(messageText, " ") });
  for (const statement of file.statements) {
    // what the error is in, or right behind, is not what was meant
    if (errors.some(({ start }) => start >= statement.getFullStart() && start <= statement.end)) continue;
    if (ts.isImportDeclaration(statement)) found.imports.push(...importedBy(statement));
    const names = namesOf(statement);
    if (names.length === 0) continue;
    const start = startOf(statement, file);
    const text = source.slice(start, statement.end);
    found.declarations.push({ names, text, cell, line: lineOf(start), isStub: STUB.test(text) });
  }
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.body && statement.name ? [statement.name.text] : [];
  if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  return [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** Behind `export` and `default`, which have no place inside of a function. */
function startOf(statement: ts.Statement, file: ts.SourceFile): number {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const next = modifiers.find(({ kind }) => kind !== ts.SyntaxKind.ExportKeyword && kind !== ts.SyntaxKind.DefaultKeyword && kind !== ts.SyntaxKind.DeclareKeyword);
  if (next) return next.getStart(file);
  const last = modifiers.at(-1);
  return last ? last.end + (/^\s*/.exec(file.text.slice(last.end))?.[0].length ?? 0) : statement.getStart(file);
}

function importedBy({ importClause, moduleSpecifier }: ts.ImportDeclaration): Imported[] {
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  const bindings = importClause?.namedBindings;
  const whole = importClause?.name ? [{ local: importClause.name.text, name: "*", from }] : [];
  if (!bindings) return whole;
  if (ts.isNamespaceImport(bindings)) return [...whole, { local: bindings.name.text, name: "*", from }];
  return [...whole, ...bindings.elements.map(({ name, propertyName }) => ({ local: name.text, name: (propertyName ?? name).text, from }))];
}
