/** Brings the outputs of a run to the notebook as it stands now. */
import type { CodeCell, Notebook } from "../runner/notebook/notebook.js";

/**
 * The notebook with the outputs of its executed copy, which may have other texts: an answer that
 * was written after the run does not make the run worthless.
 *
 * @returns null if the code of the two differs
 */
export function withOutputs(notebook: Notebook, executed: Notebook): Notebook | null {
  const [mine, theirs] = [codeCells(notebook), codeCells(executed)];
  const same = mine.length === theirs.length && mine.every(({ source }, index) => source === theirs[index]!.source);
  if (!same) return null;
  const cells = notebook.cells.map((cell) => {
    const run = theirs[mine.indexOf(cell as CodeCell)];
    return run ? { ...(cell as CodeCell), execution_count: run.execution_count, outputs: run.outputs } : cell;
  });
  const { language_info, run } = executed.metadata;
  const ofRun = { ...(language_info !== undefined && { language_info }), ...(run !== undefined && { run }) };
  return { metadata: { ...notebook.metadata, ...ofRun }, cells };
}

function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code");
}
