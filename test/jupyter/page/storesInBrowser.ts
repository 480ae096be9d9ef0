/** The part of the test of stores that runs in a page. */
import { IndexedStore } from "../../../src/jupyter/page/indexedStore.js";
import { cases } from "./storeCases.js";

Object.assign(globalThis, {
  ask: async (name: string) => {
    const { files } = await IndexedStore.open(`test ${name}`, ["files", "own"] as const);
    return cases[name]!.ask(files);
  },
  again: async (name: string) => {
    const { files, own } = await IndexedStore.open(`test ${name}`, ["files", "own"] as const);
    return [(await files.list("")).length, (await own.list("")).length];
  },
});
