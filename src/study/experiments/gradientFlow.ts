/** What is left of a gradient on its way back through many layers. */
import { checkCount, checkNotNegative } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { zeros } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { sumOfSquares } from "../../numeric/array/linearAlgebra.js";
import { type Activation, checkActivation } from "./activation.js";
import { affineBackward, affineForward } from "../../nn/layers/affine.js";
import { RandomState } from "../../numeric/random/randomState.js";

/** Options of `gradientFlow`. */
export interface GradientFlowOptions {
  /** layers, each affine - activation; default 20 */
  readonly depth?: number;
  /** units of each layer, and inputs; default 100 */
  readonly width?: number;
  /** examples; default 50 */
  readonly numExamples?: number;
  /** standard deviation of the weights times √width; default 1 */
  readonly gain?: number;
  /** draws the inputs, each layer's weights from the first on, and the upstream gradient; default seed 0 */
  readonly random?: RandomState;
}

/**
 * Sends normal inputs forward through layers with normal weights and no biases, and a normal
 * gradient back.
 *
 * @returns norms of the gradient, as multiples of the one that came in at the top: the k-th
 * element (k = 0 .. depth) is what is left after k layers
 * @throws {TypeError} if an option has an unknown name
 * @throws {RangeError} if depth, width or numExamples is not a whole number of 1 or more, or gain is negative
 * @example
 * const [sigmoid] = activations;
 * gradientFlow(sigmoid, { depth: 3, width: 10 }).map((norm) => formatFixed(norm, 4)) // [ '1.0000', '0.2280', '0.0538', '0.0122' ]
 */
export function gradientFlow(activation: Activation, options: GradientFlowOptions = {}): number[] {
  checkActivation("gradientFlow", activation);
  const { depth, width, numExamples, gain, random } = readOptions(options);
  let x = random.randn(numExamples, width);
  const layers = Array.from({ length: depth }, () => {
    const [out, back] = layer(activation, x, random.randn(width, width).mul(gain / Math.sqrt(width)));
    x = out;
    return back;
  });
  let dout = random.randn(numExamples, width);
  const norms = [norm(dout)];
  for (const back of layers.reverse()) {
    dout = back(dout);
    norms.push(norm(dout));
  }
  return norms.map((value) => value / norms[0]);
}

function readOptions(options: GradientFlowOptions): Required<GradientFlowOptions> {
  const settled = fillOptions<Required<GradientFlowOptions>>("gradientFlow", options, {
    depth: 20,
    width: 100,
    numExamples: 50,
    gain: 1,
    random: new RandomState(0),
  });
  for (const name of ["depth", "width", "numExamples"] as const) checkCount("gradientFlow", name, settled[name]);
  checkNotNegative("gradientFlow", "gain", settled.gain);
  return settled;
}

/** affine - activation, with its backward pass down to the gradient of x. */
function layer(activation: Activation, x: NDArray, w: NDArray): [out: NDArray, back: (dout: NDArray) => NDArray] {
  const [a, cache] = affineForward(x, w, zeros(w.shape[1]));
  const [out, activationBackward] = activation.apply(a);
  return [out, (dout) => affineBackward(activationBackward(dout), cache).dx];
}

function norm(x: NDArray): number {
  return Math.sqrt(sumOfSquares(x));
}
