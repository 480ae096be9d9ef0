/**
 * Made-up images with CIFAR-10's shape, for whoever has no data yet: ten classes that a linear
 * classifier hardly tells apart and a two-layer network does, though not without mistakes.
 *
 * Each class has a smooth pattern. An image shows its class's pattern in positive or, just as
 * often, in negative, so that the class's mean image says little: that is what defeats a linear
 * classifier. Over it lie the pattern of some class at random, sometimes the stronger of the two
 * (no classifier can be right then), a background of unrelated patterns, and noise.
 */
import { checkWhole } from "../numeric/arguments/check.js";
import { addScaled } from "../numeric/array/linearAlgebra.js";
import { NDArray } from "../numeric/array/ndarray.js";
import { placedCopy, placedZeros, release } from "../numeric/array/placement.js";
import { RandomState } from "../numeric/random/randomState.js";
import { IMAGE_LENGTH } from "./imageLength.js";
import type { LabelledImages } from "./imageSplits.js";
import { smoothPatterns } from "./smoothPatterns.js";

const NUM_CLASSES = 10;
const CLASS_GRID = 4;
const NUM_BACKGROUNDS = 8;
const BACKGROUND_GRID = 6;
const NOISE_LENGTH = 2 ** 16;

/** All in grey levels, 0..255, as standard deviations over an image. */
const BRIGHTNESS = 125;
const PATTERN = 60;
const BACKGROUND = 35;
const NOISE = 20;

/** Strengths as multiples of PATTERN: of the class's own pattern from WEAKEST to 1, of the other from 0 to STRONGEST_OTHER. */
const WEAKEST = 0.2;
const STRONGEST_OTHER = 1.1;

/**
 * Draws images and their classes. The first images of a seed are the same however many are drawn.
 *
 * The order of draws: 10 class patterns, 8 backgrounds, 65,536 noise values; then for each image
 * its class, sign and strength, the other class, its sign and strength, 8 background strengths,
 * and where its noise starts.
 *
 * @param count how many, 1..100000
 * @param seed 0..2³²-1; 0 unless given
 * @throws {RangeError} if count or seed is out of range or not whole
 */
export function syntheticImages(count: number, seed: number = 0): LabelledImages {
  checkWhole("syntheticImages", "count", count, 1, 100_000);
  const random = new RandomState(seed);
  const drawn = [
    ...smoothPatterns(random, NUM_CLASSES, CLASS_GRID),
    ...smoothPatterns(random, NUM_BACKGROUNDS, BACKGROUND_GRID),
  ];
  const noise = Float64Array.from(random.randn(NOISE_LENGTH).data, (value) => BRIGHTNESS + NOISE * value);
  const pixels = new Uint8Array(count * IMAGE_LENGTH);
  const clamped = new Uint8ClampedArray(pixels.buffer);
  const labels = new Int32Array(count);
  // In the engine's memory, where it adds several numbers at a time.
  const patterns = drawn.map((pattern) => placedCopy(new NDArray(pattern, [IMAGE_LENGTH])));
  const image = placedZeros([IMAGE_LENGTH], "float64");
  try {
    for (let i = 0; i < count; i++) {
      const { label, strengths } = drawContent(random);
      const start = random.randint(NOISE_LENGTH - IMAGE_LENGTH + 1);
      image.data.set(noise.subarray(start, start + IMAGE_LENGTH));
      for (let k = 0; k < strengths.length; k++) if (strengths[k] !== 0) addScaled(image, strengths[k], patterns[k]);
      labels[i] = label;
      clamped.set(image.data, i * IMAGE_LENGTH);
    }
  } finally {
    for (const placed of [...patterns, image]) release(placed);
  }
  return { pixels, labels };
}

/** The class of an image, and how strongly each of the patterns shows in it. */
function drawContent(random: RandomState): { label: number; strengths: Float64Array } {
  const strengths = new Float64Array(NUM_CLASSES + NUM_BACKGROUNDS);
  const label = random.randint(NUM_CLASSES);
  strengths[label] += PATTERN * drawSign(random) * random.uniform(WEAKEST, 1);
  const other = random.randint(NUM_CLASSES);
  strengths[other] += PATTERN * drawSign(random) * random.uniform(0, STRONGEST_OTHER);
  for (let i = NUM_CLASSES; i < strengths.length; i++) {
    strengths[i] = (BACKGROUND / Math.sqrt(NUM_BACKGROUNDS)) * random.randn();
  }
  return { label, strengths };
}

function drawSign(random: RandomState): number {
  return random.randint(2) === 1 ? 1 : -1;
}
