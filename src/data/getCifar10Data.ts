import { fillOptions } from "../numeric/arguments/fillOptions.js";
import { cifar10Dir } from "./cifar10Dir.js";
import { findCifar10, readImages } from "./cifar10Batches.js";
import { type ImageSplits, SPLIT_DEFAULTS, splitImages, type SplitOptions, splitSizes } from "./imageSplits.js";

/** Records of each batch that `small` takes. */
const SMALL_BATCH = 1000;

/** The assignment's number of training images; sets that are smaller give all but the validation images. */
const NUM_TRAINING = 49_000;

/** Options of `getCifar10Data`. */
export interface Cifar10Options extends SplitOptions {
  /** the folder of the binary batches; see cifar10Dir for where it is looked for unless given */
  readonly dir?: string | undefined;
  /** take only the first 1000 records of each batch: 5000 images to train on and validate with, 1000 to test with */
  readonly small?: boolean;
}

export const CIFAR10_DEFAULTS = { ...SPLIT_DEFAULTS, dir: undefined as string | undefined, small: false };

/**
 * CIFAR-10 in the assignment's parts: the first images of the five batches to train on (49,000
 * unless given, or as many as there are besides the validation images), the following 1000 to
 * validate with, the first 1000 of the test batch; the mean training image subtracted from all.
 *
 * @returns XTrain, XVal, XTest, each (N, 3, 32, 32), with yTrain, yVal, yTest, each (N,) int32, and classNames
 * @throws {TypeError} if an option has an unknown name
 * @throws {RangeError} if there are fewer images than asked for, or a number is not whole
 * @throws {Error} if the folder is missing, empty or damaged
 * @example
 * ```ts needs=CIFAR10_DIR
 * const { XTrain, yTrain, XVal, classNames } = getCifar10Data({ numTraining: 1000 });
 * XTrain.shape // [ 1000, 3, 32, 32 ]
 * XVal.shape // [ 1000, 3, 32, 32 ]
 * yTrain.dtype // "int32"
 * classNames[6] // "frog"
 * ```
 */
export function getCifar10Data(options: Cifar10Options = {}): ImageSplits {
  const { dir, small, ...split } = fillOptions("getCifar10Data", options, CIFAR10_DEFAULTS);
  const batches = findCifar10(cifar10Dir(dir), small ? SMALL_BATCH : Infinity);
  const available = {
    training: batches.training.reduce((total, { records }) => total + records, 0),
    test: batches.test.records,
  };
  const sizes = splitSizes("getCifar10Data", split, available, NUM_TRAINING);
  const training = readImages(batches.training, sizes.numTraining + sizes.numValidation);
  const test = readImages([batches.test], sizes.numTest);
  return {
    ...splitImages(training, test, sizes, split.subtractMean),
    classNames: batches.classNames,
    source: `CIFAR-10, ${available.training} + ${available.test} images`,
    synthetic: false,
    notice: "",
  };
}
