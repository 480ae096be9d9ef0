/** What the two-layer network asks of its options and its examples. */
import { checkCount, checkNotNegative } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { checkFloatType } from "../../numeric/array/dtype.js";
import { checkIsExamples, type Examples } from "../../numeric/array/examples.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkShape, sizeOf } from "../../numeric/array/shape.js";
import { RandomState } from "../../numeric/random/randomState.js";

/** Options of `new TwoLayerNet`. */
export interface TwoLayerNetOptions {
  /** D, inputs per example; default 3·32·32 */
  readonly inputDim?: number;
  /** H, hidden units; default 100 */
  readonly hiddenDim?: number;
  /** C, classes; default 10 */
  readonly numClasses?: number;
  /** standard deviation of the initial weights, 0 or more; default 1e-3 */
  readonly weightScale?: number;
  /** strength of the L2 regularisation, 0 or more; default 0 */
  readonly reg?: number;
  /** type of the parameters, default "float64"; float32 is faster and good for about 1e-6 */
  readonly dtype?: "float64" | "float32";
  /** draws W1, then W2; default seed 0 */
  readonly random?: RandomState;
}

export function readOptions(options: TwoLayerNetOptions): Required<TwoLayerNetOptions> {
  const settled = fillOptions<Required<TwoLayerNetOptions>>("TwoLayerNet", options, {
    inputDim: 3 * 32 * 32,
    hiddenDim: 100,
    numClasses: 10,
    weightScale: 1e-3,
    reg: 0,
    dtype: "float64",
    random: new RandomState(0),
  });
  for (const name of ["inputDim", "hiddenDim", "numClasses"] as const) checkCount("TwoLayerNet", name, settled[name]);
  for (const name of ["weightScale", "reg"] as const) checkNotNegative("TwoLayerNet", name, settled[name]);
  checkFloatType("TwoLayerNet", settled.dtype);
  return settled;
}

export function checkExamples(caller: string, X: Examples, W1: NDArray): void {
  checkArray(`TwoLayerNet.${caller}`, "params.W1", W1, ["D", "H"]);
  checkIsExamples(`TwoLayerNet.${caller}`, "X", X);
  const D = W1.shape[0];
  if (X.shape.length < 2 || sizeOf(X.shape.slice(1)) !== D) checkShape(`TwoLayerNet.${caller}`, "X", X.shape, ["N", D]);
}
