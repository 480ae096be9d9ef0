/** The checks of a loss: its value, its gradient, and scores at which careless formulas break. */
import { zeros } from "../../../numeric/array/create.js";
import { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { evalNumericalGradient } from "../../../nn/gradcheck/numericGradient.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { belowText, compareArrays, compareNumbers, compareShapes, numberText } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import { kindOf } from "../layer/learnersLayer.js";
import { gradientMistakes } from "../mistake.js";
import { nanCheck } from "../nanCheck.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import type { HingeKink, LossCase, LossSubject } from "./lossSubject.js";

/** Takes scores (N, C) and N labels, and returns `[loss, dx]`. */
export type Loss = (x: NDArray, y: any) => unknown;

const [N, C] = [3, 5];
const LABELS = [4, 0, 2];
const LIMIT = 1e-12;

/** In two groups: where scores of 1000 overflow, what comes after them says nothing new. */
export function lossChecks(subject: LossSubject, loss: Loss): CheckStep[][] {
  const x = new RandomState(231).randn(N, C).mul(2);
  const steps: CheckStep[] = [
    valueCheck(subject, loss, x),
    equalScoresCheck(subject, loss),
    unchangedCheck(subject, loss, x),
    {
      name: "shape of dx",
      limit: shapeText(x.shape),
      run: () => compareShapes("dx", callLoss(loss, x, LABELS)[1].shape, x.shape),
    },
    typeCheck(loss, x),
    gradientCheck(subject, loss, x),
    nanScores(loss, x),
  ];
  if (subject.kink) steps.push(kinkCheck(subject, subject.kink, loss));
  const extremes = subject.extremes.map((lossCase) => ({ ...extremeCheck(lossCase, loss), guards: true }));
  return extremes.length > 0 ? [steps, extremes] : [steps];
}

/** @throws {TypeError} if loss returns something other than `[loss, dx]` */
function callLoss(loss: Loss, x: NDArray, y: readonly number[]): [loss: number, dx: NDArray] {
  const result = loss(x.copy(), [...y]);
  if (Array.isArray(result) && result.length === 2 && typeof result[0] === "number" && result[1] instanceof NDArray) {
    return result as [number, NDArray];
  }
  throw new TypeError(`expected the loss to return [loss, dx], a number and an NDArray, got ${kindOf(result)}`);
}

function valueCheck(subject: LossSubject, loss: Loss, x: NDArray): CheckStep {
  const [right] = subject.right(x, LABELS);
  const comparison = { limit: LIMIT, mistakes: subject.lossMistakes(x, LABELS), other: diagnoses.lossOther };
  return {
    name: "value of the loss",
    limit: numberText(right),
    run: () => compareNumbers(callLoss(loss, x, LABELS)[0], right, comparison),
  };
}

function equalScoresCheck({ equalScores }: LossSubject, loss: Loss): CheckStep {
  const right = equalScores.loss(C);
  return {
    name: `loss of ${equalScores.text} for scores of 0`,
    limit: numberText(right),
    run: () => {
      const [got] = callLoss(loss, zeros([N, C]), LABELS);
      return compareNumbers(got, right, { limit: LIMIT, mistakes: [], other: diagnoses.notLogOfClasses });
    },
  };
}

function unchangedCheck({ title }: LossSubject, loss: Loss, x: NDArray): CheckStep {
  return {
    name: "scores unchanged",
    limit: UNCHANGED,
    run: () => {
      const scores = x.copy();
      return unchangedBy(`the ${title}`, { "its input, the scores,": scores }, () => loss(scores, [...LABELS]));
    },
  };
}

function typeCheck(loss: Loss, x: NDArray): CheckStep {
  return {
    name: "type of dx",
    limit: "float64",
    run: () => {
      const { dtype } = callLoss(loss, x, LABELS)[1];
      return { measured: dtype, diagnosis: dtype === "float64" ? "" : diagnoses.float32 };
    },
  };
}

function gradientCheck(subject: LossSubject, loss: Loss, x: NDArray): CheckStep {
  const limit = 1e-6;
  const [, right] = subject.right(x, LABELS);
  return {
    name: "numeric gradient of the scores",
    limit: belowText(limit),
    run: () => {
      const numeric = evalNumericalGradient((probed) => callLoss(loss, probed, LABELS)[0], x.copy());
      const mistakes = [
        { diagnosis: diagnoses.lossNotGradient, gives: () => right },
        ...subject.gradientMistakes(x, LABELS),
        ...gradientMistakes(numeric, N),
      ];
      return compareArrays(callLoss(loss, x, LABELS)[1], numeric, { limit, mistakes, other: diagnoses.gradientOther });
    },
  };
}

function extremeCheck({ name, scores, labels, loss: right, diagnosis }: LossCase, loss: Loss): CheckStep {
  return {
    name,
    limit: `${numberText(right)}, dx finite`,
    run: () => {
      const [got, dx] = callLoss(loss, scores, labels);
      const isRight = Math.abs(got - right) < LIMIT * 1e3;
      const isFinite = dx.data.every((value) => Number.isFinite(value));
      const measured = `${numberText(got)}, dx ${isFinite ? "finite" : "with NaN or inf"}`;
      if (isRight && isFinite) return { measured, diagnosis: "" };
      if (Number.isNaN(got) || isRight) return { measured, diagnosis: diagnosis.nan };
      return { measured, diagnosis: Number.isFinite(got) ? diagnosis.other : diagnosis.infinite };
    },
  };
}

function nanScores(loss: Loss, x: NDArray): CheckStep {
  const withNan = x.copy();
  withNan.data[1] = NaN;
  return nanCheck("NaN scores are not hidden", diagnoses.nanLossHidden, () => Number((loss(withNan.copy(), [...LABELS]) as [number])[0]));
}

function kinkCheck(subject: LossSubject, kink: HingeKink, loss: Loss): CheckStep {
  const { scores, labels, limit, mistakes } = kink;
  const [, right] = subject.right(scores, labels);
  return {
    name: "dx where margins are exactly 0",
    limit,
    run: () => {
      const comparison = { limit: LIMIT, mistakes, other: diagnoses.gradientOther };
      return compareArrays(callLoss(loss, scores, labels)[1], right, comparison);
    },
  };
}
