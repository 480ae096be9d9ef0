/** The two-layer network with another activation in its middle, to compare activations by. */
import { affineForward } from "../../nn/layers/affine.js";
import { affineParameterGradients } from "../../nn/layers/parameterGradients.js";
import type { TwoLayerNetOptions } from "../../nn/models/networkOptions.js";
import { type HiddenLayer, TwoLayerNet } from "../../nn/models/twoLayerNet.js";
import type { Examples } from "../../numeric/array/examples.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { floatsOf } from "../../numeric/array/rowBlocks.js";
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
    return affineForward(floatsOf(X, this.params.W1.dtype), this.params.W1, this.params.b1)[0];
  }

  protected override hiddenLayer(rows: NDArray): HiddenLayer {
    const [a, cache] = affineForward(rows, this.params.W1, this.params.b1);
    const [hidden, activationBackward] = this.activation.apply(a);
    return [hidden, (dhidden, into) => affineParameterGradients(activationBackward(dhidden), cache, into)];
  }
}
