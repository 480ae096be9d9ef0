import { expect, test } from "vitest";
import { frozenDifferences } from "./frozenDifferences.js";
import type { CodeCell, Notebook, Output } from "../../../src/jupyter/nbformat/notebook.js";

const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const display = (data: Record<string, unknown>): Output => ({ output_type: "display_data", data, metadata: {} });
function notebook(outputs: Output[], tags: string[] = [], id = "c"): Notebook {
  const cell: CodeCell = { cell_type: "code", id, metadata: { tags }, source: "", execution_count: 1, outputs };
  return { metadata: {}, cells: [{ cell_type: "markdown", id: "m", metadata: {}, source: "" }, cell] };
}

test("the same texts agree, whatever pictures and HTML say", () => {
  const committed = notebook([stream("a\n"), display({ "image/png": "x", "text/plain": "[picture: p]" }), display({ "text/html": "h", "text/plain": "t" })]);
  const executed = notebook([stream("a\n"), display({ "image/png": "y", "text/plain": "[picture: p]", "text/html": "" }), display({ "text/html": "g", "text/plain": "t" })]);
  expect(frozenDifferences(committed, executed)).toEqual([]);
});

test("other texts, another error, a missing output or cell differ", () => {
  const error = (evalue: string): Output => ({ output_type: "error", ename: "E", evalue, traceback: [] });
  expect(frozenDifferences(notebook([stream("a\n")]), notebook([stream("b\n")]))).toEqual(["cell c shows\na\n\nand gives now\nb\n"]);
  expect(frozenDifferences(notebook([error("x")]), notebook([error("y")]))).toHaveLength(1);
  expect(frozenDifferences(notebook([display({ "text/plain": "t" })]), notebook([]))).toEqual(["cell c shows\nt\n\nand gives now\n"]);
  expect(frozenDifferences(notebook([display({ "image/png": "x" })]), notebook([]))).toEqual(["cell c shows\n(image/png)\n\nand gives now\n"]);
  expect(frozenDifferences(notebook([]), notebook([], [], "d"))).toEqual(["cell c shows\n\nand gives now\n(no such cell)"]);
});

test.each(["timing", "machine"])("cells tagged %s may differ", (tag) => {
  expect(frozenDifferences(notebook([stream("1 ms\n")], [tag]), notebook([stream("2 ms\n")], [tag]))).toEqual([]);
});

test("how long something took may differ, and what came of it may not", () => {
  const run = (seconds: string, accuracy: string) =>
    notebook([display({ "text/plain": `Training 100 % |███████████████████▌| 9/9 · 0:${seconds} · 104/s` }), stream(accuracy)]);
  expect(frozenDifferences(run("04", "0.5"), run("16", "0.5"))).toEqual([]);
  expect(frozenDifferences(run("04", "0.5"), run("04", "0.6"))).toHaveLength(1);
});
