/**
 * Shows a place in a source text: two lines of context on either side, and a marker under the place.
 *
 * @param source the whole text
 * @param line 1-based
 * @param column 1-based
 * @param length how many characters to mark, at least 1; the marker stays on the line
 * @returns lines such as `> 2 | affine(x)` and `    | ^`
 */
export function codeFrame(source: string, line: number, column: number, length = 1): string[] {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.length, line + 2);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    frame.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} | ${text}`.trimEnd());
    if (number !== line) continue;
    // Tabs stay tabs, so that the marker lines up.
    const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
    const marks = Math.max(1, Math.min(length, text.length - column + 1));
    frame.push(`  ${" ".repeat(width)} | ${indent}${"^".repeat(marks)}`);
  }
  return frame;
}
