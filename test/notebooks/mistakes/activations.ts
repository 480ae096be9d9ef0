/** Mistakes in the layers without weights, and in the affine layer with a ReLU. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type ExerciseMistake, made } from "./made.js";

const reluForward = (name: string, code: string, ...causes: Cause[]) => made("relu", name, [["[x.maximum(0), { x }]", `[${code}, { x }]`]], causes);
const reluBackward = (name: string, code: string, ...causes: Cause[]) =>
  made("relu", name, [["dout.combine(x, (d, value) => (value > 0 ? d : 0))", code]], causes);

export const relu: readonly ExerciseMistake[] = [
  reluForward("the identity", "x.copy()", "reluMissing"),
  reluForward("minimum", "x.minimum(0)", "reluOnWrongSide"),
  reluForward("absolute value", "x.abs()", "absoluteValue"),
  reluForward("the mask", "x.map((value) => (value < 0 ? 0 : value > 0 ? 1 : value))", "stepForRelu"),
  reluForward("a leak", "x.map((value) => (value < 0 ? 0.2 * value : value))", "leakInRelu"),
  reluForward("ReLU6", "x.maximum(0).minimum(6)", "reluClipped"),
  reluForward("maximum(1)", "x.maximum(1)", "thresholdNotZero"),
  reluForward("NaN hidden", "x.map((value) => (value > 0 ? value : 0))", "nanHidden"),
  reluForward("negative", "x.maximum(0).neg()", "signFlipped"),
  reluForward("squared", "x.map((value) => (value < 0 ? 0 : value * value))", "squareForRelu"),
  reluForward("one number", "Math.max(0, x.max()) as any"),
  made("relu", "forward in place", [["return [x.maximum(0), { x }];", "x.data.set(x.maximum(0).data);\n  return [x, { x }];"]], ["changedInPlace"]),
  made("relu", "backward in place", [["dout.combine(x, (d, value) => (value > 0 ? d : 0))", "(x.data.forEach((value: number, i: number) => (x.data[i] = value > 0 ? 1 : 0)), dout.mul(x))"]], ["changedInPlace"]),
  reluBackward("no mask", "dout.copy()", "maskMissing"),
  reluBackward("x >= 0", "dout.combine(x, (d, value) => (value >= 0 ? d : 0))", "zeroPasses"),
  reluBackward("inverted", "dout.combine(x, (d, value) => (value < 0 ? d : 0))", "maskInverted"),
  reluBackward("inverted, zero passes", "dout.combine(x, (d, value) => (value > 0 ? 0 : d))", "maskInverted"),
  reluBackward("dout.maximum(0)", "dout.maximum(0)", "maskOfDout"),
  reluBackward("the mask alone", "x.map((value: number) => (value > 0 ? 1 : 0))", "doutMissing"),
  reluBackward("times x", "dout.combine(x, (d, value) => d * value)", "inputTimesDout"),
  reluBackward("times the output", "dout.combine(x, (d, value) => d * Math.max(0, value))", "inputFactor"),
  reluBackward("the output", "x.maximum(0)", "outForDout"),
  reluBackward("guided", "dout.combine(x, (d, value) => (value > 0 && d > 0 ? d : 0))", "maskOfBoth"),
  reluBackward("zeros", "zeros(x.shape)", "allZero"),
  reluBackward("slope of the absolute value", "dout.combine(x, (d, value) => d * Math.sign(value))", "slopeOfAbsolute"),
  reluBackward("a leak", "dout.combine(x, (d, value) => (value > 0 ? d : 0.01 * d))", "leakInMask"),
  reluBackward("negative", "dout.combine(x, (d, value) => (value > 0 ? -d : 0))", "signFlipped"),
  made("relu", "a variable for the cache", [["function reluForward", "let last: any;\nfunction reluForward"], ["return [x.maximum(0), { x }];", "last = x;\n  return [x.maximum(0), { x }];"], ["dout.combine(x,", "dout.combine(last,"]], ["stateOutsideCache"]),
  made("relu", "a name that is not there", [["x.maximum(0), { x }", "x.maximum(0), { input: x }"]], ["cacheKeyMissing"]),
];

export const sandwich: readonly ExerciseMistake[] = [
  made("sandwich", "no ReLU", [["const [out, relu] = reluForward(a);", "const [out, relu] = [a, reluForward(a)[1]];"]], ["reluMissing"]),
  made("sandwich", "no way back through ReLU", [["reluBackward(dout, relu)", "dout"]], ["maskMissing"]),
  made("sandwich", "mask of dout", [["reluBackward(dout, relu)", "dout.maximum(0)"]], ["maskOfDout"]),
  made("sandwich", "ReLU first", [["affineForward(x, w, b);", "affineForward(x.maximum(0), w, b);"], ["reluForward(a)", "[a, reluForward(a)[1]]"]], ["reluFirst"]),
  made("sandwich", "caches exchanged", [["{ affine, relu }: any", "{ affine: relu, relu: affine }: any"]], [], "reluBackward"),
  made("sandwich", "only one cache", [["[out, { affine, relu }]", "[out, { affine }]"]], ["cacheKeyMissing"]),
  made("sandwich", "x >= 0", [["reluBackward(dout, relu)", "dout.combine(relu.x, (d, value) => (value >= 0 ? d : 0))"]], ["zeroPasses"]),
  made("sandwich", "mask inverted", [["reluBackward(dout, relu)", "dout.combine(relu.x, (d, value) => (value > 0 ? 0 : d))"]], ["maskInverted"]),
];

const sigmoidForward = (name: string, expression: string, ...causes: Cause[]) => made("sigmoid", name, [["1 / (1 + Math.exp(-value))", expression]], causes);
const sigmoidBackward = (name: string, expression: string, ...causes: Cause[]) => made("sigmoid", name, [["d * s * (1 - s)", expression]], causes);

export const sigmoid: readonly ExerciseMistake[] = [
  sigmoidForward("exp(x) / (1 + exp(x))", "Math.exp(value) / (1 + Math.exp(value))", "expOverflow"),
  made("sigmoid", "tanh, with the sigmoid's slope", [["1 / (1 + Math.exp(-value))", "Math.tanh(value)"]], ["tanhForSigmoid"]),
  made("sigmoid", "x in the cache, x(1 - x)", [["return [out, out];", "return [out, x];"]], ["sigmoidOfInput"]),
  sigmoidBackward("dout forgotten", "s * (1 - s)", "doutMissing"),
  sigmoidBackward("s alone", "d * s", "oneMinusMissing"),
  sigmoidBackward("1 - s alone", "d * (1 - s)", "sigmoidFactorMissing"),
  sigmoidBackward("1 + s", "d * s * (1 + s)", "plusForMinus"),
  sigmoidBackward("slope of tanh", "d * (1 - s * s)", "tanhSlope"),
  sigmoidBackward("sigmoid again", "d / (1 + Math.exp(-s)) * (1 - 1 / (1 + Math.exp(-s)))", "sigmoidTwice"),
  sigmoidBackward("negative", "-d * s * (1 - s)", "signFlipped"),
  sigmoidBackward("s - s²·s", "d * s * (1 - s * s)", "squareOfSigmoid"),
  sigmoidBackward("ReLU's mask", "s > 0.5 ? d : 0", "maskForSlope"),
  sigmoidBackward("dout as it came", "d", "slopeMissing"),
];
/** The derivative is made of what the forward pass has kept, so that some mistakes show in both. */
export const sigmoidInBoth: readonly ExerciseMistake[] = [
  sigmoidForward("exp(x) for exp(-x)", "1 / (1 + Math.exp(value))", "sigmoidSign"),
  sigmoidForward("no brackets", "1 / 1 + Math.exp(-value)", "sigmoidDenominator"),
  sigmoidForward("1 - exp(-x)", "1 / (1 - Math.exp(-value))", "sigmoidMinus"),
  sigmoidForward("2 for e", "1 / (1 + 2 ** -value)", "sigmoidOtherBase"),
];

const leaky = (name: string, forwardWrong: string, backwardWrong: string, ...causes: Cause[]) =>
  made("leaky-relu", name, [["(value > 0 ? value : 0.01 * value)", forwardWrong], ["(value > 0 ? d : 0.01 * d)", backwardWrong]], causes);
const [rightOut, rightSlope] = ["(value > 0 ? value : 0.01 * value)", "(value > 0 ? d : 0.01 * d)"];

export const leakyRelu: readonly ExerciseMistake[] = [
  leaky("slope 0.1 in both", "(value > 0 ? value : 0.1 * value)", "(value > 0 ? d : 0.1 * d)", "leakSlope"),
  leaky("slope 0.2 in forward", "(value > 0 ? value : 0.2 * value)", rightSlope, "leakSlope"),
  leaky("no leak", "Math.max(0, value)", "(value > 0 ? d : 0)", "leakMissing"),
  leaky("no leak in backward", rightOut, "(value > 0 ? d : 0)", "leakMissing"),
  leaky("on the wrong side", "(value < 0 ? value : 0.01 * value)", rightSlope, "leakInverted"),
  leaky("added", "(value > 0 ? value : value + 0.01)", rightSlope, "leakAdded"),
  leaky("0.01 itself", "(value > 0 ? value : 0.01)", rightSlope, "leakConstant"),
  leaky("0.01 without dout", rightOut, "(value > 0 ? d : 0.01)", "leakWithoutDout"),
  leaky("x >= 0", rightOut, "(value >= 0 ? d : 0.01 * d)", "zeroPasses"),
  leaky("sign of dout", rightOut, "(d > 0 ? d : 0.01 * d)", "leakOfDout"),
  leaky("dout as it came", rightOut, "d", "slopeMissing"),
  leaky("slope alone", rightOut, "(value > 0 ? 1 : 0.01)", "doutMissing"),
];
