/** The checks of an update rule: three steps, and what it remembers between them. */
import { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { belowText, compareArrays } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import { kindOf } from "../layer/learnersLayer.js";
import type { Mistake } from "../mistake.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import type { RuleSubject } from "./ruleSubject.js";

/** Takes (w, dw, config) and returns `[nextW, config]`. */
export type Rule = (w: NDArray, dw: NDArray, config?: any) => unknown;

type Config = Readonly<Record<string, unknown>>;

const LIMIT = 1e-12;

export function ruleChecks(subject: RuleSubject, rule: Rule): CheckStep[] {
  const random = new RandomState(231);
  const [w, ...gradients] = Array.from({ length: 4 }, () => random.randn(2, 3)) as [NDArray, ...NDArray[]];
  const dw = gradients[0];
  const config = { learningRate: 0.05, ...subject.settings };
  return [
    firstStepCheck(subject, rule, w, dw, config),
    laterStepsCheck(subject, rule, w, gradients, config),
    {
      name: "step with the default learning rate",
      limit: belowText(LIMIT),
      run: () => {
        const comparison = { limit: LIMIT, mistakes: [], other: diagnoses.defaultRate };
        const [right] = subject.right(w, dw, subject.settings);
        return compareArrays(step(rule, w, dw, { ...subject.settings })[0], right, comparison);
      },
    },
    {
      name: "w and dw unchanged",
      limit: UNCHANGED,
      run: () => {
        const given = { w: w.copy(), dw: dw.copy() };
        return unchangedBy(`${subject.title}`, given, () => rule(given.w, given.dw, { ...config }));
      },
    },
  ];
}

/** @throws {TypeError} if the rule returns something other than `[nextW, config]` */
function step(rule: Rule, w: NDArray, dw: NDArray, config: Config): [next: NDArray, config: Config] {
  const result = rule(w.copy(), dw.copy(), config);
  const isPair = Array.isArray(result) && result.length === 2 && result[0] instanceof NDArray;
  if (isPair && typeof result[1] === "object" && result[1] !== null) return result as [NDArray, Config];
  const got = Array.isArray(result) ? `[${result.map(kindOf).join(", ")}]` : kindOf(result);
  throw new TypeError(`expected the rule to return [nextW, config], got ${got}`);
}

function firstStepCheck(
  subject: RuleSubject,
  rule: Rule,
  w: NDArray,
  dw: NDArray,
  config: RuleSubject["settings"] & { readonly learningRate: number },
): CheckStep {
  const [right] = subject.right(w, dw, config);
  const change = right.sub(w);
  const mistakes: Mistake[] = [
    { diagnosis: diagnoses.uphill, gives: () => w.sub(change) },
    { diagnosis: diagnoses.rateMissing, gives: () => w.add(change.div(config.learningRate)) },
    ...subject.mistakes(w, dw, config),
  ];
  return {
    name: "first step",
    limit: belowText(LIMIT),
    run: () => {
      const comparison = { limit: LIMIT, mistakes, other: diagnoses.updateOther };
      return compareArrays(step(rule, w, dw, { ...config })[0], right, comparison);
    },
  };
}

/** Each step is given the config that the step before it returned. */
function laterStepsCheck(subject: RuleSubject, rule: Rule, w: NDArray, gradients: readonly NDArray[], config: Config): CheckStep {
  const walk = (take: typeof step, keep: boolean) => {
    let at: [next: NDArray, config: Config] = [w, { ...config }];
    for (const dw of gradients) at = take(rule, at[0], dw, keep ? at[1] : { ...config });
    return at[0];
  };
  const rightStep: typeof step = (_, w, dw, config) => subject.right(w, dw, config);
  const mistakes = [{ diagnosis: diagnoses.memoryLost, gives: () => walk(rightStep, false) }];
  return {
    name: "three steps, config handed on",
    limit: belowText(LIMIT),
    run: () => {
      const comparison = { limit: LIMIT, mistakes, other: diagnoses.updateOther };
      return compareArrays(walk(step, true), walk(rightStep, true), comparison);
    },
  };
}
