import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { unpackArchive } from "../../src/data/unpackArchive.js";
import { getCifar10Data, type RandomState } from "../../src/index.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { batchBytes, CLASS_NAMES, tarGz, type TarEntry, tinyCifar10 } from "../data/tinyCifar10.js";
import { fuzz } from "./fuzz.js";

it("CIFAR-10's batches", () => {
  const dir = tinyCifar10();
  const file = join(dir, "data_batch_1.bin");
  return fuzz({
    seeds: [batchBytes(0, 1), batchBytes(0, 2)],
    clear: /^getCifar10Data: expected /,
    read(bytes, random) {
      // a mutation seldom leaves whole records: half of the time they are made whole again
      const length = random.randint(2) ? bytes.length : Math.max(1, Math.round(bytes.length / 3073)) * 3073;
      const batch = Buffer.concat([bytes, Buffer.alloc(3073)]).subarray(0, length);
      writeFileSync(file, batch);
      const { XTrain, yTrain } = getCifar10Data({ dir, numTraining: 1, numValidation: 1, numTest: 1, subtractMean: false });
      expect([...yTrain.data]).toEqual([batch[0]]);
      expect([...XTrain.takeRows([0]).data]).toEqual([...batch.subarray(1, 3073)]);
    },
  });
});

it("CIFAR-10's class names", () => {
  const dir = tinyCifar10();
  return fuzz({
    seeds: [Buffer.from(`${CLASS_NAMES.join("\n")}\n\n`)],
    clear: /^getCifar10Data: expected /,
    read(bytes) {
      writeFileSync(join(dir, "batches.meta.txt"), bytes);
      const { classNames } = getCifar10Data({ dir, numTraining: 1, numValidation: 1, numTest: 1 });
      expect(classNames).toHaveLength(10);
      expect(classNames.every((name) => /^\S+$/.test(name))).toBe(true);
    },
  });
});

it("archives", async () => {
  const tars = [
    [{ name: "a/", type: "directory" }, { name: "a/b", bytes: Buffer.from("hello") }, { name: "c", bytes: batchBytes(0, 1).subarray(0, 700) }],
    // names so long, and of other letters, stand in a header of their own
    [{ name: `a/${"ä".repeat(90)}`, bytes: Buffer.from("hello") }],
  ] satisfies TarEntry[][];
  const outside = temporaryFolder();
  const archive = join(outside, "archive.tar.gz");
  const folder = join(outside, "in", "side");
  await fuzz({
    seeds: await Promise.all(tars.map(async (entries) => gunzipSync(await tarGz(entries)))),
    clear: /^unpackArchive: expected /,
    async read(bytes, random) {
      writeFileSync(archive, packed(bytes, random));
      mkdirSync(join(outside, "in"));
      try {
        await unpackArchive(archive, folder, { maxBytes: MOST_BYTES, maxEntries: 20 });
      } finally {
        expect(readdirSync(outside).sort()).toEqual(["archive.tar.gz", "in"]);
        expect(readdirSync(join(outside, "in")).filter((name) => name !== "side")).toEqual([]);
        const written = readdirSync(join(outside, "in"), { recursive: true, withFileTypes: true });
        expect(written.every((entry) => entry.isFile() || entry.isDirectory())).toBe(true);
        const sizes = written.map((entry) => lstatSync(join(entry.parentPath, entry.name)).size);
        // a folder's size is the file system's
        expect(sizes.filter((_, i) => written[i].isFile()).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
        rmSync(join(outside, "in"), { recursive: true });
      }
    },
  });
});

const MOST_BYTES = 2 ** 20;
/** What unpacks to sixteen times the limit. */
const ZEROS = Buffer.alloc(16 * MOST_BYTES);
const HEADER = 512;

/** Packed after the mutation for the most part: gzip's own checksum refuses the others. */
function packed(tar: Buffer, random: RandomState): Buffer {
  // the seeds themselves come with the state 0, and stay whole
  if (random.randint(3) === 1) setField(tar, random);
  // a tar's headers have a sum of their own, which is mended for most, as an attacker would
  if (random.randint(4)) mendSums(tar);
  const bytes = random.randint(500) === 1 ? Buffer.concat([tar, ZEROS]) : tar;
  const zipped = gzipSync(bytes, { level: 1 });
  const kind = random.randint(24);
  if (kind === 1) return flipBit(zipped, random.randint(1000));
  if (kind === 2) return zipped.subarray(0, random.randint(zipped.length));
  // gzip files may follow one another, and something else may stand behind them
  return kind === 3 ? Buffer.concat([zipped, random.randint(2) ? zipped : tar.subarray(0, 100)]) : zipped;
}

/** Where the fields of a tar's header are, and what upsets readers of them. */
const FIELDS: readonly (readonly [start: number, length: number, values: readonly string[]])[] = [
  [0, 100, ["", ".", "..", "../x", "/x", "a/../../x", "./../x", "a/", "a/b/c", "C:x", "a\\..\\x", "x".repeat(100), "\u0001", "con"]],
  [124, 12, ["77777777777", "00000000000", "-0000000001", "4000000", "10000", "1", "zzz", "", "\x80\0\0\0\0\x01\0\0\0\0\0\0", "\xff".repeat(12), "\x80".padEnd(12, "\xff")]],
  [136, 12, ["", "77777777777", "zzz"]],
  [156, 1, [..."01234567LKxgSVDMNZ\0\xff"]],
  [157, 100, ["", "/etc/passwd", "../../x"]],
  [257, 8, ["ustar  \0", "ustar\x0000", "GNUtar ", ""]],
  [345, 155, ["..", "/", "x/".repeat(77), "a/.."]],
];

/** Puts another value into a field of one of the headers. */
function setField(tar: Buffer, random: RandomState): void {
  const headers = Math.floor(tar.length / HEADER);
  if (headers === 0) return;
  const at = HEADER * random.randint(headers);
  const [start, length, values] = FIELDS[random.randint(FIELDS.length)];
  tar.fill(0, at + start, at + start + length);
  tar.write(values[random.randint(values.length)], at + start, length, "latin1");
}

function mendSums(tar: Buffer): void {
  for (let at = 0; at + HEADER <= tar.length; at += HEADER) {
    const header = tar.subarray(at, at + HEADER);
    if (header.toString("latin1", 257, 262) !== "ustar") continue;
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  }
}

function flipBit(bytes: Buffer, at: number): Buffer {
  bytes[at % bytes.length] ^= 1;
  return bytes;
}
