/** Data that a sweep goes through in no time: 90 examples of 12 numbers in 4 classes by a noisy linear rule. */
import { matmul, RandomState, type TrainingData } from "../../../src/index.js";

export function tinyData(seed = 7): TrainingData {
  const random = new RandomState(seed);
  const X = random.randn(130, 12);
  const y = matmul(X, random.randn(12, 4)).add(random.randn(130, 4).mul(0.5)).argmax(1);
  return { XTrain: X.slice(0, 90), yTrain: y.slice(0, 90), XVal: X.slice(90), yVal: y.slice(90) };
}
