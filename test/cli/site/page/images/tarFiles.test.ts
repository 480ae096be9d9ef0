import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { tarFiles } from "../../../../../src/cli/site/page/images/tarFiles.js";
import { type TarEntry, tarGz } from "../../../../data/tinyCifar10.js";

async function read(bytes: Uint8Array): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { name, content } of tarFiles(new Blob([bytes as Uint8Array<ArrayBuffer>]))) files.push([name, await content.text()]);
  return files;
}

const tarOf = async (...entries: TarEntry[]): Promise<Uint8Array> => gunzipSync(await tarGz(entries));

it("gives files with their bytes, and nothing that is no file", async () => {
  const tar = await tarOf(
    { name: "a/", type: "directory" },
    { name: "a/one", bytes: Buffer.from("1".repeat(512)) },
    { name: "link", type: "symlink", linkname: "a/one" },
    { name: "empty" },
    { name: "two", bytes: Buffer.from("2") },
  );
  expect(await read(tar)).toEqual([["a/one", "1".repeat(512)], ["empty", ""], ["two", "2"]]);
});

it("refuses what ends early, or has a head that was changed", async () => {
  const tar = await tarOf({ name: "one", bytes: Buffer.from("1".repeat(600)) });
  await expect(read(tar.subarray(0, 1000))).rejects.toThrow(new RangeError("an early end"));
  await expect(read(tar.subarray(0, 1536))).rejects.toThrow(new RangeError("an early end"));
  await expect(read(tar.subarray(0, 100))).rejects.toThrow(new RangeError("an early end"));
  await expect(read(tar.map((byte, i) => (i === 0 ? byte ^ 1 : byte)))).rejects.toThrow(new RangeError("no tar archive"));
});
