/** What checks have to know of the update rules. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { adam } from "../../../nn/optim/adam.js";
import { rmsprop } from "../../../nn/optim/rmsprop.js";
import { sgd } from "../../../nn/optim/sgd.js";
import { sgdMomentum } from "../../../nn/optim/sgdMomentum.js";
import type { UpdateRule } from "../../../nn/optim/updateRule.js";
import { diagnoses } from "../diagnoses.js";
import type { Mistake } from "../mistake.js";

export interface RuleSubject {
  readonly title: string;
  readonly right: UpdateRule<any>;
  /** settings besides the learning rate, with which mistakes show */
  readonly settings: Readonly<Record<string, number>>;
  /** what the first step often gives instead */
  mistakes(w: NDArray, dw: NDArray, config: Readonly<Record<string, number>>): Mistake[];
}

export const ruleSubjects = {
  sgd: { title: "SGD", right: sgd, settings: {}, mistakes: () => [] },
  sgdMomentum: { title: "SGD with momentum", right: sgdMomentum, settings: { momentum: 0.8 }, mistakes: () => [] },
  rmsprop: {
    title: "RMSProp",
    right: rmsprop,
    settings: { decayRate: 0.9, epsilon: 0.1 },
    mistakes: (w, dw, { learningRate, decayRate, epsilon }) => {
      const step = (d: number) => (learningRate! * d) / Math.sqrt((1 - decayRate!) * d * d + epsilon!);
      return [{ diagnosis: diagnoses.epsilonInRoot, gives: () => w.sub(dw.map(step)) }];
    },
  },
  adam: {
    title: "Adam",
    right: adam,
    settings: { beta1: 0.8, beta2: 0.9, epsilon: 0.1 },
    mistakes: (w, dw, { learningRate, beta1, beta2, epsilon }) => {
      // at the first step m / (1 - beta1) is dw, and v / (1 - beta2) is dw²
      const inRoot = (d: number) => (learningRate! * d) / Math.sqrt(d * d + epsilon!);
      const uncorrected = (d: number) => (learningRate! * (1 - beta1!) * d) / (Math.sqrt((1 - beta2!) * d * d) + epsilon!);
      return [
        { diagnosis: diagnoses.epsilonInRoot, gives: () => w.sub(dw.map(inRoot)) },
        { diagnosis: diagnoses.noBiasCorrection, gives: () => w.sub(dw.map(uncorrected)) },
        { diagnosis: diagnoses.noBiasCorrection, gives: () => w.mul(NaN) },
      ];
    },
  },
} as const satisfies Record<string, RuleSubject>;
