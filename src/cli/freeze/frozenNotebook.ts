/** A notebook as it is committed: executed, and small. */
import type { Notebook, Output } from "../../jupyter/nbformat/notebook.js";
import { withOutputs } from "../../jupyter/nbformat/withOutputs.js";

/**
 * The notebook with the outputs of its executed copy; of figures and images the picture remains, and
 * of the run's own record nothing.
 *
 * @param path what the error calls the notebook
 * @throws {Error} if the copy is not of this notebook: another number of code cells, or other code
 */
export function frozenNotebook(notebook: Notebook, executed: Notebook, path: string): Notebook {
  const filled = withOutputs(notebook, executed);
  if (filled === null) throw new Error(`frozenNotebook: expected ${path} to have the code that ran, got other code: it was edited meanwhile; run again`);
  const { metadata, cells } = filled;
  return { metadata, cells: cells.map((cell) => (cell.cell_type === "code" ? { ...cell, outputs: cell.outputs.map(pictureAlone) } : cell)) };
}

/** Of what has a picture, that and its text: paper takes HTML that needs no script too, a committed file the smallest. */
function pictureAlone(output: Output): Output {
  if (!("data" in output) || !("image/png" in output.data)) return output;
  const kept = Object.entries(output.data).filter(([type]) => type === "image/png" || type === "text/plain");
  return { ...output, data: Object.fromEntries(kept) };
}
