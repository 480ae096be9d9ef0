/** Many small images as tiles of one: samples of a class, or the weights of the hidden units. */
import { checkPositive } from "../../numeric/arguments/check.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { zeros } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";

/** Options of `imageGrid`. */
export interface ImageGridOptions {
  /** pixels between tiles, default 1 */
  readonly padding?: number;
  /** value of each tile's brightest element, default 255 */
  readonly upper?: number;
}

/**
 * Tiles images in ceil(√N) columns, row by row, each scaled by its own smallest and largest element
 * to 0 .. upper; a constant image becomes 0.
 *
 * @param images (N, H, W, C), N of 1 or more
 * @returns (rows, columns, C), with 0 between the tiles
 * @throws {RangeError} if images are not (N, H, W, C), there are none, or padding is negative
 * @example
 * const images = new RandomState(0).randomSample([5, 32, 32, 3]);
 * imageGrid(images).shape // [ 98, 98, 3 ]
 */
export function imageGrid(images: NDArray, options: ImageGridOptions = {}): NDArray {
  const { padding, upper } = fillOptions<Required<ImageGridOptions>>("imageGrid", options, { padding: 1, upper: 255 });
  checkArray("imageGrid", "images", images, ["N", "H", "W", "C"]);
  const [N, H, W, C] = images.shape as unknown as [number, number, number, number];
  if (images.size === 0) throw new RangeError("imageGrid: expected at least one image with pixels, got none");
  if (!Number.isSafeInteger(padding) || padding < 0) {
    throw new RangeError(`imageGrid: expected padding to be a whole number of 0 or more, got ${describeValue(padding)}`);
  }
  checkPositive("imageGrid", "upper", upper);
  const side = Math.ceil(Math.sqrt(N));
  const [height, width] = [side * (H + padding) - padding, side * (W + padding) - padding];
  const grid = zeros([height, width, C]);
  for (let n = 0; n < N; n++) {
    const tile = scaleTile(images.slice(n, n + 1), upper);
    const [top, left] = [Math.floor(n / side) * (H + padding), (n % side) * (W + padding)];
    for (let row = 0; row < H; row++) {
      grid.data.set(tile.data.subarray(row * W * C, (row + 1) * W * C), ((top + row) * width + left) * C);
    }
  }
  return grid;
}

function scaleTile(tile: NDArray, upper: number): NDArray {
  const [low, high] = [tile.min(), tile.max()];
  return high > low ? tile.sub(low).mul(upper).div(high - low) : tile.mul(0);
}
