import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCifar10, readImages } from "../../src/data/cifar10Batches.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { openFiles } from "../fixtures/openFiles.js";
import { BATCH_NAMES, batchBytes, CLASS_NAMES, emptyFolder, labelOf, pixelOf, tinyCifar10 } from "./tinyCifar10.js";

const NEXT_STEP =
  "run `npm run data` to download it, or set CIFAR10_DIR to the folder of its binary version; loadImages() makes do with synthetic images";
const DAMAGED = "the file is damaged or of another kind: delete the folder and run `npm run data` to download it again";

describe("findCifar10", () => {
  it("counts the records of each file", () => {
    const dir = tinyCifar10([1, 2, 3, 1, 1, 4]);
    expect(findCifar10(dir)).toEqual({
      training: BATCH_NAMES.slice(0, 5).map((name, i) => ({ path: join(dir, name), records: [1, 2, 3, 1, 1][i] })),
      test: { path: join(dir, "test_batch.bin"), records: 4 },
      classNames: CLASS_NAMES,
    });
  });

  it("takes no more of each than it is told", () => {
    const { training, test } = findCifar10(tinyCifar10([1, 2, 3, 1, 1, 4]), 2);
    expect([...training, test].map(({ records }) => records)).toEqual([1, 2, 2, 1, 1, 2]);
  });

  it("reads other class names, and does without", () => {
    const dir = tinyCifar10();
    const names = CLASS_NAMES.map((name) => name.toUpperCase());
    writeFileSync(join(dir, "batches.meta.txt"), names.join("\r\n"));
    expect(findCifar10(dir).classNames).toEqual(names);
    rmSync(join(dir, "batches.meta.txt"));
    expect(findCifar10(dir).classNames).toEqual(CLASS_NAMES);
    writeFileSync(join(dir, "batches.meta.txt"), "airplane\nship\n");
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected ${join(dir, "batches.meta.txt")} to hold 10 class names, got 2; ${DAMAGED}`),
    );
  });

  it("says that there is no folder", () => {
    const dir = join(temporaryFolder(), "missing");
    expect(() => findCifar10(dir)).toThrow(new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got no such folder; ${NEXT_STEP}`));
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(() => findCifar10(file)).toThrow(new Error(`getCifar10Data: expected CIFAR-10's batches in ${file}, got a file; ${NEXT_STEP}`));
  });

  it("says what else the system says of the folder, and passes it on", () => {
    const dir = join(temporaryFolder(), "x".repeat(300));
    const found = `ENAMETOOLONG: name too long, scandir '${dir}'`;
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got ${found}; ${NEXT_STEP}`, { cause: expect.objectContaining({ message: found }) }),
    );
  });

  it("says that it is empty", () => {
    const dir = emptyFolder();
    expect(() => findCifar10(dir)).toThrow(new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got an empty folder; ${NEXT_STEP}`));
  });

  it("names the batches that are missing", () => {
    const dir = tinyCifar10();
    rmSync(join(dir, "data_batch_3.bin"));
    rmSync(join(dir, "test_batch.bin"));
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got no data_batch_3.bin, no test_batch.bin; ${NEXT_STEP}`),
    );
  });

  it("recognises the Python version, and the folder above", () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "data_batch_1"), "");
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got the Python version; the binary version is needed: ${NEXT_STEP}`),
    );
    writeFileSync(join(dir, "cifar-10-batches-bin"), "");
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected CIFAR-10's batches in ${dir}, got their parent folder; did you mean ${join(dir, "cifar-10-batches-bin")}?`),
    );
  });

  it.each([0, 1, 3072, 3074, 6145])("refuses a file of %i bytes", (size) => {
    const dir = tinyCifar10();
    const path = join(dir, "data_batch_4.bin");
    truncateSync(path, size);
    expect(() => findCifar10(dir)).toThrow(
      new Error(`getCifar10Data: expected ${path} to hold whole records of 3073 bytes, got ${size} bytes, which is not a multiple above 0; ${DAMAGED}`),
    );
  });
});

describe("readImages", () => {
  it("reads labels and pixels in the order of the files", () => {
    const { training } = findCifar10(tinyCifar10([1, 2, 3, 1, 1, 4]));
    const { pixels, labels } = readImages(training, 8);
    const order = [[0, 0], [1, 0], [1, 1], [2, 0], [2, 1], [2, 2], [3, 0], [4, 0]] as const;
    expect([...labels]).toEqual(order.map(([batch, record]) => labelOf(batch, record)));
    expect(pixels.length).toBe(8 * 3072);
    order.forEach(([batch, record], i) => {
      for (const j of [0, 1024, 3071]) expect(pixels[i * 3072 + j]).toBe(pixelOf(batch, record, j));
    });
  });

  it("stops where it has enough", () => {
    const { training } = findCifar10(tinyCifar10([1, 2, 3, 1, 1, 4]));
    // and opens no file behind
    for (const { path } of training.slice(2)) rmSync(path);
    expect([...readImages(training, 2).labels]).toEqual([labelOf(0, 0), labelOf(1, 0)]);
    expect(readImages(training, 0).pixels.length).toBe(0);
  });

  it("reads a file in several pieces", () => {
    const dir = tinyCifar10([1200, 1, 1, 1, 1, 1]);
    const { pixels, labels } = readImages(findCifar10(dir).training, 1201);
    expect([...labels.subarray(0, 1200)]).toEqual(Array.from({ length: 1200 }, (_, record) => labelOf(0, record)));
    for (const record of [0, 511, 512, 1023, 1024, 1199]) expect(pixels[record * 3072 + 9]).toBe(pixelOf(0, record, 9));
    expect(pixels[1200 * 3072]).toBe(pixelOf(1, 0, 0));
  });

  it.each([[0, 1], [513, 600]])("names the record %i whose label is over 9", (record, records) => {
    const dir = tinyCifar10([1, records, 1, 1, 1, 1]);
    const path = join(dir, "data_batch_2.bin");
    const bytes = batchBytes(1, records);
    bytes[record * 3073] = 10;
    writeFileSync(path, bytes);
    expect(() => readImages(findCifar10(dir).training, 1 + records)).toThrow(
      new Error(`getCifar10Data: expected labels from 0 to 9, got 10 in record ${record} of ${path} (counted from 0); ${DAMAGED}`),
    );
  });

  it("notices a file that has become shorter", () => {
    const dir = tinyCifar10();
    const { training } = findCifar10(dir);
    truncateSync(training[1].path, 3073 + 100);
    expect(() => readImages(training, 10)).toThrow(
      new Error(`getCifar10Data: expected ${training[1].path} to stay as it is, got its end too early; read it again when nothing writes to it`),
    );
    expect(openFiles()).not.toContain(training[0].path);
    expect(openFiles()).not.toContain(training[1].path);
  });
});
