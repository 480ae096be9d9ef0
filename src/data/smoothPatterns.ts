/** Smooth coloured patterns, the stuff of which synthetic images are made. */
import type { RandomState } from "../numeric/random/randomState.js";
import { IMAGE_LENGTH } from "./imageLength.js";

const SIDE = 32;
const CHANNELS = 3;

/** Standard deviations of what the channels share and of what each has for itself, as in photographs: mostly grey. */
const GREY = 0.8;
const COLOUR = 0.6;

/**
 * Draws patterns that vary slowly over the image, with normal values at the points of a coarse grid.
 *
 * The order of draws, pattern by pattern: grid² grey values, then grid² of each channel.
 *
 * @param count how many
 * @param grid points a side, 2..32
 * @returns count patterns of 3072 values with a mean square of 1
 */
export function smoothPatterns(random: RandomState, count: number, grid: number): Float64Array[] {
  const weights = interpolationWeights(grid);
  return Array.from({ length: count }, () => {
    const grey = random.randn(grid, grid).data;
    const pattern = new Float64Array(IMAGE_LENGTH);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const points = random.randn(grid, grid).data.map((colour, i) => GREY * grey[i] + COLOUR * colour);
      pattern.set(interpolate(points, weights, grid), channel * SIDE * SIDE);
    }
    return withUnitMeanSquare(pattern);
  });
}

/** (32, grid): how much each grid point counts at each pixel of a side, two of them at a time. */
function interpolationWeights(grid: number): Float64Array {
  const weights = new Float64Array(SIDE * grid);
  for (let pixel = 0; pixel < SIDE; pixel++) {
    const position = ((pixel + 0.5) / SIDE) * (grid - 1);
    const point = Math.floor(position);
    const t = position - point;
    const smooth = t * t * (3 - 2 * t);
    weights[pixel * grid + point] = 1 - smooth;
    weights[pixel * grid + point + 1] = smooth;
  }
  return weights;
}

/** A plane of 32 x 32 pixels: weights · points · weightsᵀ. */
function interpolate(points: ArrayLike<number>, weights: Float64Array, grid: number): Float64Array {
  const plane = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      let sum = 0;
      for (let i = 0; i < grid * grid; i++) {
        sum += weights[y * grid + Math.floor(i / grid)] * points[i] * weights[x * grid + (i % grid)];
      }
      plane[y * SIDE + x] = sum;
    }
  }
  return plane;
}

function withUnitMeanSquare(pattern: Float64Array): Float64Array {
  const meanSquare = pattern.reduce((sum, value) => sum + value * value, 0) / pattern.length;
  return pattern.map((value) => value / Math.sqrt(meanSquare));
}
