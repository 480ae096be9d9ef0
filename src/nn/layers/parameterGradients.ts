/**
 * What training needs of a network's first layer: gradients of its parameters, not of the data, in memory
 * that was allocated before.
 */
import { matmul } from "../../numeric/array/linearAlgebra.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkAffineBackward, flattenRows } from "../checks/affineInputs.js";
import { checkCache } from "../checks/layerInputs.js";
import type { AffineCache, AffineGradients } from "./affine.js";
import type { AffineReluCache } from "./affineRelu.js";
import { reluBackward } from "./relu.js";

/** All but the gradient of the data. */
export type ParameterGradients = Omit<AffineGradients, "dx">;

/**
 * As `affineBackward`, without dx.
 *
 * @param into gradients of an earlier call whose memory may be used again; default new arrays
 */
export function affineParameterGradients(dout: NDArray, cache: AffineCache, into?: ParameterGradients): ParameterGradients {
  checkAffineBackward(dout, cache);
  const dw = matmul(flattenRows(cache.x), dout, { transposeA: true, out: into?.dw });
  return { dw, db: dout.sum(0).reshape(...cache.b.shape) };
}

/** As `affineReluBackward`, without dx. */
export function affineReluParameterGradients(dout: NDArray, cache: AffineReluCache, into?: ParameterGradients): ParameterGradients {
  checkCache("affineReluBackward", "affineRelu", cache);
  return affineParameterGradients(reluBackward(dout, cache.relu), cache.affine, into);
}
