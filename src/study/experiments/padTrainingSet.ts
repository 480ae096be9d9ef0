/** Ways to make a training set larger that add nothing new. */
import { type Labels, readLabels } from "../../nn/checks/labels.js";
import { checkCount } from "../../numeric/arguments/check.js";
import { fillOptions, unknownName } from "../../numeric/arguments/fillOptions.js";
import { zeros } from "../../numeric/array/create.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { RandomState } from "../../numeric/random/randomState.js";

/**
 * `duplicates`: every example again; `noisy copies`: every example again, with noise added to it;
 * `noise`: as many examples of noise alone, with labels at random from those there are.
 */
export type Padding = "duplicates" | "noisy copies" | "noise";

/** Options of `padTrainingSet`. */
export interface PaddingOptions {
  /** how many examples are added for each one there is; default 3 */
  readonly copies?: number;
  /** standard deviation of the normal noise, in the unit of X; default 30 */
  readonly deviation?: number;
  /** draws the noise, then the labels; default seed 0 */
  readonly random?: RandomState;
}

const PADDINGS: readonly Padding[] = ["duplicates", "noisy copies", "noise"];

/**
 * The examples, followed by `copies` times as many that are no new ones.
 *
 * @param X examples, (N, d1, ..., dk)
 * @param y right classes, N whole numbers
 * @returns `[X, y]` with N·(copies + 1) examples
 * @throws {TypeError} if an option has an unknown name, or a label is not a whole number
 * @throws {RangeError} if the padding is unknown, y does not fit X, or copies is not a whole number of 1 or more
 * @example
 * const [X, y] = padTrainingSet(array([[1], [2]]), [0, 1], "duplicates", { copies: 1 });
 * X.toList() // [ [ 1 ], [ 2 ], [ 1 ], [ 2 ] ]
 * y.toList() // [ 0, 1, 0, 1 ]
 */
export function padTrainingSet(X: NDArray, y: Labels, padding: Padding, options: PaddingOptions = {}): [X: NDArray, y: NDArray] {
  if (!PADDINGS.includes(padding)) throw new RangeError(`padTrainingSet: ${unknownName("padding", padding, PADDINGS)}`);
  const { copies, deviation, random } = fillOptions<Required<PaddingOptions>>("padTrainingSet", options, {
    copies: 3,
    deviation: 30,
    random: new RandomState(0),
  });
  checkCount("padTrainingSet", "copies", copies);
  const [N = 0, ...shape] = X.shape;
  const labels = readLabels("padTrainingSet", y, N, Infinity);
  const padded = zeros([N * (copies + 1), ...shape], X.dtype);
  for (let i = 0; i < padded.size; i++) {
    const own = i < X.size || padding !== "noise" ? X.data[i % X.size] : 0;
    padded.data[i] = i < X.size || padding === "duplicates" ? own : own + deviation * random.randn();
  }
  const drawLabel = (i: number) => (i < N || padding !== "noise" ? labels[i % N] : labels[random.randint(N)]);
  const paddedLabels = Int32Array.from({ length: N * (copies + 1) }, (_, i) => drawLabel(i));
  return [padded, new NDArray(paddedLabels, [paddedLabels.length])];
}
