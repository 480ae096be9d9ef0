import { expect, it } from "vitest";
import { reduceColors } from "../../../src/notebook/png/palette.js";

const rgba = (colors: readonly (readonly number[])[]) => Uint8Array.from(colors.flatMap((color) => [...color, 255]));
const restore = ({ indices, palette }: NonNullable<ReturnType<typeof reduceColors>>) => [...indices].map((i) => [...palette.subarray(3 * i, 3 * i + 3)]);

it("keeps up to 256 colours as they are, the most frequent first", () => {
  const colors = [[255, 255, 255], [0, 114, 178], [255, 255, 255], [1, 2, 3]];
  const reduced = reduceColors(rgba(colors))!;
  expect(restore(reduced)).toEqual(colors);
  expect([...reduced.palette.subarray(0, 3)]).toEqual([255, 255, 255]);
});

it("gives rare colours beyond them the nearest", () => {
  const frequent = Array.from({ length: 256 }, (_, i) => Array.from({ length: 60 }, () => [i, 0, 0])).flat();
  const restored = restore(reduceColors(rgba([...frequent, [77, 1, 0], [254, 0, 3]]))!);
  expect(restored.slice(0, -2)).toEqual(frequent);
  expect(restored.slice(-2)).toEqual([[77, 0, 0], [254, 0, 0]]);
});

it("orders equally frequent colours by themselves, whatever the order of pixels", () => {
  const colors = [[9, 0, 0], [0, 9, 0], [0, 0, 9]];
  const palettes = [colors, [...colors].reverse()].map((order) => [...reduceColors(rgba(order))!.palette]);
  expect(palettes).toEqual(Array(2).fill([0, 0, 9, 0, 9, 0, 9, 0, 0]));
});

it("takes each channel's distance, and of equally near colours the first", () => {
  const frequent = Array.from({ length: 256 }, (_, i) => Array.from({ length: 60 }, () => [i, i === 9 ? 200 : 100, i === 8 ? 200 : 100])).flat();
  const restored = restore(reduceColors(rgba([...frequent, [200, 190, 100], [200, 100, 190], [1, 100, 101]]))!);
  expect(restored.slice(-3)).toEqual([[200, 100, 100], [200, 100, 100], [1, 100, 100]]);
});

it("lets 2 % of the pixels change, and no more", () => {
  const frequent = (count: number) => Array.from({ length: 256 }, (_, i) => Array.from({ length: count }, () => [i, 0, 0])).flat();
  const rare = (count: number) => Array.from({ length: count }, (_, i) => [i, 1, 0]);
  expect(reduceColors(rgba([...frequent(49), ...rare(256)]))!.palette).toHaveLength(3 * 256);
  expect(reduceColors(rgba([...frequent(49), ...rare(256), [0, 2, 0]]))).toBeNull();
});

it("gives up on photographs", () => {
  expect(reduceColors(rgba(Array.from({ length: 5000 }, (_, i) => [i & 255, i >> 8, 0])))).toBeNull();
});
