/** The checks of a loss: its value, its gradient, and scores at which careless formulas break. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../../numeric/array/shape.js";
import { formatExponent } from "../../../numeric/print/number.js";
import { evalNumericalGradient } from "../../../nn/gradcheck/numericGradient.js";
import { because, type Finding, passed, unexplained } from "../finding.js";
import { belowText, explain, isRight, judge, once, otherAnswer, type Probe, type Quantity, valueOf } from "../judge.js";
import { nanRemark } from "../nanCheck.js";
import type { CheckStep } from "../runChecks.js";
import { explainGradientShape } from "../shapes.js";
import { unchangedBy } from "../unchanged.js";
import { errorOf, isSingle, numberText } from "../value.js";
import { words } from "../words/words.js";
import { isArray, pairOf } from "../wrongResult.js";
import { EQUAL, lossCases, type LossCase } from "./lossCase.js";
import type { LossSubject } from "./lossSubject.js";

/** Takes scores (N, C) and N labels, and returns `[loss, dx]`. */
export type Loss = (x: NDArray, y: any) => unknown;

const LIMIT = 1e-9;
const NUMERIC_LIMIT = 1e-6;

/** In two groups: where scores of 1000 overflow, what comes after them says nothing new. */
export function lossChecks(subject: LossSubject, loss: Loss): CheckStep[][] {
  const { names, diagnoses, changed } = words();
  const answer = answers(loss);
  const { losses, gradients } = quantities(subject, loss, answer);
  const [first] = lossCases();
  const right = subject.right(first.x, first.y);
  const { length } = subject.extremes;
  const extremes = subject.extremes.map(({ name }, i) => extremeCheck(names[name], losses, gradients, 3 + i));
  const steps: CheckStep[] = [
    { name: names.lossValue, limit: numberText(right[0]), run: () => judge(losses, losses.probes.slice(0, 2)) },
    equalCheck(subject, losses),
    {
      name: names.lossUnchanged,
      limit: changed(0),
      run: () => {
        const [scores, y] = [first.x.copy(), [...first.y]];
        const { culprit, subjects, scoresInput, earlier } = words();
        const [, dx] = callLoss(loss, { x: first.x.mul(-2), y: first.y });
        return unchangedBy(culprit(subjects[subject.key], "function"), { [scoresInput]: scores, y, [earlier("dx")]: dx }, () => loss(scores, y));
      },
    },
    shapeCheck(gradients),
    {
      name: names.lossType,
      limit: "float64",
      run: () => {
        const { dtype } = answer(first)[1];
        return passed(dtype, dtype === "float64" ? "" : diagnoses.float32);
      },
    },
    gradientCheck(losses, gradients, answer),
    nanRemark(names.lossNan, () => Number(answer({ x: withNan(first.x), y: first.y })[0])),
  ];
  if (subject.kink) steps.push(kinkCheck(gradients, 3 + length));
  return extremes.length > 0 ? [steps, extremes] : [steps];
}

type Answer = (at: LossCase) => [loss: number, dx: NDArray];

/** Each question is put to the loss once. */
function answers(loss: Loss): Answer {
  const given = new Map<LossCase, () => [number, NDArray]>();
  return (at) => {
    if (!given.has(at)) given.set(at, once(() => callLoss(loss, at)));
    return given.get(at)!();
  };
}

/** @throws {NoResult} if loss returns something other than `[loss, dx]` */
function callLoss(loss: Loss, { x, y }: LossCase): [loss: number, dx: NDArray] {
  const isNumber = (value: unknown) => typeof value === "number";
  return pairOf(loss(x.copy(), [...y]), { expected: words().expectedLoss, isFirst: isNumber, isSecond: isArray, alone: "partMissing" });
}

function withNan(x: NDArray): NDArray {
  const copy = x.copy();
  copy.data[1] = NaN;
  return copy;
}

/** Loss and dx at two sets of scores, at equal ones, at extremes, and at a kink. */
function quantities(subject: LossSubject, loss: Loss, answer: Answer): { losses: Quantity<LossCase>; gradients: Quantity<LossCase> } {
  const kink = subject.kink ? [subject.kink] : [];
  const cases = [...lossCases(), EQUAL, ...subject.extremes.map(({ at }) => at), ...kink, ...subject.between];
  const probes = (part: 0 | 1): Probe<LossCase>[] =>
    cases.map((at, i) => ({
      input: at,
      right: subject.right(at.x, at.y)[part],
      got: () => answer(at)[part],
      inSingle: () => isSingle(answer(at)[1]),
      ...(i === 0 && { again: () => callLoss(loss, at)[part] }),
    }));
  const { diagnoses } = words();
  return {
    losses: { name: "loss", limit: LIMIT, probes: probes(0), mistakes: subject.lossMistakes, other: diagnoses.lossOther },
    gradients: { name: "dx", limit: LIMIT, probes: probes(1), mistakes: subject.gradientMistakes, other: diagnoses.gradientOther, shapes: explainGradientShape },
  };
}

function equalCheck({ equalScores }: LossSubject, losses: Quantity<LossCase>): CheckStep {
  const probe = losses.probes[2]!;
  return { name: words().names.lossEqual(equalScores), limit: numberText(probe.right as number), run: () => judge(losses, [probe]) };
}

function shapeCheck(gradients: Quantity<LossCase>): CheckStep {
  const [probe] = gradients.probes as [Probe<LossCase>];
  const { shape } = probe.right as NDArray;
  return {
    name: words().names.lossShape,
    limit: shapeText(shape),
    run: () => {
      const got = valueOf(gradients.name, probe) as NDArray;
      return sameShape(got.shape, shape) ? passed(shapeText(shape)) : explain(gradients, probe, got);
    },
  };
}

/** Right is what the equation gives, or what belongs to the learner's own loss: a mistake there does not show here again. */
function gradientCheck(losses: Quantity<LossCase>, gradients: Quantity<LossCase>, answer: Answer): CheckStep {
  const main = gradients.probes.slice(0, 2);
  return {
    name: words().names.lossGradient,
    limit: belowText(NUMERIC_LIMIT),
    run: () => {
      const wrong = main.find(({ input, right }) => !isRight(answer(input)[1], right, LIMIT));
      const [{ input: first, right }] = main as [Probe<LossCase>];
      const dx = answer(first)[1];
      if (!sameShape(dx.shape, first.x.shape)) return null;
      const numeric = once(() => evalNumericalGradient((x) => callLossOf(answer, { x: x.copy(), y: first.y }), first.x.copy()));
      const isLossRight = judge(losses, losses.probes.slice(0, 2)).diagnosis === "";
      if (wrong === undefined) {
        const changed = otherAnswer(gradients, main[0]!, dx);
        if (changed) return changed;
        const error = isSingle(dx) ? errorOf(dx, right) : errorOf(dx, numeric());
        return passed(formatExponent(error < NUMERIC_LIMIT ? error : errorOf(dx, right), 1));
      }
      if (!isLossRight && errorOf(dx, numeric()) < NUMERIC_LIMIT && main.every(({ input }) => belongsTo(answer, input))) return passed(formatExponent(errorOf(dx, numeric()), 1));
      return explain(gradients, wrong, answer(wrong.input)[1]);
    },
  };
}

function callLossOf(answer: Answer, at: LossCase): number {
  return answer(at)[0];
}

function belongsTo(answer: Answer, { x, y }: LossCase): boolean {
  const numeric = evalNumericalGradient((probed) => callLossOf(answer, { x: probed.copy(), y }), x.copy());
  return errorOf(answer({ x, y })[1], numeric) < NUMERIC_LIMIT;
}

/** Where dx is wrong for usual scores, there is nothing to be said of others. */
function isRightElsewhere(gradients: Quantity<LossCase>): boolean {
  return gradients.probes.slice(0, 2).every((probe) => isRight(valueOf(gradients.name, probe), probe.right, LIMIT));
}

/** Loss and dx have to be right; the loss is told of first. */
function extremeCheck(name: string, losses: Quantity<LossCase>, gradients: Quantity<LossCase>, at: number): CheckStep {
  const { finiteDx, dxOther } = words();
  const [loss, dx] = [losses.probes[at]!, gradients.probes[at]!];
  return {
    name,
    guards: true,
    limit: finiteDx(numberText(loss.right as number)),
    run: (): Finding => {
      const array = valueOf(gradients.name, dx) as NDArray;
      const isFinite = array.data.every((value) => Number.isFinite(value));
      const text = (value: number) => (isFinite ? finiteDx(numberText(value)) : dxOther(numberText(value)));
      const finding = judge(losses, [loss]);
      if (finding.diagnosis !== "") return { ...finding, measured: isFinite ? finiteDx(finding.measured) : dxOther(finding.measured), limit: finiteDx(finding.limit ?? "") };
      const measured = text(valueOf(losses.name, loss) as number);
      if (!sameShape(array.shape, (dx.right as NDArray).shape)) return unexplained(measured, explain(gradients, dx, array).diagnosis);
      if (isRight(array, dx.right, 1e-6) || (isFinite && !isRightElsewhere(gradients))) return passed(measured);
      const why = explain(gradients, dx, array);
      return why.causes && why.causes.length > 0 ? { ...because(measured, why.causes, why.example) } : unexplained(measured, words().diagnoses.dxAtExtremes, why.example);
    },
  };
}

function kinkCheck(gradients: Quantity<LossCase>, at: number): CheckStep {
  const { names, zeroWhereMarginZero } = words();
  return {
    name: names.lossKink,
    limit: zeroWhereMarginZero,
    run: () => {
      if (!isRightElsewhere(gradients)) return null;
      const finding = judge(gradients, [gradients.probes[at]!]);
      return finding.diagnosis === "" ? passed(finding.measured) : finding;
    },
  };
}
