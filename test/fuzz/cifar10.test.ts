import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { unpackArchive } from "../../src/data/unpackArchive.js";
import { getCifar10Data } from "../../src/index.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { batchBytes, CLASS_NAMES, tarGz, tinyCifar10 } from "../data/tinyCifar10.js";
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
  const tar = gunzipSync(
    await tarGz([
      { name: "a/", type: "directory" },
      { name: "a/b", bytes: Buffer.from("hello") },
      { name: "c", bytes: batchBytes(0, 1).subarray(0, 700) },
    ]),
  );
  const outside = temporaryFolder();
  const archive = join(outside, "archive.tar.gz");
  const folder = join(outside, "in", "side");
  await fuzz({
    seeds: [tar],
    clear: /^unpackArchive: expected /,
    async read(bytes, random) {
      // a tar's headers have a sum of their own, which is mended for most, as an attacker would
      if (random.randint(4)) mendSums(bytes);
      // packed after the mutation for the most part: gzip's own checksum refuses the others
      writeFileSync(archive, random.randint(8) ? gzipSync(bytes, { level: 1 }) : flipBit(gzipSync(bytes), random.randint(1000)));
      mkdirSync(join(outside, "in"));
      try {
        await unpackArchive(archive, folder, { maxBytes: 2 ** 20, maxEntries: 20 });
      } finally {
        expect(readdirSync(outside).sort()).toEqual(["archive.tar.gz", "in"]);
        expect(readdirSync(join(outside, "in")).filter((name) => name !== "side")).toEqual([]);
        rmSync(join(outside, "in"), { recursive: true });
      }
    },
  });
});

function mendSums(tar: Buffer): void {
  for (let at = 0; at + 512 <= tar.length; at += 512) {
    const header = tar.subarray(at, at + 512);
    if (header.toString("latin1", 257, 262) !== "ustar") continue;
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  }
}

function flipBit(bytes: Buffer, at: number): Buffer {
  bytes[at % bytes.length]! ^= 1;
  return bytes;
}
