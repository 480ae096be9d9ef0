import { expect, test } from "vitest";
import { frozenNotebook } from "../../../src/cli/freeze/frozenNotebook.js";
import type { CodeCell, Output } from "../../../src/jupyter/nbformat/notebook.js";

const code = (id: string, source: string, outputs: Output[] = []): CodeCell => ({
  cell_type: "code", id, metadata: { tags: ["x"] }, source, execution_count: outputs.length || null, outputs,
});
const display = (data: Record<string, unknown>): Output => ({ output_type: "display_data", data, metadata: { a: 1 } });
const text = { cell_type: "markdown", id: "t", metadata: {}, source: "my answer" } as const;

test("outputs come from the run, figures as pictures, all else from the notebook", () => {
  const printed = { output_type: "stream", name: "stdout", text: "1\n" } as const;
  const figure = display({ "text/html": "<div>", "application/vnd.plotly.v1+json": {}, "image/png": "iVBO", "text/plain": "[picture: p]" });
  const table = display({ "text/html": "<table>", "text/plain": "a b" });
  const notebook = { metadata: { title: "T" }, cells: [text, code("c", "f()", [display({ "text/plain": "old" })])] };
  const executed = {
    metadata: { title: "T", run: { seconds: 1 } },
    cells: [{ ...text, source: "older" }, code("c", "f()", [printed, figure, table])],
  };
  expect(frozenNotebook(notebook, executed, "n.ipynb")).toEqual({
    metadata: { title: "T" },
    cells: [text, { ...code("c", "f()"), execution_count: 3, outputs: [printed, display({ "image/png": "iVBO", "text/plain": "[picture: p]" }), table] }],
  });
});

test.each([[[code("c", "g()")]], [[]]])("a run of other code is refused", (cells) => {
  expect(() => frozenNotebook({ metadata: {}, cells: [code("c", "f()")] }, { metadata: {}, cells }, "ko/n.ipynb")).toThrow(
    new Error("frozenNotebook: expected ko/n.ipynb to have the code that ran, got other code: it was edited meanwhile; run again"),
  );
});
