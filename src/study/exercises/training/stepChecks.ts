/** The checks of a step of training. */
import { RandomState } from "../../../numeric/random/randomState.js";
import type { Cause } from "../diagnoses.js";
import { because, type Finding, passed, unexplained } from "../finding.js";
import { belowText, judge, once, type Probe, type Quantity } from "../judge.js";
import { NotWrittenError } from "../notWritten.js";
import type { CheckStep } from "../runChecks.js";
import { unchangedBy } from "../unchanged.js";
import { words } from "../words/words.js";
import { causesOf, isArray, isPromise, kindOf, wrongResult } from "../wrongResult.js";
import { batchCauses, labelCauses } from "./batchMistakes.js";
import { EXAMPLES, LABELS, ProbeModel, probeGradients, probeParameters, type StepOptions } from "./probeModel.js";
import { type Update, updateMistakes } from "./updateMistakes.js";

/** Takes (model, data, { batchSize, learningRate, random }), and returns the batch's loss. */
export type SolverStep = (model: any, data: any, options: any) => unknown;

const LIMIT = 1e-12;
/** In words of a stream: enough for many more batches. */
const LOOK_AHEAD = 2000;
const FIRST: StepOptions = { seed: 5, batchSize: 4, learningRate: 0.03, loss: 1.25 };
const SECOND: StepOptions = { seed: 11, batchSize: 3, learningRate: 0.2, loss: 2.75 };

interface Run {
  readonly model: ProbeModel;
  readonly random: RandomState;
  readonly returned: unknown;
}

export function stepChecks(step: SolverStep): CheckStep[] {
  const runs = [FIRST, SECOND].map((options) => once(() => takeStep(step, options))) as [() => Run, () => Run];
  const { names, changed, diagnoses } = words();
  const updates: Quantity<Update> = {
    name: "",
    limit: LIMIT,
    probes: [FIRST, SECOND].flatMap((options, i) => Object.keys(probeParameters()).map((name) => updateProbe(name, options, runs[i]!))),
    mistakes: updateMistakes,
    other: diagnoses.updateOther,
  };
  return [
    batchCheck(runs),
    labelsCheck(runs),
    ...Object.keys(probeParameters()).map((name) => ({
      name: names.update(name),
      limit: belowText(LIMIT),
      run: () => judge({ ...updates, name }, updates.probes.filter(({ input }) => input.name === name)),
    })),
    lossCheck(runs),
    streamCheck(runs),
    {
      name: names.stepUnchanged,
      limit: changed(0),
      run: () => {
        const given = givenTo(FIRST);
        const { data, options, model } = given;
        // all of the model but what a step is there to change
        const settings = { get reg() { return model.reg; } };
        return unchangedBy(words().theStep, { XTrain: data.XTrain, yTrain: data.yTrain, data, options, model: settings }, () => takeStep(step, FIRST, given));
      },
    },
    nanCheck(step),
  ];
}

function givenTo({ seed, batchSize, learningRate, loss }: StepOptions) {
  return { model: new ProbeModel(loss), data: { XTrain: EXAMPLES.copy(), yTrain: [...LABELS] }, options: { batchSize, learningRate, random: new RandomState(seed) } };
}

function takeStep(step: SolverStep, told: StepOptions, { model, data, options } = givenTo(told)): Run {
  const { random } = options;
  return { model, random, returned: step(model, data, options) };
}

function drawn({ seed, batchSize }: StepOptions): { readonly rows: number[]; readonly random: RandomState } {
  const random = new RandomState(seed);
  const rows = Array.from(random.choice(LABELS.length, batchSize).data);
  return { rows, random };
}

function isAtOrAhead(random: RandomState, of: RandomState): boolean {
  return bitsOf(of, LOOK_AHEAD).includes(bitsOf(random, 64));
}

/** The lowest bit of each word that a stream gives next: they tell where it stands. */
function bitsOf(random: RandomState, count: number): string {
  const copy = new RandomState(0);
  copy.setState(random.getState());
  return copy.randint(0, 2, count).data.join("");
}

function stateOf(random: RandomState): string {
  return JSON.stringify(random.getState());
}

function batchCheck(runs: readonly [() => Run, () => Run]): CheckStep {
  const { names, exampleRows, noCall } = words();
  const right = exampleRows(drawn(FIRST).rows.join(", "));
  return {
    name: names.batch,
    limit: right,
    run: () => {
      const batches = runs.map((run) => run().model.asked.map(({ rows }) => rows));
      const measured = batches[0]!.map((rows) => exampleRows(rows.map((row) => (row < 0 ? "?" : row)).join(", "))).join("; ") || noCall;
      const isRight = [FIRST, SECOND].every((options, i) => batches[i]!.length === 1 && batches[i]![0]!.join() === drawn(options).rows.join());
      if (isRight) return passed(measured);
      const causes = batchCauses(batches, [FIRST, SECOND], runs.map((run) => run().random));
      return causes.length > 0 ? because(measured, causes) : unexplained(measured, words().diagnoses.batchOther);
    },
  };
}

function labelsCheck([run]: readonly [() => Run, () => Run]): CheckStep {
  const { names, allOfThem, notAll } = words();
  return {
    name: names.labels,
    limit: allOfThem,
    run: () => {
      const { asked: [first] } = run().model;
      if (first === undefined) return null;
      const { rows, labels } = first;
      if (rows.includes(-1)) return null; // the check of the examples tells of it
      const fits = rows.length === labels.length && rows.every((row, i) => labels[i] === LABELS[row]);
      return fits ? passed(allOfThem) : because(notAll, labelCauses(labels, rows.length));
    },
  };
}

function updateProbe(name: string, options: StepOptions, run: () => Run): Probe<Update> {
  const [w, dw] = [probeParameters()[name]!, probeGradients()[name]!];
  return {
    input: { name, w, dw, ...options },
    right: w.sub(dw.mul(options.learningRate)),
    got: () => {
      const value: unknown = run().model.params[name];
      if (isArray(value)) return value;
      throw wrongResult(words().expectedArray(name), value, updateCauses(value));
    },
  };
}

function updateCauses(value: unknown): Cause[] {
  if (value === undefined) return ["parameterLost"];
  return Array.isArray(value) && isArray(value[0]) ? ["pairKept"] : causesOf(value);
}

function lossCheck(runs: readonly [() => Run, () => Run]): CheckStep {
  return {
    name: words().names.returned,
    limit: String(FIRST.loss),
    run: () => lossFinding(runs[0](), FIRST) ?? lossFinding(runs[1](), SECOND) ?? passed(String(FIRST.loss)),
  };
}

function lossFinding({ returned }: Run, { loss }: StepOptions): Finding | undefined {
  if (returned === loss) return undefined;
  const measured = typeof returned === "number" ? String(returned) : kindOf(returned);
  const found = (finding: Finding): Finding => ({ ...finding, limit: String(loss) });
  if (returned === undefined) return found(because(measured, ["lossNotReturned"]));
  if (Array.isArray(returned) && returned[0] === loss) return found(because(measured, ["gradientsReturned"]));
  const causes = causesOf(returned);
  return found(causes.length > 0 ? because(measured, causes) : unexplained(measured, words().diagnoses.wrongLossReturned));
}

/** Only of a batch and labels that are right: otherwise the draws are what those checks tell of. */
function streamCheck(runs: readonly [() => Run, () => Run]): CheckStep {
  const { names, oneChoice, otherDraws, stepStreamOther } = words();
  return {
    name: names.stepStream,
    limit: oneChoice,
    run: (): Finding | null => {
      const isSame = [FIRST, SECOND].every((options, i) => stateOf(runs[i]!().random) === stateOf(drawn(options).random));
      if (isSame) return passed(oneChoice);
      const isBatchRight = batchCheck(runs).run()?.diagnosis === "" && labelsCheck(runs).run()?.diagnosis === "";
      if (!isBatchRight) return null;
      const isAhead = [FIRST, SECOND].every((options, i) => isAtOrAhead(runs[i]!().random, drawn(options).random));
      return isAhead ? because(otherDraws, ["drawnMore"]) : unexplained(otherDraws, stepStreamOther);
    },
  };
}

function nanCheck(step: SolverStep): CheckStep {
  const { names, anError, noError } = words();
  const stops = (loss: number) => {
    try {
      return isPromise(takeStep(step, { ...FIRST, loss }).returned) ? null : false;
    } catch (error) {
      if (error instanceof NotWrittenError) throw error;
      return true;
    }
  };
  return {
    name: names.stepNan,
    limit: anError,
    run: () => {
      const [atNaN, atInfinity] = [stops(NaN), stops(Infinity)];
      if (atNaN === null || atInfinity === null) return null; // the check of what it returns tells of it
      if (!atNaN) return because(noError, ["divergenceHidden"]);
      return atInfinity ? passed(anError) : because(noError, ["infinityHidden"]);
    },
  };
}
