import type { NDArray } from "../../numeric/array/ndarray.js";
import { type AffineParameterGradients, affineParameterGradients } from "./affine.js";
import type { AffineReluCache } from "./affineRelu.js";
import { checkCache } from "../checks/layerInputs.js";
import { reluBackward } from "./relu.js";

/**
 * As `affineReluBackward`, without dx: all that training needs of the first layer.
 *
 * @param into gradients of an earlier call whose memory may be used again; new arrays unless told
 * @example
 * const [, cache] = affineReluForward(array([[1, 2]]), array([[1, -1], [0, -1]]), zeros(2));
 * affineReluParameterGradients(array([[1, 1]]), cache).dw // array([[1., 0.], [2., 0.]])
 */
export function affineReluParameterGradients(dout: NDArray, cache: AffineReluCache, into?: AffineParameterGradients): AffineParameterGradients {
  checkCache("affineReluBackward", "affineRelu", cache);
  return affineParameterGradients(reluBackward(dout, cache.relu), cache.affine, into);
}
