/** A kernel as far as cells see it: tslab's module with the function that sends display messages. */
import { createRequire } from "node:module";
import type { DisplayContent } from "../../src/notebook/display/display.js";

export interface Sent {
  readonly content: DisplayContent;
  readonly update: boolean;
}

const { cache } = createRequire(import.meta.url);

/** Runs a function as a cell of a kernel, and returns what it sent. */
export function inKernel(cell: () => void, path = "/somewhere/node_modules/tslab/dist/jupyter.js"): Sent[] {
  const sent: Sent[] = [];
  const lastWriteDisplayData = (content: DisplayContent, update: boolean) => void sent.push({ content, update });
  cache[path] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
  try {
    cell();
  } finally {
    delete cache[path];
  }
  return sent;
}
