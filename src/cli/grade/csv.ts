/** Tables for spreadsheets: RFC 4180, with a mark by which Excel knows UTF-8, and no text that a spreadsheet takes for a formula. */

export type Field = string | number | null;

export function csvText(rows: readonly (readonly Field[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(fieldText).join(",")}\r\n`).join("")}`;
}

function fieldText(field: Field): string {
  if (field === null) return "";
  if (typeof field === "number") return String(field);
  // behind spaces and control characters too, which spreadsheets skip
  const text = /^[\s\u0000-\u001f]*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(field) ? `'${field}` : field;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
