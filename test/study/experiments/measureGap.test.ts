import { describe, expect, it } from "vitest";
import { NDArray, RandomState } from "../../../src/index.js";
import { measureGap } from "../../../src/study/index.js";

/** Two classes that a line parts, and noise besides: easy to learn, and to learn by heart. */
function examples(count: number, seed: number): [X: NDArray, y: NDArray] {
  const random = new RandomState(seed);
  const X = random.randn(count, 20);
  const y = new NDArray(Int32Array.from({ length: count }, (_, i) => Number(X.get(i, 0) > 0)), [count]);
  return [X, y];
}
const [XTrain, yTrain] = examples(200, 1);
const [XTest, yTest] = examples(300, 2);
const data = { XTrain, yTrain, XTest, yTest };
const quick = { hiddenDim: 10, batchSize: 20, learningRate: 1, steps: 500 };

describe("measureGap", () => {
  it("returns the settings with both accuracies, the gap and the weights", () => {
    const run = measureGap(data, { ...quick, numTraining: 40, seed: 5 });
    expect(run).toMatchObject({ ...quick, numTraining: 40, seed: 5, reg: 0 });
    expect(run.trainAcc).toBe(1);
    expect(run.testAcc).toBeGreaterThan(0.6);
    expect(run.testAcc).toBeLessThan(0.95);
    expect(run.gap).toBe(run.trainAcc - run.testAcc);
    expect(run.weights).toBeGreaterThan(1);
    expect(measureGap(data, { ...quick, numTraining: 40, seed: 5, reg: 0.1 }).weights).toBeLessThan(run.weights);
  });

  it("measures training accuracy on the examples drawn, and on no others", () => {
    // labels at random can only be learnt by heart
    const noise = { ...data, yTrain: new RandomState(3).randint(0, 2, 200) };
    const run = measureGap(noise, { ...quick, numTraining: 15 });
    expect(run.trainAcc).toBe(1);
    expect(run.testAcc).toBeLessThan(0.7);
  });

  it("repeats itself for a seed, and draws other examples for another", () => {
    const run = (seed: number) => measureGap(data, { ...quick, numTraining: 30, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1).weights).not.toBe(run(2).weights);
  });

  it("pads the examples that it draws, and counts all of them as its own", () => {
    const settings = { ...quick, numTraining: 15, deviation: 3, seed: 2 };
    const runs = (["none", "duplicates", "noise"] as const).map((padding) => measureGap(data, { ...settings, padding }));
    expect(runs.map(({ padding, numTraining }) => [padding, numTraining])).toEqual([["none", 15], ["duplicates", 15], ["noise", 15]]);
    expect(runs[0].trainAcc).toBe(1);
    expect(runs[1].trainAcc).toBe(1);
    // 45 pictures of noise with labels at random are more than 10 units learn in this time
    expect(runs[2].trainAcc).toBeLessThan(1);
    expect(() => measureGap(data, { ...settings, padding: "zeros" as never })).toThrow(RangeError);
  });

  it("has the defaults of its documentation", () => {
    const [X, y] = examples(1000, 4);
    const large = { XTrain: X, yTrain: y, XTest, yTest };
    expect(measureGap(large)).toEqual(
      measureGap(large, { numTraining: 500, hiddenDim: 50, reg: 0, steps: 150, batchSize: 50, learningRate: 1e-3, padding: "none", deviation: 30, seed: 0 }),
    );
  });

  it("refuses more examples than there are, and unknown settings", () => {
    expect(() => measureGap(data, { numTraining: 201 })).toThrow(
      new RangeError("measureGap: expected numTraining to be a whole number from 1 to 200, got 201"),
    );
    expect(() => measureGap(data, { hidden: 3 } as object)).toThrow(TypeError);
  });
});
