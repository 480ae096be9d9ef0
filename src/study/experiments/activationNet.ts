/** The two-layer network with another activation in its middle, to compare activations by. */
import type { Labels } from "../../nn/checks/labels.js";
import { affineBackward, affineForward } from "../../nn/layers/affine.js";
import { affineParameterGradients } from "../../nn/layers/parameterGradients.js";
import { softmaxLoss } from "../../nn/layers/softmaxLoss.js";
import type { Parameters } from "../../nn/models/model.js";
import type { TwoLayerNetOptions } from "../../nn/models/networkOptions.js";
import { TwoLayerNet, type TwoLayerParameters } from "../../nn/models/twoLayerNet.js";
import { arange } from "../../numeric/array/create.js";
import type { Examples } from "../../numeric/array/examples.js";
import { addScaled, sumOfSquares } from "../../numeric/array/linearAlgebra.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { type Activation, checkActivation } from "./activation.js";

/**
 * affine - activation - affine - softmax; options, parameters and losses as TwoLayerNet has them.
 *
 * @example
 * const [, tanh] = activations;
 * const net = new ActivationNet(tanh, { inputDim: 4, hiddenDim: 5, numClasses: 3 });
 * net.scores(new RandomState(0).randn(2, 4)).shape // [ 2, 3 ]
 */
export class ActivationNet extends TwoLayerNet {
  readonly activation: Activation;

  /**
   * @throws {RangeError} if a size is not a whole number of 1 or more, or weightScale or reg is negative
   * @throws {TypeError} if an option has an unknown name
   */
  constructor(activation: Activation, options: TwoLayerNetOptions = {}) {
    super(options);
    checkActivation("ActivationNet", activation);
    this.activation = activation;
  }

  /** What goes into the activation, (N, H), for N examples. */
  preactivations(X: Examples): NDArray {
    return affineForward(floats(X), this.params.W1, this.params.b1)[0];
  }

  override scores(X: Examples): NDArray {
    const [hidden] = this.activation.apply(this.preactivations(X));
    return affineForward(hidden, this.params.W2, this.params.b2)[0];
  }

  override loss(X: Examples, y: Labels, into?: Parameters): [loss: number, grads: TwoLayerParameters] {
    const { W1, b1, W2, b2 } = this.params;
    const [a, affineCache] = affineForward(floats(X), W1, b1);
    const [hidden, activationBackward] = this.activation.apply(a);
    const [scores, scoresCache] = affineForward(hidden, W2, b2);
    const [dataLoss, dscores] = softmaxLoss(scores, y);

    const { dx: dhidden, dw: dW2, db: db2 } = affineBackward(dscores, scoresCache);
    const da = activationBackward(dhidden);
    const { dw: dW1, db: db1 } = affineParameterGradients(da, affineCache, into && { dw: into.W1!, db: into.b1! });
    addScaled(dW1, this.reg, W1);
    addScaled(dW2, this.reg, W2);
    const penalty = 0.5 * this.reg * (sumOfSquares(W1) + sumOfSquares(W2));
    return [dataLoss + penalty, { W1: dW1, b1: db1, W2: dW2, b2: db2 }];
  }
}

function floats(X: Examples): NDArray {
  return X instanceof NDArray ? X : X.takeRows(arange(X.shape[0]).data);
}
