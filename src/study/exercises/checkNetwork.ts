/** Checks a learner's own two-layer network. */
import type { CheckReport } from "./checkReport.js";
import { initialisationChecks } from "./network/initialisationChecks.js";
import type { NetworkClass } from "./network/learnersNetwork.js";
import { networkLossChecks } from "./network/networkLossChecks.js";
import { scoresChecks } from "./network/scoresChecks.js";
import { runChecks } from "./runChecks.js";

/**
 * Checks a two-layer network with hidden units of both signs: how it starts, what it takes from
 * the random stream, scores, loss and regularisation, numeric gradients without and with it, ln(C)
 * at weights of 0, exact zeros, scores of 1000, NaN, and whether anything is changed in place or kept
 * from one call to the next.
 *
 * @param Network a class whose constructor takes `{ inputDim, hiddenDim, numClasses, weightScale,
 * reg, random }`, with `params` (W1 (D, H), b1 (H,), W2 (H, C), b2 (C,)), `scores(X)` (N, C) and
 * `loss(X, y)`, which returns `[loss, grads]`, grads by the names of the parameters; y is a list of
 * N labels
 * @returns what was found; whatever the class throws is a finding too
 * @example
 * checkNetwork(TwoLayerNet).headline // "two-layer network: 29 of 29 checks passed"
 */
export function checkNetwork(Network: NetworkClass): CheckReport {
  const groups = [initialisationChecks(Network), scoresChecks(Network), networkLossChecks(Network)];
  return runChecks("network", groups);
}
