/** What may come when somebody is asked for CIFAR-10. */
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Problem, readUpload, type UploadProgress, UploadProblem } from "../../../../../src/cli/site/page/images/upload.js";
import { pageWords } from "../../../../../src/cli/site/page/words.js";
import { BATCH_NAMES, batchBytes, CLASS_NAMES, tarGz, tinyArchive } from "../../../../data/tinyCifar10.js";

const fileOf = (name: string, bytes: Uint8Array): File => new File([bytes as Uint8Array<ArrayBuffer>], name);
const archiveOf = (bytes: Uint8Array): File => fileOf("cifar-10-binary.tar.gz", bytes);
const batches = (): File[] => BATCH_NAMES.map((name, batch) => fileOf(name, batchBytes(batch, batch + 1)));
const without = (files: readonly File[], name: string): File[] => files.filter((file) => file.name !== name);

async function problemOf(files: readonly File[]): Promise<Problem> {
  const error = await readUpload(files, () => {}).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(UploadProblem);
  const { problem } = error as UploadProblem;
  for (const lang of ["en", "ko"] as const) expect(pageWords(lang).images.problem(problem)).not.toMatch(/undefined|NaN/);
  return problem;
}

describe("an upload", () => {
  it("may be the archive", async () => {
    const told: UploadProgress[] = [];
    const { training, test, files } = await readUpload([archiveOf(await tinyArchive())], (progress) => told.push(progress));
    expect([training, test, [...files.keys()]]).toEqual([10, 2, [...BATCH_NAMES, "batches.meta.txt"]]);
    for (const [batch, name] of BATCH_NAMES.entries()) expect(new Uint8Array(await files.get(name)!.arrayBuffer())).toEqual(batchBytes(batch, 2));
    expect((await files.get("batches.meta.txt")!.text()).trim().split("\n")).toEqual(CLASS_NAMES);
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(["unpacking", "checking"]));
    expect(told.at(-1)).toEqual({ step: "checking", share: 1 });
  });

  it("may be the six files, in any order and among others", async () => {
    const { training, test, files } = await readUpload([fileOf("readme.html", Uint8Array.of(1)), ...batches().reverse()], () => {});
    expect([training, test, [...files.keys()]]).toEqual([15, 6, BATCH_NAMES]);
  });

  it("may have more records than are read at once, each of which is looked at", async () => {
    const large = batchBytes(0, 1100);
    const files = [fileOf("data_batch_1.bin", large), ...without(batches(), "data_batch_1.bin")];
    expect((await readUpload(files, () => {})).training).toBe(1100 + 14);
    large[1050 * 3073] = 77;
    expect(await problemOf([fileOf("data_batch_1.bin", large), ...without(batches(), "data_batch_1.bin")])).toEqual({ kind: "label", name: "data_batch_1.bin", index: 1050, label: 77 });
  });

  it("lacks a file", async () => {
    expect(await problemOf(without(batches(), "test_batch.bin"))).toEqual({ kind: "missing", missing: ["test_batch.bin"], got: BATCH_NAMES.slice(0, 5) });
    expect(await problemOf([fileOf("holiday.jpg", Uint8Array.of(0xff, 0xd8))])).toEqual({ kind: "missing", missing: BATCH_NAMES, got: ["holiday.jpg"] });
    const text = pageWords("en").images.problem({ kind: "missing", missing: ["test_batch.bin"], got: ["holiday.jpg"] });
    expect(text).toBe("Expected cifar-10-binary.tar.gz, or the six files data_batch_1.bin to data_batch_5.bin and test_batch.bin, got holiday.jpg: test_batch.bin missing. Choose the archive, or all six files at once.");
  });

  it("is the Python version, packed or not", async () => {
    const names = ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"];
    expect(await problemOf([archiveOf(await tarGz(names.map((name) => ({ name: `cifar-10-batches-py/${name}`, bytes: Uint8Array.of(1) }))))])).toEqual({ kind: "python" });
    expect(await problemOf(names.map((name) => fileOf(name, Uint8Array.of(1))))).toEqual({ kind: "python" });
  });

  it("is an archive that was cut off, or is none", async () => {
    const whole = await tinyArchive();
    for (const bytes of [whole.subarray(0, whole.length - 100), whole.subarray(0, 40), gzipSync(batchBytes(0, 1)), gzipSync(new Uint8Array(100))]) {
      expect(await problemOf([archiveOf(bytes)])).toMatchObject({ kind: "archive", name: "cifar-10-binary.tar.gz" });
    }
    // The stream of gzip is whole, the archive in it is not.
    const tar = await tarGz([{ name: "data_batch_1.bin", bytes: batchBytes(0, 2) }]);
    expect(await problemOf([archiveOf(gzipSync(gunzipSync(tar).subarray(0, 3000)))])).toMatchObject({ kind: "archive", reason: "an early end" });
  });

  it("is an archive that grows without end", async () => {
    const archive = archiveOf(gzipSync(Buffer.alloc(1_000_001)));
    await expect(readUpload([archive], () => {}, 1_000_000)).rejects.toMatchObject({ problem: { kind: "archive", reason: "more than 1000000 bytes" } });
  });

  it("has a batch of another length, or none in it", async () => {
    for (const size of [3073 * 2 - 1, 0]) {
      const files = [...without(batches(), "data_batch_3.bin"), fileOf("data_batch_3.bin", new Uint8Array(size))];
      expect(await problemOf(files)).toEqual({ kind: "size", name: "data_batch_3.bin", size, record: 3073 });
    }
  });

  it("names other classes, ten of them", async () => {
    const names = (count: number): File => fileOf("batches.meta.txt", Buffer.from(Array.from({ length: count }, (_, i) => `class_${i}\n`).join("")));
    expect((await readUpload([...batches(), names(10)], () => {})).files.has("batches.meta.txt")).toBe(true);
    expect(await problemOf([...batches(), names(9)])).toEqual({ kind: "classes", name: "batches.meta.txt", count: 9 });
  });
});
