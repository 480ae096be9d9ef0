import type { Cells } from "../cells/cells.js";
import { KERNEL_NAME } from "../protocol/kernelName.js";

/** The names that fit at a place, and what of the code they take the place of. */
export interface Completions {
  readonly matches: string[];
  readonly start: number;
  readonly end: number;
}

/** TypeScript's own order: members and what the code itself declares come before the names of every program. */
const GLOBAL = "15";

/** An import whose braces are open at the cursor, and what follows on its line. */
const OPEN_IMPORT = /(?:^|[\n;])[ \t]*import\s+(?:type\s+)?\{[^}"';]*$/;
const MODULE_BEHIND = /^[^\n}]*\bfrom\s*(["'][^"'\n]+["'])/;

/**
 * Completes what is being written.
 *
 * Where nothing of a name is there yet, the names of every program are left out, which nobody looks through, unless
 * there are no others than these. The names of an import that does not say from where yet are the library's.
 */
export function completions(cells: Cells, code: string, cursor: number): Completions {
  const { start, end, entries } = cells.complete(withModule(code, cursor), cursor);
  const own = start === end ? entries.filter(({ name, sortText }) => cells.has(name) || sortText < GLOBAL) : [];
  const matches = (own.length > 0 ? own : entries).map(({ name }) => name);
  return { matches, start, end: Math.min(end, code.length) };
}

/** The code with the braces closed and a module named, if its cursor stands in an import that lacks them. */
function withModule(code: string, cursor: number): string {
  const [before, after] = [code.slice(0, cursor), code.slice(cursor)];
  const line = /^[^\n]*/.exec(after)![0];
  if (!OPEN_IMPORT.test(before) || line.includes("}")) return code;
  const behind = MODULE_BEHIND.exec(line);
  const module = behind?.[1] ?? JSON.stringify(KERNEL_NAME);
  return `${before} } from ${module};${after.slice(line.length)}`;
}
