/** The code cell that a command line means. */
import { closest, distance } from "fastest-levenshtein";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";

/**
 * The cell's number, counted from 1 over the code cells.
 *
 * @param wanted its id, or else its number
 * @param name of the notebook
 * @throws {RangeError} if there is no such code cell, with a near id and all there are
 */
export function codeCellNumber({ cells }: Notebook, wanted: string, name: string): number {
  const ids = cells.flatMap(({ cell_type, id }) => (cell_type === "code" ? [id] : []));
  const number = ids.indexOf(wanted) + 1 || (/^\d+$/.test(wanted) ? Number(wanted) : 0);
  if (number >= 1 && number <= ids.length) return number;
  const near = closest(wanted, ids);
  const hint = ids.length > 0 && distance(wanted, near) <= Math.max(2, wanted.length / 3) ? `; did you mean ${near}?` : ";";
  const known = ids.map((id, index) => `${index + 1} ${id}`).join(", ") || "none";
  const got = `${JSON.stringify(wanted)}${cells.some(({ id }) => id === wanted) ? ", a cell of text" : ""}`;
  throw new RangeError(
    `codeCellNumber: expected --until to be the id or number of a code cell of ${name}, got ${got}${hint} it has: ${known}`,
  );
}
