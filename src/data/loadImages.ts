import { exists } from "#host/files";
import { environment, isPage } from "#host/machine";
import { fillOptions } from "../numeric/arguments/fillOptions.js";
import { cifar10Dir, namedCifar10Dir } from "./cifar10Dir.js";
import { CIFAR10_DEFAULTS, type Cifar10Options, getCifar10Data } from "./getCifar10Data.js";
import { IMAGE_LENGTH } from "./imageLength.js";
import { type ImageSplits, type LabelledImages, type SettledSplit, splitImages, splitSizes } from "./imageSplits.js";
import { syntheticImages } from "./syntheticImages.js";

/** As many synthetic images as `small` takes of CIFAR-10, unless more are asked for. */
const SYNTHETIC_TRAINING = 4000;

/** No more than CIFAR-10 has: what works with synthetic images works with it too. */
const AVAILABLE = { training: 50_000, test: 10_000 };

const SYNTHETIC_NOTICE = [
  "**********************************************************************",
  "  SYNTHETIC IMAGES, NOT CIFAR-10: made up from a seed, with the shape",
  "  of CIFAR-10 and classes that mean nothing. No accuracy on them says",
  ...(isPage
    ? ["  anything about photographs. For CIFAR-10 choose its files by", "  \"Use CIFAR-10…\" above the list of notebooks; restart the kernel."]
    : ["  anything about photographs. For CIFAR-10 run `npm run data`, or set", "  CIFAR10_DIR to the folder of its binary version, and start again."]),
  "**********************************************************************",
].join("\n");

/** Options of `loadImages`. */
export interface LoadOptions extends Cifar10Options {
  /** of the synthetic images, 0..2³²-1; 0 unless given */
  readonly seed?: number;
}

/**
 * CIFAR-10 where it is present, as getCifar10Data gives it, and synthetic images elsewhere.
 *
 * A folder that was asked for, by `dir` or CIFAR10_DIR, must have the data: nobody who names a
 * folder gets other images for a misspelt name. Print `notice` and title figures with `source`.
 * With the environment variable CIFAR10_SMALL=1 the option `small` is on unless given, so that
 * all notebooks of a run take the same part of CIFAR-10.
 *
 * @returns the parts of getCifar10Data; synthetic images have the default sizes 4000, 1000 and 1000,
 *   and are no more than CIFAR-10's
 * @throws {TypeError} if an option has an unknown name
 * @throws {RangeError} if there are fewer images than asked for, or a number is not whole
 * @throws {Error} if the folder asked for is missing, or a folder is empty or damaged
 * @example
 * const { XTrain, XVal, XTest } = loadImages({ numTraining: 200, numValidation: 50, numTest: 50 });
 * XTrain.shape // [ 200, 3, 32, 32 ]
 * XTrain.takeRows([3, 1]).shape // [ 2, 3, 32, 32 ]
 */
export function loadImages(options: LoadOptions = {}): ImageSplits {
  const { seed, ...settled } = fillOptions("loadImages", options, {
    ...CIFAR10_DEFAULTS,
    small: environment["CIFAR10_SMALL"] === "1",
    seed: 0,
  });
  const isExpected = namedCifar10Dir(settled.dir) !== undefined || exists(cifar10Dir());
  return isExpected ? getCifar10Data(settled) : loadSynthetic(settled, seed);
}

function loadSynthetic(split: SettledSplit, seed: number): ImageSplits {
  const sizes = splitSizes("loadImages", split, AVAILABLE, SYNTHETIC_TRAINING);
  const training = sizes.numTraining + sizes.numValidation;
  const { pixels, labels } = syntheticImages(training + sizes.numTest, seed);
  const part = (start: number, stop?: number): LabelledImages => ({
    pixels: pixels.subarray(start * IMAGE_LENGTH, stop && stop * IMAGE_LENGTH),
    labels: labels.subarray(start, stop),
  });
  return {
    ...splitImages(part(0, training), part(training), sizes, split.subtractMean),
    classNames: Array.from({ length: 10 }, (_, index) => `pattern ${index}`),
    source: `SYNTHETIC images, not CIFAR-10 (seed ${seed})`,
    synthetic: true,
    notice: SYNTHETIC_NOTICE,
  };
}
