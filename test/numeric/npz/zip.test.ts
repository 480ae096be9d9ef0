import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { decodeNpz } from "../../../src/numeric/npz/npy.js";
import { readZip, ZipBombError } from "../../../src/numeric/npz/zip.js";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const hello = { "a.txt": Buffer.from("hello hello hello"), "folder/b": Buffer.from("b"), empty: new Uint8Array(0) };

/** Where the directory's entry of the only file begins, and the file's local header is at 0. */
const directoryOf = (zip: Buffer) => zip.indexOf("PK\u0001\u0002", 0, "latin1");

function changed(zip: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(zip);
  change(copy);
  return copy;
}

describe("readZip", () => {
  it.each([0, 9] as const)("reads what was packed at level %i", (level) => {
    const files = readZip(zipSync(hello, { level, comment: "x", extra: { 0x7777: Uint8Array.of(1, 2, 3) } } as object));
    expect([...files].map(([name, bytes]) => [name, text(bytes)])).toEqual([["a.txt", "hello hello hello"], ["folder/b", "b"], ["empty", ""]]);
  });

  it("reads a part of a larger buffer, and a zip with a comment behind it", () => {
    const zip = Buffer.from(zipSync(hello));
    const commented = Buffer.concat([zip, Buffer.from("note")]);
    commented.writeUInt16LE(4, zip.length - 2);
    expect(readZip(Buffer.concat([Buffer.alloc(7), commented]).subarray(7)).size).toBe(3);
    // the longest there is
    expect(readZip(Buffer.concat([zip, Buffer.alloc(65_535)])).size).toBe(3);
    expect(() => readZip(Buffer.concat([zip, Buffer.alloc(65_536)]))).toThrow("no directory at the end");
  });

  const stored = zipSync({ f: Buffer.from("content") }, { level: 0 });
  const deflated = zipSync({ f: Buffer.alloc(1000, "content") });
  it.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "no directory at the end"],
    ["text", Buffer.from("no zip at all, but longer than the end of one"), "no directory at the end"],
    ["what is cut off", Buffer.from(stored.subarray(0, -1)), "no directory at the end"],
    ["a flipped bit in a stored file", changed(stored, (zip) => (zip[zip.indexOf("content")] ^= 1)), "a length or checksum that does not fit"],
    ["a flipped bit in a packed file", changed(deflated, (zip) => (zip[40] ^= 1)), "invalid"],
    ["a wrong checksum", changed(stored, (zip) => (zip[directoryOf(zip) + 16] ^= 1)), "a length or checksum that does not fit"],
    ["a file that is longer than it says", changed(deflated, (zip) => zip.writeUInt32LE(999, directoryOf(zip) + 24)), "Cannot create a Buffer larger than 999 bytes"],
    ["a file that is shorter than it says", changed(deflated, (zip) => zip.writeUInt32LE(1001, directoryOf(zip) + 24)), "a length or checksum that does not fit"],
    ["another method of packing", changed(stored, (zip) => (zip[directoryOf(zip) + 10] = 12)), "method 12 of packing"],
    ["a directory elsewhere", changed(stored, (zip) => zip.writeUInt32LE(0, zip.length - 6)), "a header that is none"],
    ["a file elsewhere", changed(stored, (zip) => zip.writeUInt32LE(1, directoryOf(zip) + 42)), "a header that is none"],
    ["more files than there are", changed(stored, (zip) => zip.writeUInt16LE(2, zip.length - 12)), "a header that is none"],
    ["a file as large as all bytes", changed(stored, (zip) => zip.writeUInt32LE(zip.length, directoryOf(zip) + 20)), "a length or checksum that does not fit"],
    ["files larger than all bytes", changed(stored, (zip) => zip.writeUInt32LE(10_000, directoryOf(zip) + 20)), "entries larger than the file"],
  ])("refuses %s", (_, bytes, why) => {
    expect(() => readZip(bytes)).toThrow(why);
    expect(() => decodeNpz(bytes, "x")).toThrow(
      new RangeError("x: expected an .npz file (a zip of arrays, as model.save or np.savez writes it), got something else or a damaged one", {
        cause: expect.objectContaining({ message: expect.stringContaining(why) }),
      }),
    );
  });

  it("refuses memory out of proportion before it takes any", () => {
    const bomb = changed(deflated, (zip) => zip.writeUInt32LE(2 ** 32 - 1, directoryOf(zip) + 24));
    const before = process.memoryUsage().arrayBuffers;
    expect(() => readZip(bomb)).toThrow(ZipBombError);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 26);
    expect(() => decodeNpz(bomb, "x")).toThrow(
      new RangeError(`x: expected at most 67108864 bytes of arrays in a file of ${bomb.length} bytes, got 4294967295`, { cause: expect.any(ZipBombError) }),
    );
    // many files that are each within the limit
    const many = zipSync({ a: new Uint8Array(2 ** 25), b: new Uint8Array(2 ** 25), c: new Uint8Array(1) });
    expect(() => readZip(many)).toThrow(`at most 67108864 bytes of arrays in a file of ${many.length} bytes, got 67108865`);
  });

  it.each([1000, 1_000_000])("allows a file of more than %i bytes no more than 64 MiB or a hundred times its size", (length) => {
    const zip = Buffer.from(zipSync({ f: new Uint8Array(length) }, { level: 0 }));
    const limit = Math.max(2 ** 26, 100 * zip.length);
    const claiming = (unpacked: number) => changed(zip, (copy) => copy.writeUInt32LE(unpacked, directoryOf(copy) + 24));
    expect(() => readZip(claiming(limit))).toThrow(new Error("a length or checksum that does not fit"));
    expect(() => readZip(claiming(limit + 1))).toThrow(
      new ZipBombError(`at most ${limit} bytes of arrays in a file of ${zip.length} bytes, got ${limit + 1}`),
    );
  });
});
