/** Sums of a notebook's sources and of its outputs: whether someone has changed either after the hand-in was made. */
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { sumOf } from "../run/sums.js";

export function notebookSums({ cells }: Notebook): { readonly sources: string; readonly outputs: string } {
  const sources = cells.map(({ cell_type, source }) => [cell_type, source]);
  const outputs = cells.map((cell) => (cell.cell_type === "code" ? cell.outputs : []));
  return { sources: sumOf(JSON.stringify(sources)), outputs: sumOf(JSON.stringify(outputs)) };
}
