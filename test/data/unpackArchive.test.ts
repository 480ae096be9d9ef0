import * as fs from "node:fs";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { unpackArchive } from "../../src/data/unpackArchive.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type TarEntry, tarGz } from "./tinyCifar10.js";

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return { ...original, createWriteStream: vi.fn(original.createWriteStream) };
});

const HELLO = Buffer.from("hello");

function place(bytes: Uint8Array): { archive: string; folder: string; outside: string } {
  const outside = temporaryFolder();
  const archive = join(outside, "archive.tar.gz");
  writeFileSync(archive, bytes);
  return { archive, folder: join(outside, "in", "side"), outside };
}

describe("unpackArchive", () => {
  it("writes files and folders, with their bytes", async () => {
    const large = Uint8Array.from({ length: 200_001 }, (_, i) => (i * 7) % 256);
    const { archive, folder } = place(
      await tarGz([
        { name: "a/", type: "directory" },
        { name: "bare/folder/", type: "directory" },
        { name: "a/", type: "directory" },
        { name: "a/empty" },
        { name: "a/b/large", bytes: large },
        { name: "top..name", bytes: HELLO },
      ]),
    );
    await unpackArchive(archive, folder);
    expect(readdirSync(folder).sort()).toEqual(["a", "bare", "top..name"]);
    expect(readdirSync(join(folder, "bare", "folder"))).toEqual([]);
    expect(readFileSync(join(folder, "a", "empty")).length).toBe(0);
    expect(readFileSync(join(folder, "a", "b", "large")).equals(large)).toBe(true);
    expect(readFileSync(join(folder, "top..name"), "utf8")).toBe("hello");
  });

  it.each(["", "../evil", "a/../../evil", "a/..", "/evil", "..\\evil", "C:evil", "C:\\evil"])("refuses the name %s", async (name) => {
    const { archive, folder, outside } = place(await tarGz([{ name, bytes: HELLO }]));
    await expect(unpackArchive(archive, folder)).rejects.toThrow(
      new Error(`unpackArchive: expected ${archive} to hold names below its own folder, got ${JSON.stringify(name)}`),
    );
    expect(readdirSync(outside).sort()).toEqual(["archive.tar.gz", "in"]);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync("/evil")).toBe(false);
  });

  it.each<TarEntry>([
    { name: "out", type: "symlink", linkname: "/etc" },
    { name: "out", type: "link", linkname: "../archive.tar.gz" },
    { name: "out", type: "fifo" },
  ])("refuses a $type", async (entry) => {
    const { archive, folder } = place(await tarGz([entry]));
    await expect(unpackArchive(archive, folder)).rejects.toThrow(
      new Error(`unpackArchive: expected ${archive} to hold files and folders only, got a ${entry.type} called "out"`),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses a second file of the same name", async () => {
    const { archive, folder } = place(await tarGz([{ name: "a", bytes: HELLO }, { name: "a", bytes: Buffer.from("other") }]));
    await expect(unpackArchive(archive, folder)).rejects.toThrow(/^unpackArchive: expected to write .+, got EEXIST: file already exists/);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("hello");
  });

  it("refuses more bytes than expected, without writing them", async () => {
    const bomb = await tarGz([{ name: "zeros", bytes: new Uint8Array(50_000_000) }]);
    expect(bomb.length).toBeLessThan(60_000);
    const { archive, folder } = place(bomb);
    await expect(unpackArchive(archive, folder, { maxBytes: 1_000_000 })).rejects.toThrow(
      new Error(`unpackArchive: expected ${archive} to hold at most 1000000 bytes, got more`),
    );
    expect(readFileSync(join(folder, "zeros")).length).toBeLessThanOrEqual(1_000_000);
    // a header, a block of content, and two that end the archive
    const small = place(await tarGz([{ name: "a", bytes: HELLO }]));
    await unpackArchive(small.archive, join(small.folder, "all"), { maxBytes: 2048 });
    await expect(unpackArchive(small.archive, small.folder, { maxBytes: 2047 })).rejects.toThrow("to hold at most 2047 bytes, got more");
  });

  it("refuses more files than expected", async () => {
    const { archive, folder } = place(await tarGz(Array.from({ length: 4 }, (_, i) => ({ name: `f${i}` }))));
    await unpackArchive(archive, join(folder, "four"), { maxEntries: 4 });
    await expect(unpackArchive(archive, join(folder, "three"), { maxEntries: 3 })).rejects.toThrow(
      new Error(`unpackArchive: expected ${archive} to hold at most 3 files, got more`),
    );
  });

  it("leaves no file that would appear after the error", async () => {
    const createFile = vi.mocked(fs.createWriteStream);
    const original = createFile.getMockImplementation()!;
    // a disk that takes its time, longer than it takes to see that the archive is cut off
    const open = (...args: Parameters<typeof fs.open>) => setTimeout(() => fs.open(...args), 200);
    createFile.mockImplementationOnce((path, options) => original(path, { ...(options as object), fs: { ...fs, open } }));
    const whole = await tarGz([{ name: "a", bytes: Uint8Array.from({ length: 5000 }, (_, i) => (i * i * i) % 256) }]);
    const { archive, folder } = place(whole.subarray(0, whole.length - 100));
    await expect(unpackArchive(archive, folder)).rejects.toThrow("got unexpected end of file");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("says what is no archive", async () => {
    const whole = await tarGz([{ name: "a", bytes: Uint8Array.from({ length: 5000 }, (_, i) => (i * i * i) % 256) }]);
    for (const [bytes, found] of [
      [HELLO, "incorrect header check"],
      [whole.subarray(0, whole.length - 100), "unexpected end of file"],
      [whole.map((byte, i) => (i === whole.length - 8 ? byte ^ 1 : byte)), "incorrect data check"],
      [whole.map((byte, i) => (i === 100 ? byte ^ 8 : byte)), null],
      [gzipSync(Buffer.alloc(5000, "x")), "Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?"],
      [gzipSync(new Uint8Array(100)), "Unexpected end of data"],
    ] as const) {
      const { archive, folder } = place(bytes);
      await expect(unpackArchive(archive, folder)).rejects.toThrow(
        found === null
          ? /^unpackArchive: expected .+ to be a whole \.tar\.gz file, got /
          : new Error(`unpackArchive: expected ${archive} to be a whole .tar.gz file, got ${found}`, { cause: expect.objectContaining({ message: found }) }),
      );
    }
  });
});
