import { IMAGE_LENGTH } from "./imageLength.js";

/** Sums of bytes below 2³² are exact in 32 bits: as many images at once as keep them so. */
const EXACT_IMAGES = Math.floor(2 ** 32 / 255);

/**
 * The mean image, to the last bit the one of NumPy's `X.mean(axis=0)` in float64: sums of bytes are
 * exact, so that only the division rounds.
 *
 * @param pixels N · 3072 bytes, N from 1 to 16,843,009
 * @returns 3072 values, 0..255
 * @throws {RangeError} if there is no image, or too many
 */
export function meanImage(pixels: Uint8Array): Float64Array {
  const count = pixels.length / IMAGE_LENGTH;
  if (!(Number.isInteger(count) && count >= 1 && count <= EXACT_IMAGES)) {
    throw new RangeError(`meanImage: expected from 1 to ${EXACT_IMAGES} whole images, got ${count}`);
  }
  const sums = sumImages(pixels);
  return Float64Array.from(sums, (sum) => sum / count);
}

/** Four images at a time, which reads and writes the sums a quarter as often. */
function sumImages(pixels: Uint8Array): Uint32Array {
  const sums = new Uint32Array(IMAGE_LENGTH);
  const [second, third, fourth] = [IMAGE_LENGTH, 2 * IMAGE_LENGTH, 3 * IMAGE_LENGTH];
  const inFours = pixels.length - (pixels.length % (2 * third));
  for (let from = 0; from < inFours; from += 2 * third) {
    for (let j = 0; j < sums.length; j++) {
      const i = from + j;
      sums[j] += pixels[i] + pixels[i + second] + pixels[i + third] + pixels[i + fourth];
    }
  }
  for (let i = inFours; i < pixels.length; i++) sums[i % sums.length] += pixels[i];
  return sums;
}
