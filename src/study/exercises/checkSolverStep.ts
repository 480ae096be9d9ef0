/** Checks a learner's own step of training: draw a batch, ask for loss and gradients, update. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { RandomState } from "../../numeric/random/randomState.js";
import type { CheckReport } from "./checkReport.js";
import { belowText, compareArrays } from "./compare.js";
import { diagnoses } from "./diagnoses.js";
import { type CheckStep, type Finding, runChecks } from "./runChecks.js";
import { EXAMPLES, LABELS, ProbeModel, probeGradients, probeParameters } from "./training/probeModel.js";
import { UNCHANGED, unchangedBy } from "./unchanged.js";

/** Takes (model, data, { batchSize, learningRate, random }), and returns the batch's loss. */
export type SolverStep = (model: any, data: any, options: any) => unknown;

const [SEED, BATCH, RATE, LOSS] = [5, 4, 0.01, 1.25];

/**
 * Checks one step of training with SGD: how the batch is drawn, that examples and labels belong
 * together, the update of every parameter, the loss that is returned, and a loss of NaN.
 *
 * @param step takes a model, `{ XTrain, yTrain }` and `{ batchSize, learningRate, random }`; it draws
 * `random.choice(N, batchSize)`, updates `model.params` and returns the batch's loss, and throws if that is not a finite number
 * @returns what was found; whatever the function throws is a finding too
 * @example
 * function solverStep(model, { XTrain, yTrain }, { batchSize, learningRate, random }) {
 *   const chosen = random.choice(yTrain.length, batchSize);
 *   const [loss, grads] = model.loss(XTrain.takeRows(chosen.data), Array.from(chosen.data, (i) => yTrain[i]));
 *   if (!Number.isFinite(loss)) throw new Error("the loss is not finite");
 *   for (const name of Object.keys(grads)) model.params[name] = model.params[name].sub(grads[name].mul(learningRate));
 *   return loss;
 * }
 * checkSolverStep(solverStep).headline // "Solver step: 10 of 10 checks passed"
 */
export function checkSolverStep(step: SolverStep): CheckReport {
  return runChecks("Solver step", [[
    batchCheck(step),
    labelsCheck(step),
    ...Object.keys(probeParameters()).map((name) => updateCheck(step, name)),
    lossCheck(step),
    streamCheck(step),
    unchangedCheck(step),
    nanCheck(step),
  ]]);
}

interface Run {
  readonly model: ProbeModel;
  readonly random: RandomState;
  readonly returned: unknown;
}

function takeStep(step: SolverStep, loss = LOSS, X: NDArray = EXAMPLES.copy()): Run {
  const [model, random] = [new ProbeModel(loss), new RandomState(SEED)];
  const returned = step(model, { XTrain: X, yTrain: [...LABELS] }, { batchSize: BATCH, learningRate: RATE, random });
  return { model, random, returned };
}

/** What the draws of a step leave the stream at. */
function drawnRows(): number[] {
  return Array.from(new RandomState(SEED).choice(LABELS.length, BATCH).data);
}

function batchCheck(step: SolverStep): CheckStep {
  const right = `examples ${drawnRows().join(", ")}`;
  return {
    name: "batch: which examples",
    limit: right,
    run: () => {
      const { asked } = takeStep(step).model;
      const batches = asked.map(({ rows }) => `examples ${rows.join(", ")}`);
      const measured = batches.join("; ") || "no call of model.loss";
      return { measured, diagnosis: measured === right ? "" : explainBatch(asked.map(({ rows }) => rows)) };
    },
  };
}

function explainBatch(asked: readonly (readonly number[])[]): string {
  const [rows = []] = asked;
  if (asked.length !== 1) {
    return `model.loss is called ${asked.length} times: one step asks once, for loss and gradients together`;
  }
  const permuted = new RandomState(SEED).choice(LABELS.length, BATCH, { replace: false });
  if (rows.join() === permuted.toList().toString()) return diagnoses.withoutReplacement;
  if (rows.length === LABELS.length) return diagnoses.wholeSet;
  if (rows.every((row, i) => row === i)) return diagnoses.notDrawn;
  return "the batch is another than random.choice(N, batchSize) draws: one call of choice, and nothing drawn before it";
}

function labelsCheck(step: SolverStep): CheckStep {
  return {
    name: "batch: labels belong to the examples",
    limit: "all of them",
    run: () => {
      const { rows, labels } = takeStep(step).model.asked[0];
      const fits = rows.length === labels.length && rows.every((row, i) => labels[i] === LABELS[row]);
      return { measured: fits ? "all of them" : "not all", diagnosis: fits ? "" : diagnoses.labelsElsewhere };
    },
  };
}

function updateCheck(step: SolverStep, name: string): CheckStep {
  const [w, dw] = [probeParameters()[name], probeGradients()[name]];
  const right = w.sub(dw.mul(RATE));
  const mistakes = [
    { diagnosis: diagnoses.weightsOnly, gives: () => w },
    { diagnosis: diagnoses.uphill, gives: () => w.add(dw.mul(RATE)) },
    { diagnosis: diagnoses.rateMissing, gives: () => w.sub(dw) },
  ];
  return {
    name: `update of ${name}`,
    limit: belowText(1e-12),
    run: () => compareArrays(takeStep(step).model.params[name], right, { limit: 1e-12, mistakes, other: diagnoses.updateOther }),
  };
}

function lossCheck(step: SolverStep): CheckStep {
  return {
    name: "loss that is returned",
    limit: String(LOSS),
    run: () => {
      const { returned } = takeStep(step);
      return { measured: String(returned), diagnosis: returned === LOSS ? "" : diagnoses.wrongLossReturned };
    },
  };
}

function streamCheck(step: SolverStep): CheckStep {
  const expected = new RandomState(SEED);
  expected.choice(LABELS.length, BATCH);
  return {
    name: "what is taken from the stream",
    limit: "one choice",
    run: () => {
      const { random } = takeStep(step);
      const isSame = JSON.stringify(random.getState()) === JSON.stringify(expected.getState());
      return { measured: isSame ? "one choice" : "another number of draws", diagnosis: isSame ? "" : diagnoses.moreDraws };
    },
  };
}

function unchangedCheck(step: SolverStep): CheckStep {
  return {
    name: "examples unchanged",
    limit: UNCHANGED,
    run: () => {
      const X = EXAMPLES.copy();
      return unchangedBy("the step", { XTrain: X }, () => takeStep(step, LOSS, X));
    },
  };
}

function nanCheck(step: SolverStep): CheckStep {
  return {
    name: "a loss of NaN stops the training",
    limit: "an error",
    run: (): Finding => {
      try {
        takeStep(step, NaN);
      } catch {
        return { measured: "an error", diagnosis: "" };
      }
      return { measured: "no error", diagnosis: diagnoses.divergenceHidden };
    },
  };
}
