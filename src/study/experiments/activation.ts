/** Activation functions as values, so that one experiment runs with each of them. */
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { ones } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { leakyReluBackward, leakyReluForward } from "../../nn/layers/leakyRelu.js";
import { reluBackward, reluForward } from "../../nn/layers/relu.js";
import { sigmoidBackward, sigmoidForward } from "../../nn/layers/sigmoid.js";
import { tanhBackward, tanhForward } from "../../nn/layers/tanh.js";

/** An activation function as a value: its name, and one call for both directions. */
export interface Activation {
  readonly name: string;
  /**
   * @param x inputs of any shape
   * @returns `[out, backward]`: outputs in x's shape, and the layer's backward pass at x, which
   * takes an upstream gradient in that shape
   */
  apply(x: NDArray): [out: NDArray, backward: (dout: NDArray) => NDArray];
}

/**
 * Leaky ReLU with a slope of one's own.
 *
 * @param alpha slope for negative inputs, from 0 to 1; default 0.01
 * @example
 * const [out, backward] = leakyRelu(0.1).apply(array([-2, 3]));
 * out // array([-0.2,  3. ])
 * backward(array([1, 1])) // array([0.1, 1. ])
 */
export function leakyRelu(alpha = 0.01): Activation {
  return activation(
    `leaky ReLU (alpha ${alpha})`,
    (x) => leakyReluForward(x, alpha),
    leakyReluBackward,
  );
}

/**
 * Sigmoid, tanh, ReLU and leaky ReLU (alpha 0.01), in this order.
 *
 * @example
 * activations.map(({ name }) => name) // [ 'sigmoid', 'tanh', 'ReLU', 'leaky ReLU (alpha 0.01)' ]
 */
export const activations: readonly [sigmoid: Activation, tanh: Activation, relu: Activation, leaky: Activation] = [
  activation("sigmoid", sigmoidForward, sigmoidBackward),
  activation("tanh", tanhForward, tanhBackward),
  activation("ReLU", reluForward, reluBackward),
  leakyRelu(),
];

/**
 * The derivative of an activation at every element of x, by its own backward pass.
 *
 * @example
 * const [sigmoid, tanh, relu] = activations;
 * derivative(sigmoid, array([0])) // array([0.25])
 * derivative(relu, array([-1, 1])) // array([0., 1.])
 */
export function derivative(activation: Activation, x: NDArray): NDArray {
  checkActivation("derivative", activation);
  checkArray("derivative", "x", x);
  const [, backward] = activation.apply(x);
  return backward(ones(x.shape));
}

/** @throws {TypeError} if it is none, e.g. only the name of one */
export function checkActivation(caller: string, activation: Activation): void {
  // every function has a name and an apply too
  if (typeof activation === "object" && typeof activation?.apply === "function" && typeof activation.name === "string") return;
  throw new TypeError(`${caller}: expected an activation, such as one of activations or leakyRelu(0.1), got ${describeValue(activation)}`);
}

function activation<Cache>(
  name: string,
  forward: (x: NDArray) => [out: NDArray, cache: Cache],
  backward: (dout: NDArray, cache: Cache) => NDArray,
): Activation {
  return {
    name,
    apply(x) {
      const [out, cache] = forward(x);
      return [out, (dout) => backward(dout, cache)];
    },
  };
}
