/** Labelled images in the assignment's three parts: to train on, to choose by, and to test with. */
import { NDArray } from "../numeric/array/ndarray.js";
import { checkWhole } from "../numeric/arguments/check.js";
import { IMAGE_LENGTH } from "./imageLength.js";
import { ImageSet } from "./imageSet.js";
import { meanImage } from "./meanImage.js";

/** N images as bytes, and their classes. */
export interface LabelledImages {
  /** N · 3072 bytes */
  readonly pixels: Uint8Array;
  /** N class numbers */
  readonly labels: Int32Array;
}

export interface SplitOptions {
  /** images to train on, 1 or more; else as many as there are besides the validation images, at most 49,000 */
  readonly numTraining?: number | undefined;
  /** images to validate with, the ones after those; 1000 unless given */
  readonly numValidation?: number;
  /** images to test with; 1000 unless given */
  readonly numTest?: number;
  /** whether the mean of the training images is subtracted from all three parts; true unless given */
  readonly subtractMean?: boolean;
}

/** SplitOptions with nothing left open but numTraining, which depends on the set. */
export type SettledSplit = typeof SPLIT_DEFAULTS;

export const SPLIT_DEFAULTS = {
  numTraining: undefined as number | undefined,
  numValidation: 1000,
  numTest: 1000,
  subtractMean: true,
};

/** How many images each part has. */
export interface SplitSizes {
  readonly numTraining: number;
  readonly numValidation: number;
  readonly numTest: number;
}

/** The three parts: X (N, 3, 32, 32), y (N,) int32, each with an N of its own. */
export interface ImageSplits {
  readonly XTrain: ImageSet;
  readonly yTrain: NDArray;
  readonly XVal: ImageSet;
  readonly yVal: NDArray;
  readonly XTest: ImageSet;
  readonly yTest: NDArray;
  /** the name of each class, by its number */
  readonly classNames: readonly string[];
  /** what the images are, short enough for the title of a figure */
  readonly source: string;
  /** whether the images are made up */
  readonly synthetic: boolean;
  /** what has to be said beside every result; empty for real images */
  readonly notice: string;
}

/**
 * The sizes that are asked for, or the assignment's as far as there are images for them.
 *
 * @param available how many there are to train on and validate with, and to test with
 * @param defaultTraining numTraining unless given; less if there are fewer
 * @throws {TypeError} if a size is not a number
 * @throws {RangeError} if a size is not whole or negative, or there are fewer images
 */
export function splitSizes(
  caller: string,
  { numTraining: asked, numValidation, numTest }: SettledSplit,
  available: { readonly training: number; readonly test: number },
  defaultTraining: number,
): SplitSizes {
  checkWhole(caller, "numValidation", numValidation, 0, available.training - 1);
  const rest = available.training - numValidation;
  const numTraining = asked ?? Math.min(defaultTraining, rest);
  checkWhole(caller, "numTraining", numTraining, 1, available.training);
  if (numTraining > rest) {
    throw new RangeError(
      `${caller}: expected numTraining + numValidation to be at most ${available.training}, the images there are, got ${numTraining} + ${numValidation}`,
    );
  }
  checkWhole(caller, "numTest", numTest, 0, available.test);
  return { numTraining, numValidation, numTest };
}

/**
 * Training images first, validation images after them; the mean is that of the training images.
 *
 * @param training numTraining + numValidation images or more
 * @param test numTest images or more
 */
export function splitImages(
  training: LabelledImages,
  test: LabelledImages,
  { numTraining, numValidation, numTest }: SplitSizes,
  subtractMean: boolean,
): Pick<ImageSplits, "XTrain" | "yTrain" | "XVal" | "yVal" | "XTest" | "yTest"> {
  const mean = subtractMean
    ? meanImage(training.pixels.subarray(0, numTraining * IMAGE_LENGTH))
    : new Float64Array(IMAGE_LENGTH);
  const part = ({ pixels, labels }: LabelledImages, start: number, count: number): [ImageSet, NDArray] => [
    new ImageSet(pixels, mean).slice(start, start + count),
    new NDArray(labels, [labels.length]).slice(start, start + count),
  ];
  const [XTrain, yTrain] = part(training, 0, numTraining);
  const [XVal, yVal] = part(training, numTraining, numValidation);
  const [XTest, yTest] = part(test, 0, numTest);
  return { XTrain, yTrain, XVal, yVal, XTest, yTest };
}
