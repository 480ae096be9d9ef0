import { beforeEach, describe, expect, it } from "vitest";
import { type Seed, SeededStore } from "../../../src/jupyter/page/seededStore.js";
import { MemoryStore } from "../server/memoryStore.js";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const seed = (path: string, content: string): Seed => ({ path, size: content.length, modified: new Date(1000), read: async () => new TextEncoder().encode(content) });

describe("a store that begins with what is given out", () => {
  let own: MemoryStore;
  let local: MemoryStore;
  let store: SeededStore;
  const build = (...seeds: Seed[]): SeededStore => new SeededStore(local, own, seeds);
  const names = async (path: string): Promise<string[]> => (await store.list(path)).map(({ name }) => name).sort();

  beforeEach(() => {
    [own, local] = [new MemoryStore(), new MemoryStore()];
    store = build(seed("a.ipynb", "a"), seed("ko/b.ipynb", "b"));
  });

  it("shows and reads what was not touched, and keeps none of it", async () => {
    expect(await names("")).toEqual(["a.ipynb", "ko"]);
    expect(await names("ko")).toEqual(["b.ipynb"]);
    expect(await store.look("ko")).toMatchObject({ name: "ko", kind: "folder" });
    expect(await store.look("ko/b.ipynb")).toMatchObject({ name: "b.ipynb", kind: "file", size: 1 });
    expect(await store.look("none")).toBeNull();
    expect(text(await store.read("a.ipynb"))).toBe("a");
    expect(await local.list("")).toEqual([]);
  });

  it("keeps what is written through another build, which brings the rest anew", async () => {
    await store.write("a.ipynb", "mine");
    store = build(seed("a.ipynb", "a, later"), seed("ko/b.ipynb", "b, later"));
    expect([text(await store.read("a.ipynb")), text(await store.read("ko/b.ipynb"))]).toEqual(["mine", "b, later"]);
    // By its time a front end knows that another page has written it.
    const looked = (await store.look("a.ipynb"))!;
    expect([looked.size, looked.modified.getTime() > 1000]).toEqual([4, true]);
    expect((await store.list("")).find(({ name }) => name === "a.ipynb")).toEqual(looked);
    store = build();
    expect(await names("")).toEqual(["a.ipynb"]);
  });

  it("does not show again what was removed", async () => {
    await store.write("a.ipynb", "mine");
    await store.remove("a.ipynb");
    await store.remove("ko/b.ipynb");
    store = build(seed("a.ipynb", "a, later"), seed("ko/b.ipynb", "b"));
    expect(await names("")).toEqual([]);
    await expect(store.read("a.ipynb")).rejects.toThrow("no file is at a.ipynb");
    await store.write("a.ipynb", "again");
    expect(text(await store.read("a.ipynb"))).toBe("again");
  });

  it("moves what is given out, alone and in its folder", async () => {
    await store.move("a.ipynb", "mine.ipynb");
    await store.move("ko", "korean");
    expect(await names("")).toEqual(["korean", "mine.ipynb"]);
    expect([text(await store.read("mine.ipynb")), text(await store.read("korean/b.ipynb"))]).toEqual(["a", "b"]);
  });
});
