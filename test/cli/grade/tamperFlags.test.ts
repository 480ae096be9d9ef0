/** Sums tell what was changed by hand after the hand-in was made. */
import { describe, expect, it } from "vitest";
import { declaredIn } from "../../../src/cli/grade/declarations.js";
import { tamperFlags } from "../../../src/cli/grade/tamperFlags.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { notebookSums } from "../../../src/cli/submit/notebookSums.js";
import { sumOf } from "../../../src/cli/run/sums.js";

const path = "two-layer-net/notebooks/exercises.ipynb";
const notebook = (source: string, text: string): Notebook => ({ metadata: {}, cells: [{ cell_type: "code", id: "check-relu", metadata: {}, source, execution_count: 1, outputs: text === "" ? [] : [{ output_type: "stream", name: "stdout", text }] }] });
const handedIn = notebook("check()", "7 of 10 checks passed");
const summary = { notebooks: [{ notebook: "notebooks/exercises.ipynb", sums: notebookSums(handedIn) }] };
const kinds = (of: Notebook, told: unknown = summary, checks = {}): string[] => tamperFlags({ path, notebook: of, declared: declaredIn(of.cells) }, told, { checks }).map(({ kind }) => kind);

describe("a hand-in that was changed afterwards", () => {
  it("is told by its sums, by sources and by outputs", () => {
    expect(kinds(handedIn)).toEqual([]);
    expect(kinds(notebook("check()", "10 of 10 checks passed"))).toEqual(["outputsChanged"]);
    expect(kinds(notebook("check( )", "7 of 10 checks passed"))).toEqual(["summaryDiffers"]);
    expect(kinds(notebook("check()", ""))).toEqual([]);
  });

  it("is told where its check is not the one that was given out", () => {
    expect(kinds(handedIn, summary, { "check-relu": sumOf("checkLayer()") })).toEqual(["checkChanged"]);
  });

  it("is not believed, whatever its summary says", () => {
    for (const told of [{}, { notebooks: "x" }, { notebooks: [null, { notebook: 3 }] }, { notebooks: [{ notebook: "notebooks/exercises.ipynb" }] }, [], "text", 7]) expect(kinds(handedIn, told), JSON.stringify(told)).toEqual(["recordMissing"]);
    expect(kinds(handedIn, null)).toEqual([]);
  });
});
