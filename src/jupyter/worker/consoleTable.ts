/** What `console.table` prints, as in Node. */
import { inspect } from "#inspect";

const [INDEX, ITERATION, KEY, VALUES] = ["(index)", "(iteration index)", "Key", "Values"];
/** Letters that take the room of two. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;

/**
 * A table of rows with lines around its cells.
 *
 * @param data a list, an object, a Map or a Set
 * @param only the columns to show; default all
 * @returns undefined for what is no table
 */
export function consoleTable(data: unknown, only?: readonly string[]): string | undefined {
  if (data === null || typeof data !== "object") return undefined;
  if (data instanceof Map) return drawn([[ITERATION, numbers(data.size)], [KEY, [...data.keys()].map(shown)], [VALUES, [...data.values()].map(shown)]]);
  if (data instanceof Set) return drawn([[ITERATION, numbers(data.size)], [VALUES, [...data].map(shown)]]);
  const rows = Object.entries(data);
  const columns = new Map<string, string[]>((only ?? []).map((name) => [name, []]));
  const values: string[] = [];
  for (const [i, [, row]] of rows.entries()) {
    if (isPrimitive(row)) {
      values[i] = shown(row);
      continue;
    }
    for (const name of only ?? Object.keys(row)) {
      const column = columns.get(name) ?? columns.set(name, []).get(name)!;
      if (Object.hasOwn(row, name)) column[i] = shown((row as Record<string, unknown>)[name]);
    }
  }
  return drawn([[INDEX, rows.map(([name]) => name)], ...columns, ...(values.length > 0 && only === undefined ? [[VALUES, values] as const] : [])]);
}

function isPrimitive(value: unknown): value is string | number | boolean | bigint | symbol | null | undefined {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

/** Small objects to their second level, large ones by their kind alone. */
function shown(value: unknown): string {
  const isLarge = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { depth: isLarge ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i));
}

function drawn(columns: readonly (readonly [name: string, cells: readonly string[]])[]): string {
  const height = columns[0]![1].length;
  // A row that lacks a column has no cell in it.
  const widths = columns.map(([name, cells]) => Math.max(...[name, ...cells].map((cell) => room(cell ?? ""))));
  const rule = (left: string, middle: string, right: string): string => `${left}${widths.map((width) => "─".repeat(width + 2)).join(middle)}${right}`;
  const line = (cells: readonly string[]): string => `│ ${cells.map((cell, i) => cell + " ".repeat(widths[i]! - room(cell))).join(" │ ")} │`;
  const rows = numbers(height).map((_, row) => line(columns.map(([, cells]) => cells[row] ?? "")));
  return [rule("┌", "┬", "┐"), line(columns.map(([name]) => name)), rule("├", "┼", "┤"), ...rows, rule("└", "┴", "┘")].join("\n");
}

function room(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
