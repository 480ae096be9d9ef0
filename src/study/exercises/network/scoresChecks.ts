/** The checks of a network's scores. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { belowText, compareArrays } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import type { Mistake } from "../mistake.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import { buildWith, callScores, type NetworkClass } from "./learnersNetwork.js";
import { type NetworkCase, networkCase, reference, referenceWithout } from "./networkCase.js";

export function scoresChecks(Network: NetworkClass): CheckStep[] {
  const example = networkCase();
  const { X, params } = example;
  const right = reference(example, 0).scores;
  const scores = () => callScores(buildWith(Network, params, 0), X);
  const comparison = { limit: 1e-12, mistakes: scoreMistakes(example, right), other: diagnoses.scoresOther };
  return [
    {
      name: "scores: shape",
      limit: shapeText(right.shape),
      run: () => {
        const measured = shapeText(scores().shape);
        return { measured, diagnosis: measured === shapeText(right.shape) ? "" : diagnoses.scoresShape };
      },
    },
    {
      name: "scores: values, hidden units of both signs",
      limit: belowText(comparison.limit),
      run: () => compareArrays(scores(), right, comparison),
    },
    {
      name: "scores: examples and parameters unchanged",
      limit: UNCHANGED,
      run: () => {
        const network = buildWith(Network, params, 0);
        const given = X.copy();
        return unchangedBy("the network's scores", { X: given, ...network.params }, () => network.scores(given));
      },
    },
  ];
}

function scoreMistakes(example: NetworkCase, right: NDArray): Mistake[] {
  const { X, params } = example;
  const withoutB1 = () => reference({ ...example, params: { ...params, b1: params.b1.mul(0) } }, 0).scores;
  return [
    { diagnosis: diagnoses.noReluBetween, gives: () => referenceWithout(example, "relu").scores },
    { diagnosis: diagnoses.reluOnScores, gives: () => right.maximum(0) },
    { diagnosis: diagnoses.b1Missing, gives: withoutB1 },
    { diagnosis: diagnoses.b2Missing, gives: () => right.sub(params.b2) },
    { diagnosis: diagnoses.probabilitiesForScores, gives: () => right.exp().div(right.exp().sum(1).reshape(X.shape[0], 1)) },
  ];
}
