import { typescript as ts } from "./tslab.js";

/** What the compiler says of a template literal and of a comment without an end. */
const WITHOUT_END = new Set([1160, 1010]);

/** Whether the code ends within a template literal or a comment, where tslab takes it for complete. */
export function isOpen(code: string): boolean {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022) as unknown as { parseDiagnostics: { code: number }[] };
  return file.parseDiagnostics.some((diagnostic) => WITHOUT_END.has(diagnostic.code));
}
