import { expect, it } from "vitest";
import { zeros } from "../../../src/index.js";
import { fingerprint } from "../../../src/nn/checkpoint/checkpointState.js";

const [XTrain, XVal] = [zeros([3, 4]), zeros([2, 4])];
const of = (yTrain: number[], yVal: number[]) => fingerprint({ XTrain, yTrain: Int32Array.from(yTrain), XVal, yVal: Int32Array.from(yVal), numClasses: 3 });

it("has both shapes, and a hash of all labels in their order", () => {
  // hashlib.sha256(np.array([0, 2, 1, 1, 0], "<i4").tobytes()).hexdigest()
  const labels = "5d75419237f9efe7104e3bdf9408fdb3768e19c76fe73aee4d4dc93f8166401e";
  expect(of([0, 2, 1], [1, 0])).toEqual({ XTrain: [3, 4], XVal: [2, 4], labels });
  for (const other of [of([2, 0, 1], [1, 0]), of([0, 2, 1], [0, 1])]) expect(other.labels).not.toBe(labels);
});

it("hashes a part of a larger array of labels as that part alone", () => {
  const y = Int32Array.of(7, 0, 2, 1, 1, 0, 7);
  expect(fingerprint({ XTrain, yTrain: y.subarray(1, 4), XVal, yVal: y.subarray(4, 6), numClasses: 3 })).toEqual(of([0, 2, 1], [1, 0]));
});
