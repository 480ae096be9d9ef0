/** Mistakes in the layers without weights, and in the affine layer with a ReLU. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type Edit, type ExerciseMistake, made } from "./made.js";

const reluForward = (name: string, code: string, ...causes: Cause[]) => made("relu", name, [["[x.maximum(0), { x }]", `[${code}, { x }]`]], causes);
const reluBackward = (name: string, code: string, ...causes: Cause[]) =>
  made("relu", name, [["dout.combine(x, (d, value) => (value > 0 ? d : 0))", code]], causes);
const reluWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("relu", name, edits, causes);
const wholeForward = "return [x.maximum(0), { x }];";
const wholeBackward = "return dout.combine(x, (d, value) => (value > 0 ? d : 0));";

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
  reluWith("max of columns", [["x.maximum(0)", "x.max(0)"]]),
  reluWith("clipped to 1", [["x.maximum(0)", "x.maximum(0).minimum(1)"]], "reluClipped"),
  reluWith("x + |x|", [["x.maximum(0)", "x.add(x.abs())"]], "twice"),
  reluWith("in place after a copy", [[wholeForward, "const kept = x.copy();\n  for (let i = 0; i < x.size; i++) x.data[i] = Math.max(0, x.data[i]);\n  return [x, { x: kept }];"]], "changedInPlace"),
  reluWith("list of dx", [[wholeBackward, "return [dout.combine(x, (d, value) => (value > 0 ? d : 0))] as any;"]]),
  reluWith("x !== 0", [["value > 0", "value !== 0"]]),
  reluWith("stale mask", [["function reluBackward", "let mask: any;\nfunction reluBackward"], [wholeBackward, "mask = mask?.size === x.size ? mask : x.map((v: number) => (v > 0 ? 1 : 0));\n  return dout.mul(mask);"]], "stateOutsideCache"),
  reluWith("out >= 0", [["{ x }];", "{ x: x.maximum(0) }];"], ["value > 0", "value >= 0"]], "maskMissing"),
  reluWith("zeros NaN", [["x.maximum(0)", "x.map((v) => (v >= 0 ? v : 0))"]], "nanHidden"),
  reluWith("swapped args", [["(dout: NDArray, { x }: any)", "(x: NDArray, { x: dout }: any)"]]),
  reluWith("log(1+exp)", [["x.maximum(0)", "x.map((v) => Math.log(1 + Math.exp(v)))"]], "softplusForRelu"),
  reluWith("sqrt", [["x.maximum(0)", "x.maximum(0).sqrt()"]]),
  reluWith("NaN", [["x.maximum(0)", "x.map((v: any) => v.value)"]], "nanEverywhere"),
  reluWith("NaN back", [["(value > 0 ? d : 0)", "(d as any).dout"]], "nanEverywhere"),
  reluWith("forward keeps a buffer", [["function reluForward", "let buffer: any;\nfunction reluForward"], ["return [x.maximum(0), { x }];", "if (buffer?.shape.join() !== x.shape.join()) buffer = zeros(x.shape);\n  buffer.data.set(x.maximum(0).data);\n  return [buffer, { x }];"]], "changedInPlace"),
  reluWith("buffer as the cache", [["function reluForward", "let buffer: any;\nfunction reluForward"], ["return [x.maximum(0), { x }];", "if (buffer?.shape.join() !== x.shape.join()) buffer = zeros(x.shape);\n  buffer.data.set(x.data);\n  return [x.maximum(0), { x: buffer }];"]], "stateOutsideCache"),
  reluWith("accumulating dx", [["function reluBackward", "let sum: any;\nfunction reluBackward"], ["return dout.combine(x, (d, value) => (value > 0 ? d : 0));", "const dx = dout.combine(x, (d, value) => (value > 0 ? d : 0));\n  sum = sum?.size === dx.size ? sum.add(dx) : dx;\n  return sum;"]], "stateOutsideCache"),
  reluWith("small threshold", [["value > 0 ?", "value > 0.001 ?"]]),
  reluWith("minimum with 0 from above", [["x.maximum(0)", "x.sub(x.minimum(0)).minimum(10)"]], "reluClipped"),
  reluWith("minus and twice", [["x.maximum(0)", "x.maximum(0).mul(-2)"]]),
  reluWith("shifted", [["x.maximum(0)", "x.sub(1).maximum(0)"]]),
  reluWith("maximum -1", [["x.maximum(0)", "x.maximum(-1)"]], "thresholdNotZero"),
  reluWith("clip 100", [["x.maximum(0)", "x.maximum(0).minimum(50)"]], "reluClipped"),
  reluWith("threshold and ones", [["x.maximum(0)", "x.map((v) => (v > 0.5 ? v : v > 0 ? 0.5 : 0))"]]),
  reluWith("leaky in both", [["x.maximum(0)", "x.map((v) => (v > 0 ? v : 0.1 * v))"], ["(value > 0 ? d : 0)", "(value > 0 ? d : 0.1 * d)"]], "leakInRelu"),
  reluWith("abs in both", [["x.maximum(0)", "x.abs()"], ["(value > 0 ? d : 0)", "(value > 0 ? d : -d)"]], "absoluteValue"),
  reluWith("back inverted and minus", [["(value > 0 ? d : 0)", "(value > 0 ? 0 : -d)"]], "maskInverted", "signFlipped"),
  reluWith("array of arrays", [["[x.maximum(0), { x }]", "[[x.maximum(0)], { x }] as any"]]),
  reluWith("both arrays", [["[x.maximum(0), { x }]", "[x, x.maximum(0)] as any"], ["{ x }: any", "x: any"]], "pairExchanged"),
  reluWith("back leak and sign", [["(value > 0 ? d : 0)", "(value > 0 ? -d : 0.1 * d)"]]),
];

const sandwichWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("sandwich", name, edits, causes);

export const sandwich: readonly ExerciseMistake[] = [
  made("sandwich", "no ReLU", [["const [out, relu] = reluForward(a);", "const [out, relu] = [a, reluForward(a)[1]];"]], ["reluMissing"]),
  made("sandwich", "no way back through ReLU", [["reluBackward(dout, relu)", "dout"]], ["maskMissing"]),
  made("sandwich", "mask of dout", [["reluBackward(dout, relu)", "dout.maximum(0)"]], ["maskOfDout"]),
  made("sandwich", "ReLU first", [["affineForward(x, w, b);", "affineForward(x.maximum(0), w, b);"], ["reluForward(a)", "[a, reluForward(a)[1]]"]], ["reluFirst"]),
  made("sandwich", "caches exchanged", [["{ affine, relu }: any", "{ affine: relu, relu: affine }: any"]], [], "reluBackward"),
  made("sandwich", "only one cache", [["[out, { affine, relu }]", "[out, { affine }]"]], ["cacheKeyMissing"]),
  made("sandwich", "x >= 0", [["reluBackward(dout, relu)", "dout.combine(relu.x, (d, value) => (value >= 0 ? d : 0))"]], ["zeroPasses"]),
  made("sandwich", "mask inverted", [["reluBackward(dout, relu)", "dout.combine(relu.x, (d, value) => (value > 0 ? 0 : d))"]], ["maskInverted"]),
  sandwichWith("mask after affine", [["return affineBackward(reluBackward(dout, relu), affine);", "const { dx, dw, db } = affineBackward(dout, affine);\n  return { dx: dx.combine(affine.x, (d, v) => (v > 0 ? d : 0)), dw, db };"]], "maskAfterAffine", "maskMissing"),
  sandwichWith("only dx", [["return affineBackward(reluBackward(dout, relu), affine);", "return affineBackward(reluBackward(dout, relu), affine).dx as any;"]]),
  sandwichWith("abs", [["const [out, relu] = reluForward(a);", "const [out, relu] = [a.abs(), reluForward(a)[1]];"]], "absoluteValue"),
  sandwichWith("relu of out twice, scaled", [["return [out,", "return [out.mul(2),"]], "twice"),
  sandwichWith("stale cache", [["function affineReluForward", "let kept: any;\nfunction affineReluForward"], ["return [out, { affine, relu }];", "kept ??= { affine, relu };\n  return [out, kept];"]], "stateOutsideCache"),
  sandwichWith("no bias", [["affineForward(x, w, b)", "affineForward(x, w, b.mul(0))"]], "biasMissing"),
  sandwichWith("NaN", [["return [out,", "return [out.mul(NaN),"]], "nanEverywhere"),
  sandwichWith("backward with dout twice", [["affineBackward(reluBackward(dout, relu), affine)", "affineBackward(reluBackward(reluBackward(dout, relu), relu).mul(2), affine)"]], "twice"),
  sandwichWith("bias minus, no relu", [["affineForward(x, w, b);", "affineForward(x, w, b.neg());"], ["reluForward(a)", "[a, reluForward(a)[1]]"]], "biasSubtracted", "reluMissing"),
  sandwichWith("b halved", [["affineForward(x, w, b);", "affineForward(x, w, b.mul(0.5));"]], "biasScaled"),
  sandwichWith("product twice", [["affineForward(x, w, b);", "affineForward(x, w.mul(2), b);"]], "productScaled"),
];

const sigmoidForward = (name: string, expression: string, ...causes: Cause[]) => made("sigmoid", name, [["1 / (1 + Math.exp(-value))", expression]], causes);
const sigmoidBackward = (name: string, expression: string, ...causes: Cause[]) => made("sigmoid", name, [["d * s * (1 - s)", expression]], causes);
const sigmoidWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("sigmoid", name, edits, causes);
const wholeOut = "const out = x.map((value) => 1 / (1 + Math.exp(-value)));";

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
  sigmoidWith("hard", [["1 / (1 + Math.exp(-value))", "Math.max(0, Math.min(1, 0.25 * value + 0.5))"]]),
  sigmoidWith("exp(-|x|)", [["Math.exp(-value)", "Math.exp(-Math.abs(value))"]]),
  sigmoidWith("rounded", [["1 / (1 + Math.exp(-value))", "Math.round(1 / (1 + Math.exp(-value)))"]]),
  sigmoidWith("clipped at 6", [["Math.exp(-value)", "Math.exp(-Math.max(-6, Math.min(6, value)))"]]),
  sigmoidWith("of dout", [["d * s * (1 - s)", "d * (1 / (1 + Math.exp(-d))) * (1 - 1 / (1 + Math.exp(-d)))"]], "sigmoidOfDout"),
  sigmoidWith("log", [["d * s * (1 - s)", "d * Math.log(s)"]]),
  sigmoidWith("x > 0 branch with overflow", [["1 / (1 + Math.exp(-value))", "value >= 0 ? Math.exp(value) / (1 + Math.exp(value)) : 1 / (1 + Math.exp(-value))"]], "expOverflow"),
  sigmoidWith("derivative returned", [[wholeOut, "const out = x.map((value) => 1 / (1 + Math.exp(-value)));"], ["return [out, out]", "return [out.mul(out.mul(-1).add(1)), out]"]], "slopeForSigmoid"),
  sigmoidWith("minus 1", [["1 + Math.exp(-value)", "-1 + Math.exp(-value)"]], "sigmoidMinus"),
  sigmoidWith("NaN", [["Math.exp(-value)", "Math.exp((value as any).x)"]], "nanEverywhere"),
  sigmoidWith("log sigmoid", [["1 / (1 + Math.exp(-value))", "-Math.log(1 + Math.exp(-value))"]]),
  sigmoidWith("cache 1 - s", [["return [out, out];", "return [out, out.mul(-1).add(1).mul(2)];"]]),
  sigmoidWith("out of x", [["return [out, out];", "return [x, out];"]], "pairExchanged"),
  sigmoidWith("d of sum", [["d * s * (1 - s)", "d * (s + (1 - s))"]], "slopeMissing"),
  sigmoidWith("quarter", [["d * s * (1 - s)", "d * 0.25"]]),
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
const leakyWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("leaky-relu", name, edits, causes);

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
  leakyWith("1.01", [[rightOut, "(Math.max(0, value) + 0.01 * value)"]]),
  leakyWith("max(0.01, x)", [[rightOut, "Math.max(0.01, value)"]], "leakConstant"),
  leakyWith("zero at zero", [[rightSlope, "(value > 0 ? d : value < 0 ? 0.01 * d : 0)"]]),
  leakyWith("backward 0.99", [[rightSlope, "(value > 0 ? d : (1 - 0.01) * d)"]], "leakSlope"),
  leakyWith("backward of out in place", [[rightSlope, "(value > 0.01 ? d : 0.01 * d)"]]),
  leakyWith("NaN hidden", [[rightOut, "(value > 0 ? value : value <= 0 ? 0.01 * value : 0)"]], "nanHidden"),
  leakyWith("percent", [[rightOut, "(value > 0 ? value : 1 * value / 10)"]], "leakSlope"),
  leakyWith("NaN", [["0.01 * value)", "undefined as any * value)"]]),
  leakyWith("0.01 in both", [["(value > 0 ? value : 0.01 * value)", "0.01 * value"], ["(value > 0 ? d : 0.01 * d)", "0.01 * d"]], "leakEverywhere"),
  leakyWith("mask of out", [["(value > 0 ? d : 0.01 * d)", "(d * value > 0 ? d : 0.01 * d)"]]),
  leakyWith("leak in neither", [["(value > 0 ? value : 0.01 * value)", "value"], ["(value > 0 ? d : 0.01 * d)", "d"]], "linear"),
  leakyWith("2x above", [["(value > 0 ? value : 0.01 * value)", "(value > 0 ? 2 * value : 0.01 * value)"]]),
];
