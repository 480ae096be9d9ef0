/**
 * The two-layer network of the assignment: affine - ReLU - affine - softmax.
 *
 * The input is not counted as a layer; the hidden units and the class scores are the two. The last
 * layer has no activation: its outputs are the scores.
 */
import { checkNotNegative } from "../../numeric/arguments/check.js";
import { zeros } from "../../numeric/array/create.js";
import type { Examples } from "../../numeric/array/examples.js";
import { addScaled, sumOfSquares } from "../../numeric/array/linearAlgebra.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { floatsOf, mapRows } from "../../numeric/array/rowBlocks.js";
import type { Labels } from "../checks/labels.js";
import { affineBackward, affineForward } from "../layers/affine.js";
import { affineReluForward } from "../layers/affineRelu.js";
import { affineReluParameterGradients, type ParameterGradients } from "../layers/parameterGradients.js";
import { softmaxLoss } from "../layers/softmaxLoss.js";
import type { Model, Parameters } from "./model.js";
import { checkExamples, readOptions, type TwoLayerNetOptions } from "./networkOptions.js";
import { loadParameters, saveParameters } from "./parameterFile.js";
import { withPlacedParameters } from "./parameters.js";

/** W1 (D, H), b1 (H,), W2 (H, C), b2 (C,), or their gradients. */
export type TwoLayerParameters = { W1: NDArray; b1: NDArray; W2: NDArray; b2: NDArray };

/** Hidden units, and what turns their gradient into those of the layer's parameters. */
export type HiddenLayer = [hidden: NDArray, backward: (dhidden: NDArray, into?: ParameterGradients) => ParameterGradients];

/**
 * The two-layer network of the assignment, affine - ReLU - affine - softmax, with L2 regularisation.
 *
 * @example
 * const random = new RandomState(231);
 * const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, weightScale: 0.1, random });
 * const X = random.randn(2, 4);
 * model.scores(X).shape // [ 2, 3 ]
 * const [loss, { W1: dW1 }] = model.loss(X, [0, 2]);
 * formatFixed(loss, 6) // "1.094529"
 * const numeric = evalNumericalGradient(() => model.loss(X, [0, 2])[0], model.params.W1);
 * relError(numeric, dW1) < 1e-6 // true
 */
export class TwoLayerNet implements Model {
  /** W1 (D, H), b1 (H,), W2 (H, C), b2 (C,) */
  params: TwoLayerParameters;
  reg: number;

  /**
   * Draws the weights from a normal distribution, W1 before W2; biases start at 0.
   *
   * @throws {RangeError} if a size is not a whole number of 1 or more, weightScale or reg is negative, or dtype is
   * another type
   * @throws {TypeError} if an option has an unknown name
   */
  constructor(options: TwoLayerNetOptions = {}) {
    const { inputDim: D, hiddenDim: H, numClasses: C, weightScale, reg, dtype, random } = readOptions(options);
    const W1 = random.randn(D, H).mul(weightScale).astype(dtype);
    const W2 = random.randn(H, C).mul(weightScale).astype(dtype);
    this.params = { W1, b1: zeros(H, dtype), W2, b2: zeros(C, dtype) };
    this.reg = reg;
  }

  /**
   * Class scores.
   *
   * @param X examples, (N, d1, ..., dk) with d1·...·dk = D
   * @returns (N, C)
   * @throws {TypeError} if X is not an NDArray or an ImageSet
   * @throws {RangeError} if the examples have another size than D
   */
  scores(X: Examples): NDArray {
    checkExamples("scores", X, this.params.W1);
    const { W1, b2 } = this.params;
    const scored = (rows: NDArray): NDArray => affineForward(this.hiddenLayer(rows)[0], this.params.W2, this.params.b2)[0];
    if (X instanceof NDArray && X.dtype === W1.dtype) return scored(X);
    return withPlacedParameters(this, () => mapRows(X, b2.size, W1.dtype, scored));
  }

  /**
   * The mean softmax loss plus `0.5·reg·(ΣW1² + ΣW2²)`, and its gradients.
   *
   * @param X examples, (N, d1, ..., dk) with d1·...·dk = D
   * @param y right classes, N whole numbers from 0 to C - 1
   * @param into gradients of an earlier call whose memory may be used again; default new arrays
   * @returns `[loss, grads]` with grads by parameter name, each in its parameter's shape
   * @throws {RangeError} if the examples have another size than D, or y does not fit them
   * @throws {TypeError} if X is not an NDArray or an ImageSet, y not an array, or a label not a whole number
   */
  loss(X: Examples, y: Labels, into?: Parameters): [loss: number, grads: TwoLayerParameters] {
    checkExamples("loss", X, this.params.W1);
    checkNotNegative("TwoLayerNet.loss", "reg", this.reg);
    const { W1, W2, b2 } = this.params;
    const [hidden, hiddenBackward] = this.hiddenLayer(floatsOf(X, W1.dtype));
    const [scores, scoresCache] = affineForward(hidden, W2, b2);
    const [dataLoss, dscores] = softmaxLoss(scores, y);
    const loss = dataLoss + 0.5 * this.reg * (sumOfSquares(W1) + sumOfSquares(W2));

    const { dx: dhidden, dw: dW2, db: db2 } = affineBackward(dscores, scoresCache);
    const { dw: dW1, db: db1 } = hiddenBackward(dhidden, into && { dw: into.W1!, db: into.b1! });
    // d(0.5·reg·ΣW²)/dW = reg·W; the biases are not regularised
    addScaled(dW1, this.reg, W1);
    addScaled(dW2, this.reg, W2);
    return [loss, { W1: dW1, b1: db1, W2: dW2, b2: db2 }];
  }

  /** The first layer, affine - ReLU: (N, H), and its way back to the gradients of W1 and b1. */
  protected hiddenLayer(rows: NDArray): HiddenLayer {
    const [hidden, cache] = affineReluForward(rows, this.params.W1, this.params.b1);
    return [hidden, (dhidden, into) => affineReluParameterGradients(dhidden, cache, into)];
  }

  /**
   * Writes the parameters as an `.npz` file, which `np.load` reads.
   *
   * @returns the path written to, with `.npz` added if it was missing
   * @throws {Error} if the file cannot be written; one that was there before stays
   */
  save(path: string): string {
    return saveParameters(path, this.params);
  }

  /**
   * Replaces the parameters by those of an `.npz` file that `save` or `np.savez` has written.
   *
   * @throws {Error} if the file cannot be read; the parameters stay as they are
   * @throws {RangeError} if it is not an .npz file or its arrays have other names or shapes;
   * the parameters stay as they are
   */
  load(path: string): void {
    this.params = loadParameters(path, this.params) as TwoLayerParameters;
  }
}
