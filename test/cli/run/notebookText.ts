/** Notebooks made in a line, for the tests of the runner. */
type Metadata = Record<string, unknown>;

export function markdown(source: string, rest: Metadata = {}): Metadata {
  return { cell_type: "markdown", metadata: {}, source, ...rest };
}

export function code(source: string, tags: string[] = []): Metadata {
  return { cell_type: "code", metadata: tags.length > 0 ? { tags } : {}, source, outputs: [], execution_count: null };
}

/** The text of an .ipynb file of format 4.4, which has no cell ids, for the stock kernel. */
export function notebookText(cells: Metadata[], metadata: Metadata = {}): string {
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return JSON.stringify({ cells, metadata: { kernelspec, ...metadata }, nbformat: 4, nbformat_minor: 4 });
}
