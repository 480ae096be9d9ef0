import type { Diagnostic } from "typescript";
import type { TypeScript } from "../cells/typescript.js";

/** Whether code could be run as it stands; if not, how far the next line is to be indented. */
export type Completeness = { readonly status: "complete" } | { readonly status: "incomplete"; readonly indent: string };

/** What the compiler says of a template literal and of a comment without an end. */
const WITHOUT_END = new Set([1160, 1010]);
/** Who leaves two lines blank wants it to run. */
const TWO_BLANK_LINES = /(?:^|\n)[^\S\n]*\n\s*$/;
const CLOSES = /^\s*[\]})]/;
const OPENS = /[([{][^\])}"'`]*$/;
const INDENT = "  ";

/** Says whether something of the code is open at its end: a bracket, a text, a comment. */
export function completeness(ts: TypeScript, code: string): Completeness {
  const found = ts.createSourceFile("cell.tsx", code, ts.ScriptTarget.Latest) as unknown as { parseDiagnostics: Diagnostic[] };
  if (found.parseDiagnostics.some(({ code: finding }) => WITHOUT_END.has(finding))) return { status: "incomplete", indent: "" };
  if (TWO_BLANK_LINES.test(code)) return { status: "complete" };
  const lacks = ({ start, length, messageText }: Diagnostic): boolean => start === code.length && length === 0 && typeof messageText === "string" && messageText.endsWith(" expected.");
  return found.parseDiagnostics.some(lacks) ? { status: "incomplete", indent: indentBehind(code) } : { status: "complete" };
}

function indentBehind(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)![0];
  if (CLOSES.test(line)) return indent.endsWith(INDENT) ? indent.slice(0, -INDENT.length) : indent.slice(0, -1);
  return OPENS.test(line) ? indent + INDENT : indent;
}
