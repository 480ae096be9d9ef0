import { expect, it } from "vitest";
import { zeros } from "../../../src/index.js";
import { countIterations } from "../../../src/nn/checks/trainingData.js";

it.each([[90, 30, 3], [89, 30, 2], [30, 30, 1], [29, 30, 1], [1, 100, 1]])("%i examples in batches of %i make %i steps", (N, batchSize, steps) => {
  const data = { XTrain: zeros([N, 2]), yTrain: new Int32Array(N), XVal: zeros([1, 2]), yVal: new Int32Array(1), numClasses: 2 };
  expect(countIterations(data, batchSize)).toBe(steps);
});
