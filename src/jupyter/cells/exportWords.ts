import type { SourceFile, Statement } from "typescript";
import type { TypeScript } from "./typescript.js";

/**
 * Takes the `export` off what a cell declares: every name of a cell is known to the cells behind it anyway, and people
 * paste from files. What is taken off becomes blanks, so that all else stays where it was.
 *
 * @param file a cell as parsed, of any correctness
 */
export function withoutExportWords(ts: TypeScript, file: SourceFile): string {
  if (!file.text.includes("export")) return file.text;
  return file.statements.reduce((text, statement) => {
    const [start, end, word] = exportWords(ts, file, statement) ?? [0, 0, ""];
    return text.slice(0, start) + blanks(text.slice(start, end), word) + text.slice(end);
  }, file.text);
}

/** From where to where what stands instead. */
function exportWords(ts: TypeScript, file: SourceFile, statement: Statement): [start: number, end: number, instead: string] | undefined {
  const start = statement.getStart(file);
  if (ts.isExportDeclaration(statement)) {
    if (!statement.moduleSpecifier) return [start, statement.end, ""];
    // `export { a } from "b"` makes a known; all the names of b, which `export *` stands for, cannot be told one by one.
    return statement.exportClause && [start, start + "export".length, "import"];
  }
  if (ts.isExportAssignment(statement)) {
    if (statement.isExportEquals) return undefined;
    return [start, statement.expression.getStart(file), NAMED_DEFAULT];
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const exported = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return undefined;
  const byDefault = modifiers.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const isNamed = !byDefault || (statement as { name?: unknown }).name !== undefined;
  return [exported.getStart(file), (byDefault ?? exported).end, isNamed ? "" : NAMED_DEFAULT];
}

/** As long as `export default`, which it replaces where what follows is a value without a name. */
const NAMED_DEFAULT = "let _default =";

/** Text of the same length and lines: a word, then blanks. */
export function blanks(text: string, word = ""): string {
  return word + text.slice(word.length).replace(/[^\r\n]/g, " ");
}
