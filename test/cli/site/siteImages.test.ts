import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { siteImages } from "../../../src/cli/site/siteImages.js";
import { BATCH_NAMES, batchBytes, CLASS_NAMES, tinyCifar10 } from "../../data/tinyCifar10.js";

it("takes the first images of each batch, all of one that has fewer", () => {
  const { training, test, files } = siteImages(tinyCifar10([4, 1, 4, 4, 4, 4]), 3);
  expect([training, test, [...files.keys()]]).toEqual([13, 3, [...BATCH_NAMES, "batches.meta.txt"]]);
  expect(BATCH_NAMES.map((name) => Buffer.from(files.get(name)!))).toEqual(BATCH_NAMES.map((_, batch) => Buffer.from(batchBytes(batch, batch === 1 ? 1 : 3))));
  expect(new TextDecoder().decode(files.get("batches.meta.txt")).trim().split("\n")).toEqual(CLASS_NAMES);
});

it("looks at the labels of all that it takes, and at no others", () => {
  const folder = tinyCifar10();
  const batch = batchBytes(5, 3);
  batch[2 * 3073] = 11;
  writeFileSync(join(folder, "test_batch.bin"), batch);
  expect(siteImages(folder, 2).test).toBe(2);
  expect(() => siteImages(folder, 3)).toThrow(`expected labels from 0 to 9, got 11 in record 2 of ${join(folder, "test_batch.bin")}`);
});
