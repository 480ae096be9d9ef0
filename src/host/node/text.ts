/** Values as text, here as Node prints them: see `browser/text.ts` for a page. */
export { format, inspect } from "node:util";

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
