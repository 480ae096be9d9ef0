import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomic } from "../../../src/host/node/writeFileAtomic.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atomic-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("writeFileAtomic", () => {
  it("writes the bytes, makes folders, and leaves nothing else", () => {
    const path = join(folder, "a", "b", "file.bin");
    writeFileAtomic(path, Uint8Array.of(1, 2, 3));
    writeFileAtomic(path, Uint8Array.of(4));
    expect([...readFileSync(path)]).toEqual([4]);
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["file.bin"]);
  });

  it("leaves what stood there whole for those who still read it", () => {
    const path = join(folder, "file.txt");
    writeFileAtomic(path, "öne");
    linkSync(path, join(folder, "reader.txt"));
    writeFileAtomic(path, "two");
    expect([path, join(folder, "reader.txt")].map((file) => readFileSync(file, "utf8"))).toEqual(["two", "öne"]);
  });

  it("removes what a killed writer of the same file left, and nothing else", () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const others = [`file.npz.${process.ppid}.tmp`, `other.npz.${dead}.tmp`, `file.npz.${dead}.tmp.txt`, "file.npz.tmp", `file.npz.x${dead}.tmp`];
    for (const name of [...others, `file.npz.${dead}.tmp`, `file.npz.${process.pid}.tmp`]) writeFileSync(join(folder, name), "half");
    writeFileAtomic(join(folder, "file.npz"), "whole");
    expect(readdirSync(folder).sort()).toEqual([...others, "file.npz"].sort());
  });

  it("says what to do when it cannot, and leaves no half of a file", () => {
    const path = join(folder, "taken");
    mkdirSync(path);
    expect(() => writeFileAtomic(path, Uint8Array.of(1))).toThrow(
      new RegExp(`^could not write ${path} \\(E.+\\); make room or choose another folder\\. Nothing there was changed$`),
    );
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  it.skipIf(!existsSync("/dev/full"))("leaves what was there when the disk is full (needs /dev/full)", () => {
    const path = join(folder, "file.txt");
    writeFileAtomic(path, "old");
    symlinkSync("/dev/full", `${path}.${process.pid}.tmp`);
    expect(() => writeFileAtomic(path, "new")).toThrow(
      new Error(`could not write ${path} (ENOSPC: no space left on device, write); make room or choose another folder. Nothing there was changed`),
    );
    expect(readdirSync(folder)).toEqual(["file.txt"]);
    expect(readFileSync(path, "utf8")).toBe("old");
  });
});
