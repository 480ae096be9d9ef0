/** What checks have to know of the update rules. */
import { adam } from "../../../nn/optim/adam.js";
import { rmsprop } from "../../../nn/optim/rmsprop.js";
import { sgd } from "../../../nn/optim/sgd.js";
import { sgdMomentum } from "../../../nn/optim/sgdMomentum.js";
import type { UpdateRule } from "../../../nn/optim/updateRule.js";
import type { Mistake } from "../mistake.js";
import type { Subject } from "../words/wordList.js";
import { adaptiveMistakes } from "./adaptiveMistakes.js";
import { momentumMistakes, sgdMistakes, type Walk } from "./sgdProgram.js";

export interface RuleSubject {
  readonly key: Subject;
  readonly right: UpdateRule<any>;
  /** settings besides the learning rate, with which mistakes show: none is a default */
  readonly settings: Readonly<Record<string, number>>;
  /** a setting that may be 0, which `given || default` takes for one that is not given */
  readonly zero?: Readonly<Record<string, 0>>;
  mistakes(): Mistake<Walk>[];
}

export const ruleSubjects = {
  sgd: { key: "sgd", right: sgd, settings: {}, mistakes: sgdMistakes },
  sgdMomentum: { key: "sgdMomentum", right: sgdMomentum, settings: { momentum: 0.8 }, zero: { momentum: 0 }, mistakes: momentumMistakes },
  rmsprop: { key: "rmsprop", right: rmsprop, settings: { decayRate: 0.9, epsilon: 0.1 }, mistakes: () => adaptiveMistakes(rmsprop, "rmsprop") },
  adam: { key: "adam", right: adam, settings: { beta1: 0.8, beta2: 0.9, epsilon: 0.1 }, mistakes: () => adaptiveMistakes(adam, "adam") },
} as const satisfies Record<string, RuleSubject>;
