/** Formulas in tables: there `|` parts columns, but not inside a formula such as `$|x|$`. */

const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const FENCE = /^\s*(```|~~~)/;
const FORMULA = /(?<!\\)\$(?![\s$])((?:\\[^]|[^\\$])+?)(?<!\s)\$(?!\d)/g;

/** The text with each `|` in a table's formulas escaped; the table's own rule takes the escape away. */
export function escapeTableMath(text: string): string {
  if (!text.includes("$")) return text;
  const lines = text.split("\n");
  let fenced = false;
  let inTable = false;
  return lines
    .map((line, index) => {
      if (FENCE.test(line)) fenced = !fenced;
      const next = lines[index + 1] ?? "";
      const begins = line.includes("|") && next.includes("|") && DELIMITER_ROW.test(next);
      inTable = !fenced && line.trim() !== "" && (inTable || begins);
      return inTable ? line.replaceAll(FORMULA, (formula) => formula.replaceAll("|", "\\|")) : line;
    })
    .join("\n");
}
