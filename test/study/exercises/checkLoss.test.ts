import { describe, expect, it } from "vitest";
import { array, type NDArray, softmaxLoss, svmLoss } from "../../../src/index.js";
import { checkLoss, diagnoses } from "../../../src/study/index.js";
import { failuresOf } from "./failuresOf.js";

const softmax = (loss: (x: NDArray, y: number[]) => unknown) => failuresOf(checkLoss("softmax", loss));
const svm = (loss: (x: NDArray, y: number[]) => unknown) => failuresOf(checkLoss("svm", loss));

interface Variation {
  shift?(x: NDArray): NDArray;
  log?(p: number): number;
  finish?(x: NDArray, dx: NDArray): void;
}

/** Softmax with its probabilities made first, as it is often written. */
function byProbabilities({ shift = ownMaximum, log = Math.log, finish = () => {} }: Variation = {}) {
  return (x: NDArray, y: number[]): [number, NDArray] => {
    const N = x.shape[0];
    const exp = shift(x).exp();
    const dx = exp.div(exp.sum(1).reshape(N, 1));
    const loss = y.reduce((sum, label, i) => sum - log(dx.get(i, label)), 0) / N;
    y.forEach((label, i) => dx.set([i, label], dx.get(i, label) - 1));
    finish(x, dx);
    return [loss, dx.div(N)];
  };
}

function ownMaximum(x: NDArray): NDArray {
  return x.sub(x.max(1).reshape(x.shape[0], 1));
}

describe("checkLoss", () => {
  it("passes the library's own", () => {
    expect(softmax(softmaxLoss)).toEqual({});
    expect(svm(svmLoss)).toEqual({});
    expect(checkLoss("softmax", softmaxLoss).passed).toBe(true);
    expect(checkLoss("softmax", softmaxLoss).checks.length).toBe(11);
    expect(checkLoss("svm", svmLoss).checks.length).toBe(8);
  });

  it("recognises a softmax that changes its input in place", () => {
    const found = softmax(byProbabilities({ log: Math.log, finish: (x, dx) => x.data.set(dx.data) }));
    expect(found["scores and labels unchanged"]).toMatch(/^the softmax loss changes its input, the scores, in place, 15 of 15 elements: whoever made it/);
    expect(found["value of the loss"]).toBeUndefined();
    expect(found["numeric gradient of the scores"]).toBeUndefined();
  });

  it("recognises no max-shift, and says it once", () => {
    const found = softmax(byProbabilities({ shift: (x) => x }));
    expect(found).toEqual({ "scores of 1000": diagnoses.noShift });
  });

  it("recognises max-shift, then log(p)", () => {
    expect(softmax(byProbabilities())).toEqual({ "scores of 800 against 0": diagnoses.logOfZero, "scores of 1000, 0 and -1000": diagnoses.logOfZero });
  });

  it("recognises a small number inside the logarithm", () => {
    expect(softmax(byProbabilities({ log: (p) => Math.log(p + 1e-12) }))["scores of 800 against 0"]).toBe(diagnoses.epsilonInLog);
  });

  it("recognises one shift for all rows", () => {
    expect(softmax(byProbabilities({ shift: (x) => x.sub(x.max()), log: (p) => Math.log(p) }))).toMatchObject({
      "scores of 1000 beside an example with scores of 0": `${diagnoses.sharedShift}. And ${diagnoses.logOfZero}`,
    });
  });

  it.each<[keyof typeof diagnoses, (loss: number, x: NDArray) => number]>([
    ["lossSummed", (loss, x) => loss * x.shape[0]],
    ["notNegated", (loss) => -loss],
    ["lossMeanOfAll", (loss, x) => loss / x.shape[1]],
    ["lossOther", (loss) => loss + 0.1],
    ["lossOther", (loss) => loss * 3],
  ])("recognises a value: %s, and says it once", (key, wrong) => {
    const report = checkLoss("softmax", (x, y) => [wrong(softmaxLoss(x, y)[0], x), softmaxLoss(x, y)[1]]);
    const found = failuresOf(report);
    expect(found["value of the loss"]).toBe(diagnoses[key]);
    expect(found["loss of ln(C) for scores of 0"]).toBe(diagnoses[key]);
    expect(found["numeric gradient of the scores"]).toBeUndefined();
    const words = String(report).replaceAll(/\s+/g, " ");
    expect(words.split(diagnoses[key]).length).toBe(2);
  });

  it("recognises what is kept from call to call, in the loss and in dx", () => {
    let calls = 0;
    const counted = softmax((x, y) => [softmaxLoss(x, y)[0] + 1e-3 * calls++, softmaxLoss(x, y)[1]]);
    expect(counted["value of the loss"]).toBe(diagnoses.stateKept);
    let sum: NDArray | undefined;
    const summed = svm((x, y) => {
      const [loss, dx] = svmLoss(x, y);
      sum = sum?.shape.join() === dx.shape.join() ? sum.add(dx) : dx;
      return [loss, sum];
    });
    expect(summed).toEqual({ "numeric gradient of the scores": diagnoses.stateKept });
  });

  it("says of NaN everywhere just that", () => {
    const found = svm((x, y) => [NaN, svmLoss(x, y)[1]]);
    expect(found["value of the loss"]).toBe(diagnoses.nanEverywhere);
  });

  it("prints as many digits as the difference needs", () => {
    const [{ measured, limit, example }] = checkLoss("softmax", (x, y) => [softmaxLoss(x, y)[0] + 1e-8, softmaxLoss(x, y)[1]]).failures;
    expect([measured, limit, example]).toEqual(["4.0079526", "4.00795259", "loss: got 4.0079526, expected 4.00795259"]);
  });

  it.each<[keyof typeof diagnoses, (dx: NDArray) => NDArray]>([
    ["dxNotDivided", (dx) => dx.mul(dx.shape[0])],
    ["signFlipped", (dx) => dx.neg()],
    ["allZero", (dx) => dx.mul(0)],
  ])("recognises a gradient: %s", (key, wrong) => {
    const found = softmax((x, y) => [softmaxLoss(x, y)[0], wrong(softmaxLoss(x, y)[1])]);
    expect(new Set(Object.values(found))).toEqual(new Set([diagnoses[key]]));
    expect(Object.keys(found)).toContain("numeric gradient of the scores");
  });

  it("recognises the 1 that is not subtracted", () => {
    const found = softmax((x, y) => {
      const [loss, dx] = softmaxLoss(x, y);
      y.forEach((label, i) => dx.set([i, label], dx.get(i, label) + 1 / x.shape[0]));
      return [loss, dx];
    });
    expect(found["numeric gradient of the scores"]).toBe(diagnoses.rightClassKept);
  });

  it("remarks NaN that is hidden, which the exercise does not ask for", () => {
    const report = checkLoss("softmax", (x, y) => {
      const [loss, dx] = softmaxLoss(x, y);
      return [Number.isNaN(loss) ? 0 : loss, dx];
    });
    expect(report.passed).toBe(true);
    expect(report.checks.filter(({ remark }) => remark)).toMatchObject([{ name: "NaN scores are not hidden", remark: diagnoses.nanLossHidden }]);
  });

  it("accepts an error for NaN", () => {
    const found = softmax((x, y) => {
      if (Number.isNaN(x.max())) throw new RangeError("scores are NaN");
      return softmaxLoss(x, y);
    });
    expect(found).toEqual({});
  });

  it("recognises dx of another shape and of float32", () => {
    expect(softmax((x, y) => [softmaxLoss(x, y)[0], softmaxLoss(x, y)[1].T])["shape of dx"]).toMatch(/^dx has shape \(5, 3\) instead of \(3, 5\): transposed/);
    const { checks } = checkLoss("softmax", (x, y) => [softmaxLoss(x, y)[0], softmaxLoss(x, y)[1].astype("float32")]);
    expect(checks.find(({ name }) => name === "type of dx")).toMatchObject({ status: "passed", remark: diagnoses.float32 });
  });

  it("recognises what an SVM often lacks", () => {
    const [right, half] = [svmLoss, (x: NDArray, y: number[]) => svmLoss(x, y)[1]];
    expect(svm((x, y) => [right(x, y)[0] + 1, half(x, y)])["value of the loss"]).toBe(diagnoses.rightClassCounted);
    const noMargin = (x: NDArray, y: number[]) => y.reduce(
      (sum, label, i) => sum + [0, 1, 2, 3, 4].slice(0, x.shape[1]).reduce((s, j) => s + Math.max(0, x.get(i, j) - x.get(i, label)), 0), 0,
    ) / x.shape[0];
    expect(svm((x, y) => [noMargin(x, y), half(x, y)])["value of the loss"]).toBe(diagnoses.marginMissing);
    const noPull = (x: NDArray, y: number[]) => {
      const dx = half(x, y);
      y.forEach((label, i) => dx.set([i, label], 0));
      return dx;
    };
    expect(svm((x, y) => [right(x, y)[0], noPull(x, y)])["numeric gradient of the scores"]).toBe(diagnoses.rightClassWithoutPull);
  });

  it("recognises margin >= 0 in an SVM's gradient", () => {
    const found = svm((x, y) => {
      const dx = x.mul(0);
      const N = x.shape[0];
      y.forEach((label, i) => {
        for (let j = 0; j < x.shape[1]; j++) {
          if (j === label || !(x.get(i, j) - x.get(i, label) + 1 >= 0)) continue;
          dx.set([i, j], dx.get(i, j) + 1 / N);
          dx.set([i, label], dx.get(i, label) - 1 / N);
        }
      });
      return [svmLoss(x, y)[0], dx];
    });
    expect(found).toEqual({ "dx where margins are exactly 0": diagnoses.hingeAtZero });
  });

  it.each<[string, (loss: number) => unknown, string]>([
    ["a text", String, "a list of two: a string, an NDArray"],
    ["an array of one", (loss) => array([loss]), `a list of two: an NDArray, an NDArray: ${diagnoses.lossAsArray}`],
    ["a list of one", (loss) => [loss], `a list of two: a list of 1, an NDArray: ${diagnoses.listForArray}`],
  ])("tells that the loss is %s", (_, of, text) => {
    const found = softmax((x, y) => [of(softmaxLoss(x, y)[0]), softmaxLoss(x, y)[1]]);
    expect(found["value of the loss"]).toBe(`expected the loss to return [loss, dx], a number and an NDArray, got ${text}`);
  });

  it("tells what came in place of [loss, dx], and refuses an unknown loss", () => {
    expect(softmax((x, y) => softmaxLoss(x, y)[0])["value of the loss"]).toBe(
      `expected the loss to return [loss, dx], a number and an NDArray, got a number: ${diagnoses.partMissing}`,
    );
    expect(() => checkLoss("hinge" as "svm", svmLoss)).toThrow(new RangeError('checkLoss: unknown loss "hinge"; Valid: "softmax", "svm"'));
  });
});
