import { describe, expect, it } from "vitest";
import { type NDArray, RandomState } from "../../../src/index.js";
import { checkSolverStep, diagnoses, notWritten } from "../../../src/study/index.js";
import { failuresOf } from "./failuresOf.js";

interface Options { batchSize: number; learningRate: number; random: RandomState }
interface Data { XTrain: NDArray; yTrain: number[] }

/** A step as a learner writes it, with a part for each thing that can go wrong. */
const right = {
  draw: ({ random, batchSize }: Options, N: number): ArrayLike<number> => random.choice(N, batchSize).data,
  labels: (rows: ArrayLike<number>, y: number[], _options: Options) => Array.from(rows, (row) => y[row]),
  next: (w: NDArray, dw: NDArray, { learningRate }: Options, _name: string) => w.sub(dw.mul(learningRate)),
  result: (loss: number) => {
    if (!Number.isFinite(loss)) throw new RangeError("the loss is NaN");
    return loss as unknown;
  },
};

const failures = (wrong: Partial<typeof right>) => failuresOf(reportOf(wrong));
function reportOf(wrong: Partial<typeof right>) {
  const { draw, labels, next, result } = { ...right, ...wrong };
  return checkSolverStep((model, { XTrain, yTrain }: Data, options: Options) => {
    const rows = draw(options, yTrain.length);
    const [loss, grads] = model.loss(XTrain.takeRows(rows), labels(rows, yTrain, options));
    const returned = result(loss);
    for (const name of Object.keys(model.params)) model.params[name] = next(model.params[name], grads[name], options, name);
    return returned;
  });
}

const BATCH = "batch: which examples";

describe("checkSolverStep", () => {
  it("passes a step that is right", () => {
    expect(failures({})).toEqual({});
  });

  it.each<[keyof typeof diagnoses, (typeof right)["draw"]]>([
    ["withoutReplacement", ({ random, batchSize }, N) => random.choice(N, batchSize, { replace: false }).data],
    ["notDrawn", ({ batchSize }) => Array.from({ length: batchSize }, (_, i) => i)],
    ["wholeSet", (_, N) => Array.from({ length: N }, (_, i) => i)],
  ])("recognises a batch: %s", (key, draw) => {
    expect(failures({ draw })).toEqual({ [BATCH]: diagnoses[key] });
  });

  it("recognises labels that are drawn anew", () => {
    const labels = (_: ArrayLike<number>, y: number[], options: Options) => Array.from(right.draw(options, y.length), (row) => y[row]);
    expect(failures({ labels })).toEqual({ "batch: labels belong to the examples": diagnoses.labelsElsewhere });
  });

  it.each<[keyof typeof diagnoses, (typeof right)["next"]]>([
    ["uphill", (w, dw, { learningRate }) => w.add(dw.mul(learningRate))],
    ["rateMissing", (w, dw) => w.sub(dw)],
    ["updateOther", (w) => w.mul(7)],
  ])("recognises an update: %s", (key, next) => {
    const all = ["W1", "b1", "W2", "b2"].map((name) => [`update of ${name}`, diagnoses[key]]);
    expect(failures({ next })).toEqual(Object.fromEntries(all));
  });

  it("recognises biases that are left out", () => {
    const next: (typeof right)["next"] = (w, dw, options, name) => (name.startsWith("b") ? w : right.next(w, dw, options, name));
    expect(failures({ next })).toEqual({ "update of b1": diagnoses.weightsOnly, "update of b2": diagnoses.weightsOnly });
  });

  it("recognises divergence that is hidden, and another result", () => {
    expect(failures({ result: (loss) => loss })).toEqual({ "a loss of NaN stops the training": diagnoses.divergenceHidden });
    expect(failures({ result: (loss) => void right.result(loss) })).toEqual({ "loss that is returned": diagnoses.lossNotReturned });
    expect(failures({ result: (loss) => Number(right.result(loss)) * 2 })).toEqual({ "loss that is returned": diagnoses.wrongLossReturned });
  });

  it.each<[string, (loss: unknown) => unknown, string, readonly string[]]>([
    ["with something else", (loss) => [loss, 0], "a list of two: a number, a number", ["gradientsReturned"]],
    ["that is another, with something else", () => [0, 0], "a list of two: a number, a number", []],
    ["that is to come", (loss) => Promise.resolve(loss), "a Promise", ["asyncFunction"]],
    ["as a text", String, "a string", []],
    ["of another sign", (loss) => -Number(loss), "-", []],
  ])("tells of a loss %s", (_, of, measured, causes) => {
    const found = reportOf({ result: (loss) => of(right.result(loss)) }).failures.find(({ name }) => name === "loss that is returned")!;
    expect(found.measured.startsWith(measured)).toBe(true);
    expect(Number(found.limit)).toBeGreaterThan(0);
    if (measured === "-") expect(found.measured).toBe(`-${found.limit}`);
    expect(found.causes).toEqual(causes);
  });

  it("tells more draws from a stream that stands elsewhere", () => {
    const stream = "what is taken from the stream";
    const drawing = (more: (random: RandomState) => void): (typeof right)["draw"] => (options, N) => {
      const rows = right.draw(options, N);
      more(options.random);
      return rows;
    };
    expect(failures({ draw: drawing((random) => random.choice(7, 2)) })).toEqual({ [stream]: diagnoses.drawnMore });
    const reset = drawing((random) => random.setState(new RandomState(3).getState()));
    expect(failures({ draw: reset })[stream]).toMatch(/^options.random stands elsewhere than one call of random.choice leaves it/);
  });

  it("recognises a loss that is right in the first step only, and data and options that are changed", () => {
    let sum = 0;
    expect(failures({ result: (loss) => Number.isFinite(right.result(loss)) && (sum += loss) })).toEqual({ "loss that is returned": diagnoses.wrongLossReturned });
    const draw: (typeof right)["draw"] = (options, N) => {
      const rows = right.draw(options, N);
      options.learningRate *= 1;
      (options as { steps?: number }).steps = 1;
      return rows;
    };
    expect(failures({ draw })["data and options unchanged"]).toMatch(/^the step changes options: it belongs to the caller/);
  });

  it("recognises two calls of the loss, none, and examples that are changed", () => {
    const found = (step: (model: any, data: Data, options: Options) => unknown) => failuresOf(checkSolverStep(step));
    expect(found((model, { XTrain, yTrain }) => [model.loss(XTrain, yTrain), model.loss(XTrain, yTrain)])[BATCH]).toBe(diagnoses.lossAskedTwice);
    expect(found(() => 0)[BATCH]).toBe(diagnoses.lossNotAsked);
    const batch = checkSolverStep((model, { XTrain, yTrain }) => model.loss(XTrain, yTrain)[0]).checks.find(({ name }) => name === BATCH)!;
    expect(batch.measured).toBe("examples 0, 1, 2, 3, 4, 5, 6");
    expect(batch.limit).toMatch(/^examples \d(, \d)+$/);
    expect(found((_, { XTrain }) => XTrain.fill(0))["data and options unchanged"]).toMatch(/^the step changes XTrain in place, 13 of 14 elements: /);
  });

  it("reports a step that is not written yet as such", () => {
    expect(checkSolverStep(() => notWritten("solverStep")).toString()).toBe("Solver step: not written yet: solverStep");
  });
});
