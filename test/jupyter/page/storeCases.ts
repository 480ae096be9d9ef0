/** What every store does, by name: what is asked of it, and what comes of it. */
import type { Entry, Store } from "../../../src/jupyter/server/store.js";

interface Case {
  readonly ask: (store: Store) => Promise<unknown>;
  readonly answer: unknown;
}

const text = async (store: Store, path: string): Promise<string> => new TextDecoder().decode(await store.read(path));
const said = (entry: Entry | null): unknown => entry && [entry.name, entry.kind, entry.size, entry.writable];
const names = async (store: Store, path: string): Promise<string[]> => (await store.list(path)).map(({ name, kind }) => (kind === "folder" ? `${name}/` : name)).sort();

export const cases: Readonly<Record<string, Case>> = {
  "knows nothing of what is not there": { ask: async (store) => [await store.look("a"), await store.read("a").then(() => "read", () => "refused")], answer: [null, "refused"] },
  "has a folder of its own": { ask: async (store) => said(await store.look("")), answer: ["", "folder", 0, true] },
  "keeps texts and bytes": {
    ask: async (store) => {
      await store.write("a.txt", "한글");
      await store.write("b.bin", new Uint8Array([0, 255]));
      return [await text(store, "a.txt"), said(await store.look("a.txt")), [...(await store.read("b.bin"))]];
    },
    answer: ["한글", ["a.txt", "file", 6, true], [0, 255]],
  },
  "writes over what is there, and keeps when it was made": {
    ask: async (store) => {
      await store.write("a.txt", "one");
      const before = await store.look("a.txt");
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.write("a.txt", "two, longer");
      const after = await store.look("a.txt");
      return [await text(store, "a.txt"), after!.size, after!.modified > before!.modified];
    },
    answer: ["two, longer", 11, true],
  },
  "makes folders on the way, and lists what is in each": {
    ask: async (store) => {
      await store.write("a/b/c.txt", "");
      await store.makeFolder("a/d/e");
      await store.write("ab.txt", "");
      return [await names(store, ""), await names(store, "a"), await names(store, "a/b"), said(await store.look("a/d"))];
    },
    answer: [["a/", "ab.txt"], ["b/", "d/"], ["c.txt"], ["d", "folder", 0, true]],
  },
  "moves a file": {
    ask: async (store) => {
      await store.write("a.txt", "x");
      await store.move("a.txt", "new/b.txt");
      return [await names(store, ""), await text(store, "new/b.txt"), await store.look("a.txt")];
    },
    answer: [["new/"], "x", null],
  },
  "moves a folder with all that is in it, and not its neighbour": {
    ask: async (store) => {
      await store.write("a/b/c.txt", "x");
      await store.write("ab/c.txt", "y");
      await store.move("a", "z");
      return [await names(store, ""), await text(store, "z/b/c.txt"), await text(store, "ab/c.txt")];
    },
    answer: [["ab/", "z/"], "x", "y"],
  },
  "removes a file, and an empty folder": {
    ask: async (store) => {
      await store.write("a/b.txt", "x");
      await store.remove("a/b.txt");
      const between = await names(store, "");
      await store.remove("a");
      return [between, await names(store, "")];
    },
    answer: [["a/"], []],
  },
};
