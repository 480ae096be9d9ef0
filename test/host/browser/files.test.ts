/** Files in a page behave as those on disk do. */
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as page from "../../../src/host/browser/files.js";
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
