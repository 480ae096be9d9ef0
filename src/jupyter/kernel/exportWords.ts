import type { Statement } from "@tslab/typescript-for-tslab";
import { typescript as ts } from "./tslab.js";

/**
 * Takes the `export` off what a cell declares: every name of a cell is known to the cells behind it anyway, and people
 * paste from files. What is taken off becomes blanks, so that all else stays where it was.
 *
 * @param source of a cell, of any correctness
 */
export function withoutExportWords(source: string): string {
  if (!source.includes("export")) return source;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements.reduce((text, statement) => {
    const [start, end, word] = exportWords(statement) ?? [0, 0, ""];
    return text.slice(0, start) + blanks(text.slice(start, end), word) + text.slice(end);
  }, source);
}

/** From where to where what stands instead. */
function exportWords(statement: Statement): [start: number, end: number, instead: string] | undefined {
  const start = statement.getStart();
  if (ts.isExportDeclaration(statement)) {
    if (!statement.moduleSpecifier) return [start, statement.end, ""];
    // `export { a } from "b"` makes a known; all the names of b, which `export *` stands for, cannot be told one by one.
    return statement.exportClause && [start, start + "export".length, "import"];
  }
  if (ts.isExportAssignment(statement)) {
    if (statement.isExportEquals) return undefined;
    return [start, statement.expression.getStart(), NAMED_DEFAULT];
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const exported = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return undefined;
  const byDefault = modifiers.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const isNamed = !byDefault || (statement as { name?: unknown }).name !== undefined;
  return [exported.getStart(), (byDefault ?? exported).end, isNamed ? "" : NAMED_DEFAULT];
}

/** As long as `export default`, which it replaces where what follows is a value without a name. */
const NAMED_DEFAULT = "let _default =";

function blanks(text: string, word: string): string {
  return word + text.slice(word.length).replace(/[^\r\n]/g, " ");
}
