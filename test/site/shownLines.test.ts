import { expect, test } from "vitest";
import type { CodeCell, Notebook, Output } from "../../src/jupyter/nbformat/notebook.js";
import { differences } from "./shownLines.js";

function shown(text: string, id = "losses", tags: string[] = []): Notebook {
  const output: Output = { output_type: "stream", name: "stdout", text };
  const cell: CodeCell = { cell_type: "code", id, metadata: { tags }, source: "", execution_count: 1, outputs: [output] };
  return { metadata: {}, cells: [cell] };
}

test("lines are compared one by one, and without the times that something took", () => {
  expect(differences(shown("a\nb"), shown("a\nc\nd"), "Firefox")).toEqual(["losses: c (Node: b)", "losses: d (Node: (nothing))"]);
  expect(differences(shown("Run 100 % |█| 2/2 · 0:01 · 2/s"), shown("Run 100 % |█| 2/2 · 0:02"), "Firefox")).toEqual([]);
  expect(differences(shown("Run 100 % |█| 2/2 · 0:01 · 2/s"), shown("Run 50 % |█| 1/2 · 0:02"), "Firefox")).toHaveLength(1);
  expect(differences(shown("tanh: 2 ms", "a", ["timing"]), shown("tanh: 3.5 ms", "a", ["timing"]), "Firefox")).toEqual([]);
});

test("last digits may be others where a browser's Math has others, and nowhere else", () => {
  const [node, page, far] = ["loss: 2.3025458445007376", "loss: 2.302545844500738", "loss: 2.3025459"].map((text) => shown(text));
  expect(differences(node!, page!, "Chromium")).toEqual([]);
  expect(differences(node!, page!, "Firefox")).toHaveLength(1);
  expect(differences(node!, far!, "Chromium")).toHaveLength(1);
  expect(differences(shown("a: 1e-16", "other"), shown("a: 2e-16", "other"), "Chromium")).toHaveLength(1);
  const same = "sigmoid: the same as the library's, ";
  expect(differences(shown(`${same}to the last bit`, "library-activations"), shown(`${same}but for rounding, 5.9e-16`, "library-activations"), "Chromium")).toEqual([]);
});
