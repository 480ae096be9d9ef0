import { linkSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomic } from "../../src/files/writeFileAtomic.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe("writeFileAtomic", () => {
  it("writes the bytes, makes folders, and leaves nothing else", () => {
    const path = join(folder, "a", "b", "file.bin");
    writeFileAtomic(path, Uint8Array.of(1, 2, 3));
    writeFileAtomic(path, Uint8Array.of(4));
    expect([...readFileSync(path)]).toEqual([4]);
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["file.bin"]);
  });

  it("writes text, and leaves what stood there whole for those who still read it", () => {
    const [path, reader] = [join(folder, "page.html"), join(folder, "reader.html")] as const;
    writeFileAtomic(path, "하나");
    linkSync(path, reader);
    writeFileAtomic(path, "둘");
    expect([path, reader].map((file) => readFileSync(file, "utf8"))).toEqual(["둘", "하나"]);
  });

  it("says what to do when it cannot, and leaves no half of a file", () => {
    const path = join(folder, "taken");
    mkdirSync(path);
    expect(() => writeFileAtomic(path, Uint8Array.of(1))).toThrow(
      new RegExp(`^could not write ${path} \\(E.+\\); make room or choose another folder\\. Nothing there was changed$`),
    );
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
