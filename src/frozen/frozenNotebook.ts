/** A notebook as it is committed: executed, and small. */
import type { CodeCell, Notebook, Output } from "../runner/notebook/notebook.js";

/**
 * The notebook with the outputs of its executed copy; of figures and images the picture remains, and
 * of the run's own record nothing.
 *
 * @throws {Error} if the copy is not of this notebook: another number of code cells, or other code
 */
export function frozenNotebook(notebook: Notebook, executed: Notebook): Notebook {
  const runs = new Map(executed.cells.map((cell) => [cell.id, cell]));
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const run = runs.get(cell.id);
    if (run?.cell_type !== "code" || run.source !== cell.source) {
      throw new Error(`frozenNotebook: expected the run of cell ${cell.id} to have its code, got another; run the notebook again`);
    }
    return { ...cell, execution_count: run.execution_count, outputs: run.outputs.map(stillOutput) } satisfies CodeCell;
  });
  return { metadata: notebook.metadata, cells };
}

/** Without the interactive forms of what has a picture. */
function stillOutput(output: Output): Output {
  if (!("data" in output) || !("image/png" in output.data)) return output;
  const kept = Object.entries(output.data).filter(([type]) => type === "image/png" || type === "text/plain");
  return { ...output, data: Object.fromEntries(kept) };
}
