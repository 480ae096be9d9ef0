/** A set of one's own pictures, made and loaded as CIFAR-10 is. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "fast-png";
import { expect, test } from "vitest";
import { makePictureSet } from "../../../src/cli/data/pictureSet.js";
import { getCifar10Data } from "../../../src/data/getCifar10Data.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** A picture of one colour, with its left half in another. */
function png(width: number, height: number, colour: readonly number[], left: readonly number[] = colour): Uint8Array {
  const channels = colour.length as 3 | 4;
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++) data.set(i % width < width / 2 ? left : colour, i * channels);
  return encode({ width, height, data, channels });
}

function pictures(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

const many = (name: string, bytes: Uint8Array): Record<string, Uint8Array> => Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${name}/${i}.png`, bytes]));

test("pictures of any size become a set that loads", () => {
  const from = pictures({ ...many("red", png(64, 32, [200, 10, 20])), ...many("two sides", png(33, 33, [0, 0, 100], [0, 50, 0])), ...many("see-through", png(40, 90, [0, 0, 0, 0])) });
  const to = join(temporaryFolder(), "set");
  expect(makePictureSet(from, to).classes).toEqual([{ name: "red", count: 12 }, { name: "see-through", count: 12 }, { name: "two sides", count: 12 }]);
  const data = getCifar10Data({ dir: to, numTraining: 25, numValidation: 5, numTest: 6, subtractMean: false });
  expect(data.classNames.slice(0, 4)).toEqual(["red", "see-through", "two_sides", "unused_3"]);
  expect(Array.from(data.yTest.data).sort()).toEqual([0, 0, 1, 1, 2, 2]);
  const pixels = Array.from(data.yTest.data, (label, i) => ({ label, image: data.XTest.takeRows([i]) }));
  const at = (label: number, plane: number, x: number): number => pixels.find((one) => one.label === label)!.image.get(0, plane, 16, x);
  expect([0, 1, 2].map((plane) => at(0, plane, 5))).toEqual([200, 10, 20]);
  expect([0, 1, 2].map((plane) => at(1, plane, 5))).toEqual([255, 255, 255]);
  expect([at(2, 1, 0), at(2, 1, 31), at(2, 2, 0), at(2, 2, 31)]).toEqual([50, 0, 0, 100]);
});

test("the same pictures give the same bytes", () => {
  const from = pictures({ ...many("a", png(32, 32, [1, 2, 3])), ...many("b", png(50, 50, [4, 5, 6], [9, 9, 9])) });
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  makePictureSet(from, one);
  makePictureSet(from, other);
  for (const file of ["data_batch_1.bin", "test_batch.bin", "batches.meta.txt"]) expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file)))).toBe(true);
});

test("what is missing is said", () => {
  expect(() => makePictureSet(temporaryFolder(), "/nowhere")).toThrow(/^makePictureSet: expected .* to have a folder for each of 1 to 10 classes, got 0$/);
  expect(() => makePictureSet(pictures({ "a/1.png": png(32, 32, [1, 2, 3]) }), temporaryFolder())).toThrow(/^makePictureSet: expected .*a to hold 6 or more PNG files, got 1$/);
  expect(() => makePictureSet(pictures(many("a", Buffer.from("no picture"))), temporaryFolder())).toThrow(/^makePictureSet: expected .*\.png to be a PNG, got: /);
  const full = pictures({ "other.txt": Buffer.from("x") });
  expect(() => makePictureSet(pictures(many("a", png(32, 32, [1, 2, 3]))), full)).toThrow(/^makePictureSet: expected .* to be empty or to hold an earlier set, got other files; choose another --dir$/);
});
