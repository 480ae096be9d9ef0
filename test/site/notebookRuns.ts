/** Whole notebooks, run to their end: by the kernel of Node, and by that of a page. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { OutputCollector } from "../../src/jupyter/client/outputCollector.js";
import { runNotebook } from "../../src/jupyter/client/runNotebook.js";
import { startKernel } from "../../src/jupyter/client/startKernel.js";
import type { CodeCell, Notebook } from "../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { findKernelSpec } from "../../src/jupyter/protocol/kernelSpec.js";
import { pageClient } from "../jupyter/worker/clients.js";
import type { Site } from "../jupyter/worker/site.js";

const ROOT = join(import.meta.dirname, "../..");
/** Of a cell, in seconds. */
const PATIENCE = 300;

/** @param name such as `ko/tuning` */
export function given(name: string): Notebook {
  const path = pathOf(name);
  return readNotebook(readFileSync(path, "utf8"), path);
}

/** In a kernel of its own, without CIFAR-10, on the engine that pages have. */
export async function runInNode(name: string): Promise<Notebook> {
  const spec = findKernelSpec("two-layer-net", [join(ROOT, "jupyter")]);
  const kernel = await startKernel({ ...spec, env: { ...spec.env, CIFAR10_DIR: "", TWO_LAYER_NET_BACKEND: "wasm", TWO_LAYER_NET_LANG: languageOf(name) } }, dirname(pathOf(name)), 60);
  const events = { cellStarts() {}, cellEnds() {}, note() {} };
  try {
    const { notebook } = await runNotebook(given(name), kernel, { seconds: PATIENCE, silence: 5, keepGoing: true }, events);
    return notebook;
  } finally {
    await kernel.stop();
  }
}

/** In a page of its own. */
export async function runInPage(browser: Browser, site: Site, name: string): Promise<Notebook> {
  const folder = name.startsWith("ko/") ? "notebooks/ko" : "notebooks";
  const page = await pageClient(browser, site, { folder, lang: languageOf(name) });
  const notebook = given(name);
  const collector = new OutputCollector();
  try {
    for (const cell of codeCells(notebook)) {
      Object.assign(cell, { execution_count: null, outputs: [] });
      if (cell.source.trim() === "") continue;
      const done = collector.watch(cell.id, cell);
      const told = await page.run(cell.source, { stop_on_error: false });
      for (const { type, content } of told) collector.receive({ header: { msg_type: type }, parent: { msg_id: cell.id }, metadata: {}, content } as never);
      await done;
    }
    return notebook;
  } finally {
    await page.end();
  }
}

export function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
}

function pathOf(name: string): string {
  return join(ROOT, "notebooks", `${name}.ipynb`);
}

function languageOf(name: string): "en" | "ko" {
  return name.startsWith("ko/") ? "ko" : "en";
}
