/** Brings the outputs of a run to the notebook as it stands now. */
import type { CodeCell, Notebook } from "./notebook.js";

/**
 * The notebook with the outputs of an executed copy, which may have other texts: an answer that
 * was written after the run does not make the run worthless.
 *
 * @returns null if the code of the two differs
 */
export function withOutputs({ metadata, cells }: Notebook, executed: Notebook): Notebook | null {
  const [mine, theirs] = [codeCells(cells), codeCells(executed.cells)];
  const same = mine.length === theirs.length && mine.every(({ source }, index) => source === theirs[index].source);
  if (!same) return null;
  const runs = theirs.values();
  const fill = (cell: CodeCell): CodeCell => {
    const { execution_count, outputs } = runs.next().value!;
    return { ...cell, execution_count, outputs };
  };
  return { metadata, cells: cells.map((cell) => (cell.cell_type === "code" ? fill(cell) : cell)) };
}

function codeCells(cells: Notebook["cells"]): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code");
}
