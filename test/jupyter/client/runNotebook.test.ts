import { expect, test } from "vitest";
import { runNotebook } from "../../../src/jupyter/client/runNotebook.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";

/** A kernel that never answers. */
const silent = {
  client: { request: () => ({ id: "r", reply: new Promise(() => {}) }) },
  process: { ending: null, text: "", ended: new Promise(() => {}) },
  info: {},
} as unknown as Kernel;

const notebook: Notebook = {
  metadata: {},
  cells: ["a", "b"].map((id) => ({ cell_type: "code", id, metadata: {}, source: "1", execution_count: null, outputs: [] })),
};

test("a stop is the end of the run, and of no cell", async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  const events = {
    cellStarts(number: number) {
      seen.push(`start ${number}`);
      stop.abort();
    },
    cellEnds: (number: number) => seen.push(`end ${number}`),
    note: (text: string) => seen.push(text),
  };
  const result = await runNotebook(notebook, silent, { seconds: 60, silence: 5 }, events, stop.signal);
  expect(result).toMatchObject({ status: "stopped", codeCells: 2, kernelLost: false });
  expect(result.failure).toBeUndefined();
  expect(seen).toEqual(["start 1"]);
});
