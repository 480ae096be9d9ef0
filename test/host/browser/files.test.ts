/** Files in a page behave as those on disk do. */
import { mkdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import * as page from "../../../src/host/browser/files.js";
import { pageKernel } from "../../../src/host/browser/pageKernel.js";
import * as node from "../../../src/host/node/files.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

describe.each(Object.entries({ page, node }))("files of %s", (kind, files) => {
  const folder = kind === "node" ? temporaryFolder() : "folder";
  const path = files.joined(folder, "inner", "a.bin");
  const bytes = Uint8Array.of(1, 2, 3, 4, 5);

  it("are written whole, listed, measured and read", () => {
    if (kind === "node") mkdirSync(files.joined(folder, "inner"));
    files.write(path, bytes);
    files.write(files.joined(folder, "b.bin"), bytes.subarray(1));
    expect(Array.from(files.read(path))).toEqual([1, 2, 3, 4, 5]);
    expect(files.list(folder).sort()).toEqual(["b.bin", "inner"]);
    expect(files.sizeOf(path)).toBe(5);
    expect([path, folder, files.joined(folder, "inner"), files.joined(folder, "c")].map(files.exists)).toEqual([true, true, true, false]);
  });

  it("stay as they were written", () => {
    const mine = Uint8Array.of(7);
    files.write(path, mine);
    mine[0] = 8;
    files.read(path)[0] = 9;
    expect(Array.from(files.read(path))).toEqual([7]);
  });

  it("are read in pieces, with what is left as the last one", () => {
    files.write(path, bytes);
    const pieces: number[][] = [];
    files.readPieces(path, (fill) => {
      for (let i = 0; i < 3; i++) {
        const piece = new Uint8Array(3);
        pieces.push(Array.from(piece.subarray(0, fill(piece))));
      }
    });
    expect(pieces).toEqual([[1, 2, 3], [4, 5], []]);
  });

  it("that are not there say so by their code", () => {
    const missing = files.joined(folder, "none");
    for (const look of [files.read, files.list, files.sizeOf]) expect(() => look(missing)).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});

describe("files of a page that are too large for its memory", () => {
  const asked: [number, number][] = [];
  const bytes = Uint8Array.of(1, 2, 3, 4, 5);
  const file = { size: 5, read: (from: number, to: number) => (asked.push([from, to]), bytes.slice(from, to)) };

  afterEach(() => {
    delete pageKernel.large;
    asked.length = 0;
  });

  it("are listed and measured without being read, and read in pieces", () => {
    pageKernel.large = new Map([["/large/inner/a.bin", file]]);
    expect([page.exists("/large"), page.exists("/large/inner/a.bin"), page.exists("/large/b.bin")]).toEqual([true, true, false]);
    expect([page.list("/large"), page.list("/large/inner"), page.sizeOf("/large/inner/a.bin")]).toEqual([["inner"], ["a.bin"], 5]);
    expect(asked).toEqual([]);
    const pieces: number[][] = [];
    page.readPieces("/large/inner/a.bin", (fill) => {
      for (let i = 0; i < 2; i++) {
        const piece = new Uint8Array(3);
        pieces.push(Array.from(piece.subarray(0, fill(piece))));
      }
    });
    expect([pieces, asked]).toEqual([[[1, 2, 3], [4, 5]], [[0, 3], [3, 5]]]);
    expect(Array.from(page.read("/large/inner/a.bin"))).toEqual([1, 2, 3, 4, 5]);
  });

  it("are hidden by a file that is written at their place", () => {
    pageKernel.large = new Map([["/large/c.bin", file]]);
    page.write("/large/c.bin", Uint8Array.of(9));
    expect([Array.from(page.read("/large/c.bin")), page.sizeOf("/large/c.bin"), page.list("/large"), asked]).toEqual([[9], 1, ["c.bin"], []]);
    page.removeFile("/large/c.bin");
    expect(page.sizeOf("/large/c.bin")).toBe(5);
  });
});
