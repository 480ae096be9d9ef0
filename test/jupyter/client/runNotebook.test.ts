import { expect, test } from "vitest";
import { runNotebook } from "../../../src/jupyter/client/runNotebook.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";

const notebook: Notebook = {
  metadata: {},
  cells: [{ cell_type: "code", id: "a", metadata: {}, source: "for (;;);", execution_count: null, outputs: [] }],
};

test("a cell that was stopped has begun, and is not said to have ended", async () => {
  const never = new Promise<never>(() => {});
  const client = { request: () => ({ id: "r", reply: never }) };
  const kernel = { client, process: { ended: never, ending: null }, info: {} } as unknown as Kernel;
  const told: string[] = [];
  const stop = new AbortController();
  const events = { cellStarts: () => void (told.push("starts"), stop.abort()), cellEnds: () => void told.push("ends"), note: () => {} };
  const { status } = await runNotebook(notebook, kernel, { seconds: 60, silence: 60 }, events, stop.signal);
  expect([status, told]).toEqual(["stopped", ["starts"]]);
});
