/** Notebooks written for a test. */

export interface TestCell {
  readonly id: string;
  readonly source: string;
  readonly type?: "code" | "markdown";
  readonly outputs?: readonly object[];
}

/** The text of an .ipynb file. */
export function notebookText(cells: readonly TestCell[], title = "Test"): string {
  const notebook = {
    cells: cells.map(({ id, source, type = "code", outputs = [] }) => ({
      cell_type: type,
      ...(type === "code" ? { execution_count: null } : {}),
      id,
      metadata: {},
      ...(type === "code" ? { outputs } : {}),
      source: source.split(/(?<=\n)/),
    })),
    metadata: {
      kernelspec: { display_name: "TypeScript (two-layer-net)", language: "typescript", name: "two-layer-net" },
      language_info: { name: "typescript" },
      lang: "en",
      title,
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
