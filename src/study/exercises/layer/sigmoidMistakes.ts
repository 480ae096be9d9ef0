/** What is often written in place of the sigmoid and of tanh, and of their slopes. */
import { curve, slope } from "./activationProgram.js";

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const { exp, tanh } = Math;

export const sigmoidCurves = [
  curve("expOverflow", (x) => exp(x) / (1 + exp(x))),
  curve("sigmoidSign", (x) => 1 / (1 + exp(x))),
  curve("sigmoidSign", (x) => exp(-x) / (1 + exp(-x))),
  curve("sigmoidMinus", (x) => 1 / (1 - exp(-x))),
  curve("sigmoidMinus", (x) => 1 / (exp(-x) - 1)),
  curve("sigmoidDenominator", (x) => 1 + exp(-x)),
  curve("sigmoidOneMissing", (x) => 1 / exp(-x)),
  curve("sigmoidOneMissing", (x) => exp(x)),
  curve("sigmoidOtherBase", (x) => 1 / (1 + 2 ** -x)),
  curve("sigmoidOtherBase", (x) => 1 / (1 + 10 ** -x)),
  curve("tanhForSigmoid", tanh),
  curve("slopeForSigmoid", (x) => sigmoid(x) * (1 - sigmoid(x))),
  curve("swishForSigmoid", (x) => x * sigmoid(x)),
  curve("reluTooMuch", (x) => Math.max(0, x)),
];

export const sigmoidSlopes = [
  slope("slopeMissing", (d) => d),
  slope("doutMissing", (_, x) => sigmoid(x) * (1 - sigmoid(x))),
  slope("sigmoidOfInput", (d, x) => d * x * (1 - x)),
  slope("sigmoidTwice", (d, x) => d * sigmoid(sigmoid(x)) * (1 - sigmoid(sigmoid(x)))),
  slope("oneMinusMissing", (d, x) => d * sigmoid(x)),
  slope("sigmoidFactorMissing", (d, x) => d * (1 - sigmoid(x))),
  slope("plusForMinus", (d, x) => d * sigmoid(x) * (1 + sigmoid(x))),
  slope("tanhSlope", (d, x) => d * (1 - sigmoid(x) ** 2)),
  slope("outForDout", (_, x) => sigmoid(x)),
  slope("inputFactor", (d, x) => d * x * sigmoid(x) * (1 - sigmoid(x))),
  slope("squareOfSigmoid", (d, x) => d * sigmoid(x) ** 2),
  slope("squareOfSigmoid", (d, x) => d * sigmoid(x) ** 2 * (1 - sigmoid(x))),
  slope("squareOfSigmoid", (d, x) => d * sigmoid(x) * (1 - sigmoid(x) ** 2)),
  slope("squareOfSigmoid", (d, x) => d * sigmoid(x) * (1 - sigmoid(x)) ** 2),
  slope("squareOfSigmoid", (d, x) => d * (sigmoid(x) * (1 - sigmoid(x))) ** 2),
  slope("sigmoidOfDout", (d) => d * sigmoid(d) * (1 - sigmoid(d))),
  slope("sigmoidOfDout", (d) => d * (1 - d)),
  slope("maskForSlope", (d, x) => (x > 0 ? d : 0)),
];

export const tanhCurves = [
  curve("expOverflow", (x) => (exp(x) - exp(-x)) / (exp(x) + exp(-x))),
  curve("expOverflow", (x) => (exp(2 * x) - 1) / (exp(2 * x) + 1)),
  curve("sigmoidForTanh", sigmoid),
];

export const tanhSlopes = [
  slope("slopeMissing", (d) => d),
  slope("doutMissing", (_, x) => 1 - tanh(x) ** 2),
  slope("sigmoidSlopeForTanh", (d, x) => d * tanh(x) * (1 - tanh(x))),
  slope("sigmoidSquareMissing", (d, x) => d * (1 - tanh(x))),
  slope("outForDout", (_, x) => tanh(x)),
];
