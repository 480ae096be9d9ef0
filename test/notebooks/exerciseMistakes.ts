/** The mistakes that the assignment's own checks let through, by the id of the cell they are made in. */
import { solutions } from "./exerciseSolutions.js";

function replaced(id: string, right: string, wrong: string): string {
  const source = solutions[id];
  if (!source.includes(right)) throw new Error(`expected the solution of ${id} to hold ${right}`);
  return source.replaceAll(right, wrong);
}

const logOfProbability = `
  y.forEach((label, i) => {
    loss -= Math.log(dx.get(i, label));`;
const stableLoss = `
  y.forEach((label, i) => {
    loss += Math.log(total.get(i)) - shifted.get(i, label);`;
const inPlace = `
  x.data.set(dx.data);
  return`;

export const mistakes: Readonly<Record<string, string>> = {
  "affine-backward": replaced("affine-backward", "dout.sum(0)", "dout.sum(0).reshape(1, -1)"),
  relu: replaced("relu", "return [x.maximum(0), { x }];", "x.data.set(x.maximum(0).data);\n  return [x, { x }];"),
  // a second ReLU, whose gradient passes at 0
  "check-sigmoid": `checkLayer("relu", (x) => [x.maximum(0), x], (dout, x) =>
  dout.combine(x, (d, value) => (value >= 0 ? d : 0)))`,
  // in place, and the logarithm of a probability that has underflowed
  softmax: replaced("softmax", stableLoss, logOfProbability).replace("\n  return", inPlace),
  // a second softmax, without a shift
  "check-svm": `${replaced("softmax", "x.sub(x.max(1).reshape(N, 1))", "x").replace("softmaxLoss", "unshifted")}
checkLoss("softmax", unshifted)`,
  network: replaced("network", "affineReluForward(X, W1, b1)", "affineForward(X, W1, b1)").replace("affineReluBackward(dx, first)", "affineBackward(dx, first)"),
  accuracy: replaced("accuracy", "if (Number.isNaN", "if (false && Number.isNaN"),
};
