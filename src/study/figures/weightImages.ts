/** The first layer's weights as pictures: what each hidden unit looks for. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";

/**
 * Weights of channel-first images, one picture per hidden unit.
 *
 * @param W1 (3·32·32, H); column h holds unit h's weights, plane by plane
 * @returns (H, 32, 32, 3), as `imageGrid` takes it
 * @throws {RangeError} if W1 is not (3072, H)
 * @example
 * const model = new TwoLayerNet({ hiddenDim: 50 });
 * weightImages(model.params.W1).shape // [ 50, 32, 32, 3 ]
 * imageGrid(weightImages(model.params.W1)).shape // [ 263, 263, 3 ]
 */
export function weightImages(W1: NDArray): NDArray {
  checkArray("weightImages", "W1", W1, [3 * 32 * 32, "H"]);
  // a reshape to (H, 32, 32, 3) without the transpose would give noise
  return W1.reshape(3, 32, 32, -1).transpose(3, 1, 2, 0);
}
