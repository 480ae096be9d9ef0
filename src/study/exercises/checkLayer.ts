/** Checks a learner's own layer: a forward and a backward function. */
import { unknownName } from "../../numeric/arguments/fillOptions.js";
import type { CheckReport } from "./checkReport.js";
import { leakyReluSubject, reluSubject, sigmoidSubject, tanhSubject } from "./layer/activationSubjects.js";
import { affineReluSubject, affineSubject } from "./layer/affineSubjects.js";
import { backwardChecks } from "./layer/backwardChecks.js";
import { forwardChecks } from "./layer/forwardChecks.js";
import type { Backward, Forward } from "./layer/learnersLayer.js";
import { runChecks } from "./runChecks.js";

/** What checks know of each layer. */
export const layerSubjects = {
  affine: affineSubject,
  relu: reluSubject,
  affineRelu: affineReluSubject,
  leakyRelu: leakyReluSubject,
  sigmoid: sigmoidSubject,
  tanh: tanhSubject,
} as const;

/** The layers that can be checked. */
export type LayerName = keyof typeof layerSubjects;

/**
 * Checks a layer at inputs of both signs: values, shapes and types, numeric gradients, exact
 * zeros, NaN, and whether inputs stay unchanged.
 *
 * @param layer which one it is meant to be
 * @param forward takes the layer's inputs (x, or x, w and b) and returns `[out, cache]`; x is
 * (N, d1, ..., dk), w (D, M), b (M,)
 * @param backward takes dout and the cache and returns the gradients, `{ dx, dw, db }` in the shapes
 * of x, w and b, or dx alone
 * @returns what was found; whatever the functions throw is a finding too
 * @throws {RangeError} if there is no layer of that name, with the nearest one
 * @example
 * checkLayer("affine", affineForward, affineBackward).headline // "affine layer: 13 of 13 checks passed"
 * const backward = (dout, cache) => dout;
 * checkLayer("relu", reluForward, backward).failures[0].diagnosis
 * // "nothing is masked: the gradient goes back through ReLU as it came. It passes only where ReLU's input was positive: dout · [x > 0]"
 */
export function checkLayer(layer: LayerName, forward: Forward, backward: Backward): CheckReport {
  if (!Object.hasOwn(layerSubjects, layer)) {
    throw new RangeError(`checkLayer: ${unknownName("layer", layer, Object.keys(layerSubjects))}`);
  }
  const subject = layerSubjects[layer]();
  return runChecks(subject.key, [forwardChecks(subject, forward), backwardChecks(subject, forward, backward)]);
}
