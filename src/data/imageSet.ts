/**
 * Images kept as bytes, with the mean image beside them: 49,000 images take 150 MB instead of the
 * 1.2 GB of their floats. Float rows of pixel - mean are made when rows are taken.
 */
import { arange, zeros } from "../numeric/array/create.js";
import type { Examples } from "../numeric/array/examples.js";
import type { NDArray } from "../numeric/array/ndarray.js";
import { checkShape, shapeText } from "../numeric/array/shape.js";
import { engine } from "../numeric/engine/backend.js";
import type { FloatArray } from "../numeric/engine/engine.js";
import { IMAGE_LENGTH } from "./imageLength.js";

/** Channels (red, green, blue), height and width of an image. */
const IMAGE_SHAPE: readonly number[] = [3, 32, 32];

/**
 * Images kept as bytes; rows of them are taken as floats, the mean image subtracted.
 *
 * @example
 * const images = new ImageSet(new Uint8Array(4 * 3072).fill(7), new Float64Array(3072).fill(5));
 * images // ImageSet(4, 3, 32, 32) uint8, mean subtracted
 * images.takeRows([3, 0]).shape // [ 2, 3, 32, 32 ]
 * images.slice(0, 1).toArray().max() // 2
 * images.takeRows([4]) // RangeError: takeRows: expected indices from 0 to 3, got 4
 */
export class ImageSet implements Examples {
  /** (N, 3, 32, 32) */
  readonly shape: readonly number[];
  /** N · 3072 bytes, 0..255: image by image, in it the red, green and blue planes row by row */
  readonly pixels: Uint8Array;
  /** what takeRows subtracts from each image, 3072 values; zeros for nothing */
  readonly mean: Float64Array;

  /**
   * @param pixels N · 3072 bytes; used in place, not copied
   * @param mean 3072 values to subtract from each image; nothing unless given
   * @throws {RangeError} if pixels are not whole images, or mean has another length
   */
  constructor(pixels: Uint8Array, mean: Float64Array = new Float64Array(IMAGE_LENGTH)) {
    if (pixels.length % IMAGE_LENGTH !== 0) {
      throw new RangeError(`ImageSet: expected pixels of whole images of ${IMAGE_LENGTH} bytes, got ${pixels.length} bytes`);
    }
    if (mean.length !== IMAGE_LENGTH) {
      throw new RangeError(`ImageSet: expected mean to have ${IMAGE_LENGTH} values, got ${mean.length}`);
    }
    this.pixels = pixels;
    this.mean = mean;
    this.shape = Object.freeze([pixels.length / IMAGE_LENGTH, ...IMAGE_SHAPE]);
  }

  /**
   * The images at these indices, in that order and with repetitions, as floats of pixel - mean.
   *
   * @param indices k whole numbers, 0..N-1
   * @param out where to put them, (k, 3, 32, 32), float64 or float32; a new float64 array unless given
   * @returns (k, 3, 32, 32)
   * @throws {RangeError} if an index is out of range or not whole, or out has another shape
   */
  takeRows(indices: ArrayLike<number>, out = zeros([indices.length, ...IMAGE_SHAPE])): NDArray {
    const count = this.shape[0];
    for (let i = 0; i < indices.length; i++) {
      const index = indices[i];
      if (!(Number.isInteger(index) && index >= 0 && index < count)) {
        throw new RangeError(`takeRows: expected indices from 0 to ${count - 1}, got ${index}`);
      }
    }
    checkShape("takeRows", "out", out.shape, [indices.length, ...IMAGE_SHAPE]);
    // in float32 the mean is rounded first: a difference of 1e-6 in values up to 255
    const mean = out.dtype === "float32" ? new Float32Array(this.mean) : this.mean;
    engine().gatherRows(this.pixels, IMAGE_LENGTH, indices, mean, out.data as FloatArray);
    return out;
  }

  /**
   * Images start .. stop - 1, sharing memory with this set.
   *
   * @throws {RangeError} unless 0 <= start <= stop <= N
   */
  slice(start: number, stop: number = this.shape[0]): ImageSet {
    const count = this.shape[0];
    if (!(Number.isInteger(start) && Number.isInteger(stop) && 0 <= start && start <= stop && stop <= count)) {
      throw new RangeError(`slice: expected 0 <= start <= stop <= ${count}, got start ${start} and stop ${stop}`);
    }
    return new ImageSet(this.pixels.subarray(start * IMAGE_LENGTH, stop * IMAGE_LENGTH), this.mean);
  }

  /** All images as floats of pixel - mean, (N, 3, 32, 32): eight times the memory of the set. */
  toArray(): NDArray {
    return this.takeRows(arange(this.shape[0]).data);
  }

  /** e.g. `ImageSet(49000, 3, 32, 32) uint8, mean subtracted` */
  toString(): string {
    const centred = this.mean.some((value) => value !== 0);
    return `ImageSet${shapeText(this.shape)} uint8${centred ? ", mean subtracted" : ""}`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
