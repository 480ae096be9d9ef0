import { NDArray } from "../../numeric/array/ndarray.js";
import type { ImageSet } from "../../data/imageSet.js";

/**
 * Images of a set as they look: the mean added again, and the colours of a pixel side by side.
 *
 * @param indices k whole numbers, 0..N-1
 * @returns (k, 32, 32, 3) with values 0..255, as `imageGrid` takes it
 * @throws {RangeError} if an index is out of range or not whole
 * @example
 * const images = new ImageSet(new Uint8Array(2 * 3072).fill(7), new Float64Array(3072).fill(5));
 * imagePictures(images, [1]).shape // [ 1, 32, 32, 3 ]
 * imagePictures(images, [1]).max() // 7
 */
export function imagePictures(images: ImageSet, indices: ArrayLike<number>): NDArray {
  const mean = new NDArray(images.mean, [1, ...images.shape.slice(1)]);
  return images.takeRows(indices).add(mean).transpose(0, 2, 3, 1);
}
