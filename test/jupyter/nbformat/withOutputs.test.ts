import { expect, test } from "vitest";
import type { Cell, Notebook, Output } from "../../../src/jupyter/nbformat/notebook.js";
import { withOutputs } from "../../../src/jupyter/nbformat/withOutputs.js";

const prints = (text: string): Output[] => [{ output_type: "stream", name: "stdout", text }];
const text = (id: string, source: string): Cell => ({ cell_type: "markdown", id, metadata: {}, source });
const code = (id: string, source: string, execution_count: number | null = null, outputs: Output[] = []): Cell => ({
  cell_type: "code", id, metadata: {}, source, execution_count, outputs,
});
const copy = (...cells: Cell[]): Notebook => ({ metadata: { lang: "en", run: { seconds: 1 } }, cells });
const notebook: Notebook = { metadata: { lang: "ko" }, cells: [text("a", "written later"), code("c", "f()"), code("d", "f()")] };

test("takes outputs from the copy and all else from the notebook", () => {
  const executed = copy(text("x", "old"), code("c", "f()", 1, prints("first")), text("y", "older"), code("d", "f()", 2, prints("second")));
  expect(withOutputs(notebook, executed)).toEqual({
    metadata: { lang: "ko" },
    cells: [text("a", "written later"), code("c", "f()", 1, prints("first")), code("d", "f()", 2, prints("second"))],
  });
  expect(notebook.cells[1]).toEqual(code("c", "f()"));
});

test("null where the code differs or there is more of it", () => {
  expect(withOutputs(notebook, copy(code("c", "f()"), code("d", "g()")))).toBe(null);
  expect(withOutputs(notebook, copy(code("c", "f()")))).toBe(null);
  expect(withOutputs(notebook, copy(code("c", "f()"), code("d", "f()"), code("e", "f()")))).toBe(null);
});
