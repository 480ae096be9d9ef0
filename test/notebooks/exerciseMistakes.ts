/** Mistakes that students make in the exercises, each with what the report has to say: the keys of its diagnoses. */
import type { Cause } from "../../src/study/exercises/diagnoses.js";
import { solutions } from "./exerciseSolutions.js";

export interface ExerciseMistake {
  /** the id of the cell that it is made in */
  readonly exercise: string;
  readonly name: string;
  readonly code: string;
  /** what the report names, all of it; nothing where it can only say what it measured */
  readonly causes: readonly Cause[];
  /** in the diagnoses too, e.g. the line at which the code stops */
  readonly text?: string;
}

type Edit = readonly [right: string, wrong: string];

function made(exercise: string, name: string, edits: readonly Edit[], causes: readonly Cause[], text?: string): ExerciseMistake {
  let code = solutions[exercise]!;
  for (const [right, wrong] of edits) {
    if (!code.includes(right)) throw new Error(`expected the solution of ${exercise} to hold ${right}, for "${name}"`);
    code = code.replaceAll(right, wrong);
  }
  return { exercise, name, code, causes, ...(text !== undefined && { text }) };
}

const forward = (name: string, expression: string, ...causes: Cause[]) =>
  made("affine-forward", name, [["[matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }]", expression]], causes);
const flat = "matmul(x.reshape(x.shape[0], -1), w)";

const affineForward: readonly ExerciseMistake[] = [
  forward("no bias", `[${flat}, { x, w }]`, "biasMissing"),
  forward("bias subtracted", `[${flat}.sub(b), { x, w }]`, "biasSubtracted"),
  forward("bias multiplied", `[${flat}.mul(b), { x, w }]`, "biasMultiplied"),
  forward("all biases everywhere", `[${flat}.add(b.sum()), { x, w }]`, "biasSummed"),
  forward("rows of other examples", "[matmul(x.reshape(-1, x.shape[0]).T, w).add(b), { x, w }]", "flattenedByColumns"),
  forward("x not flattened", "[matmul(x, w).add(b), { x, w }]", "noFlattening"),
  forward("a ReLU at the end", `[${flat}.add(b).maximum(0), { x, w }]`, "reluTooMuch"),
  forward("divided by D", `[${flat}.div(w.shape[0]).add(b), { x, w }]`, "productMean"),
  forward("cache forgotten", `${flat}.add(b) as any`, "cacheMissing"),
  forward("cache first", `[{ x, w }, ${flat}.add(b)] as any`, "pairExchanged"),
  forward("an object", `({ out: ${flat}.add(b), cache: { x, w } }) as any`, "recordForPair"),
  forward("the reshaped x in the cache", `[${flat}.add(b), { x: x.reshape(x.shape[0], -1), w }]`, "notShapedBack"),
  made("affine-forward", "no return", [["): [NDArray, any] {", "): any {"], ["return [", "const result = ["]], ["returnMissing"]),
  made("affine-forward", "async", [["function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any]", "async function affineForward(x: any, w: any, b: any): Promise<any>"]], ["asyncFunction"]),
  made("affine-forward", "factors exchanged", [["matmul(x.reshape(x.shape[0], -1), w)", "matmul(w, x.reshape(x.shape[0], -1))"]], [], "affineForward"),
  forward("a plain list", `[${flat}.add(b).toList(), { x, w }] as any`, "listForArray"),
  forward("bias twice and no max", `[${flat}.add(b).add(b), { x, w }]`, "biasTwice"),
];

const affineBackward: readonly ExerciseMistake[] = [
  made("affine-backward", "db of shape (1, M)", [["dout.sum(0)", "dout.sum(0).reshape(1, -1)"]], ["rowKept"]),
  made("affine-backward", "db not summed", [["dout.sum(0)", "dout"]], ["notSummed"]),
  made("affine-backward", "db summed along the rows", [["dout.sum(0)", "dout.sum(1)"]], ["summedOverColumns"]),
  made("affine-backward", "db a number", [["db: dout.sum(0)", "db: dout.sum() as any"]], ["summedOverAll"]),
  made("affine-backward", "db a mean", [["dout.sum(0)", "dout.mean(0)"]], ["meanForSum"]),
  made("affine-backward", "dw a mean", [["matmul(rows.T, dout)", "matmul(rows.T, dout).div(x.shape[0])"]], ["meanForSum"]),
  made("affine-backward", "dw times N", [["matmul(rows.T, dout)", "matmul(rows.T, dout).mul(x.shape[0])"]], ["sumForMean"]),
  made("affine-backward", "dw transposed", [["matmul(rows.T, dout)", "matmul(dout.T, rows)"]], ["transposed"]),
  made("affine-backward", "dx flat", [[".reshape(...x.shape)", ""]], ["notShapedBack"]),
  made("affine-backward", "dx negative", [["matmul(dout, w.T)", "matmul(dout, w.T).neg()"]], ["signFlipped"]),
  made("affine-backward", "w reshaped for transposed", [["w.T", "w.reshape(w.shape[1], w.shape[0])"]], ["transposedByReshape"]),
  made("affine-backward", "w not transposed", [["matmul(dout, w.T)", "matmul(dout, w)"]], [], "affineBackward"),
  made("affine-backward", "rows mixed in dw", [["matmul(rows.T, dout)", "matmul(x.reshape(-1, x.shape[0]), dout)"]], ["flattenedByColumns"]),
  made("affine-backward", "a list", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), db: dout.sum(0) }", "[matmul(dout, w.T).reshape(...x.shape), matmul(rows.T, dout), dout.sum(0)] as any"]], ["listForRecord"]),
  made("affine-backward", "other names", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), db: dout.sum(0) }", "{ dX: matmul(dout, w.T).reshape(...x.shape), dW: matmul(rows.T, dout), dB: dout.sum(0) } as any"]], ["gradientMissing"]),
  made("affine-backward", "names exchanged", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), ", "{ dw: matmul(dout, w.T).reshape(...x.shape), dx: matmul(rows.T, dout), "]], ["gradientsExchanged"]),
  made("affine-backward", "dx twice", [["matmul(dout, w.T)", "matmul(dout, w.T).mul(2)"]], ["twice"]),
  made("affine-backward", "dout forgotten in dw", [["matmul(rows.T, dout)", "matmul(rows.T, dout.map(() => 1))"]], ["doutIgnored"]),
  made("affine-backward", "another name in the cache", [["{ x, w }: any", "{ x, weights: w }: any"]], ["cacheKeyMissing"]),
  made("affine-backward", "dout changed", [["return {", "dout.data.fill(0);\n  return {"]], ["allZero", "changedInPlace"]),
  made("affine-backward", "db zeros", [["db: dout.sum(0)", "db: zeros(dout.shape[1])"]], ["allZero"]),
  made("affine-backward", "db of the first example", [["dout.sum(0)", "dout.slice(0, 1).reshape(-1)"]], ["firstExampleOnly"]),
];

const reluForward = (name: string, code: string, ...causes: Cause[]) => made("relu", name, [["[x.maximum(0), { x }]", `[${code}, { x }]`]], causes);
const reluBackward = (name: string, code: string, ...causes: Cause[]) =>
  made("relu", name, [["dout.combine(x, (d, value) => (value > 0 ? d : 0))", code]], causes);

const relu: readonly ExerciseMistake[] = [
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

const sandwich: readonly ExerciseMistake[] = [
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

const sigmoid: readonly ExerciseMistake[] = [
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
const sigmoidInBoth: readonly ExerciseMistake[] = [
  sigmoidForward("exp(x) for exp(-x)", "1 / (1 + Math.exp(value))", "sigmoidSign"),
  sigmoidForward("no brackets", "1 / 1 + Math.exp(-value)", "sigmoidDenominator"),
  sigmoidForward("1 - exp(-x)", "1 / (1 - Math.exp(-value))", "sigmoidMinus"),
  sigmoidForward("2 for e", "1 / (1 + 2 ** -value)", "sigmoidOtherBase"),
];

const leaky = (name: string, forwardWrong: string, backwardWrong: string, ...causes: Cause[]) =>
  made("leaky-relu", name, [["(value > 0 ? value : 0.01 * value)", forwardWrong], ["(value > 0 ? d : 0.01 * d)", backwardWrong]], causes);
const [rightOut, rightSlope] = ["(value > 0 ? value : 0.01 * value)", "(value > 0 ? d : 0.01 * d)"];

const leakyRelu: readonly ExerciseMistake[] = [
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

const byProbability: Edit = ["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss -= Math.log(dx.get(i, label));"];
const softmaxLoss = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("softmax", name, edits, causes);

const softmax: readonly ExerciseMistake[] = [
  softmaxLoss("minus forgotten", [["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss += shifted.get(i, label) - Math.log(total.get(i));"]], "notNegated"),
  softmaxLoss("minus forgotten, by probabilities", [["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss += Math.log(dx.get(i, label));"]], "notNegated", "logOfZero"),
  softmaxLoss("log2", [["Math.log(total.get(i)) - shifted.get(i, label)", "-Math.log2(dx.get(i, label))"]], "logBase2", "logOfZero"),
  softmaxLoss("log10", [["Math.log(total.get(i)) - shifted.get(i, label)", "-Math.log10(dx.get(i, label))"]], "logBase10", "logOfZero"),
  softmaxLoss("log(p)", [byProbability], "logOfZero"),
  softmaxLoss("1e-8 in the log", [["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss -= Math.log(dx.get(i, label) + 1e-8);"]], "epsilonInLog"),
  softmaxLoss("1e-12 in the log", [["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss -= Math.log(dx.get(i, label) + 1e-12);"]], "epsilonInLog"),
  softmaxLoss("no shift", [["x.sub(x.max(1).reshape(N, 1))", "x"]], "noShift"),
  softmaxLoss("no shift, by probabilities", [["x.sub(x.max(1).reshape(N, 1))", "x"], byProbability], "noShift"),
  softmaxLoss("one shift for all", [["x.sub(x.max(1).reshape(N, 1))", "x.sub(x.max())"]], "sharedShift"),
  softmaxLoss("not divided", [["return [loss / N, dx.div(N)];", "return [loss, dx];"]], "lossSummed"),
  softmaxLoss("loss not divided", [["loss / N,", "loss,"]], "lossSummed"),
  softmaxLoss("dx not divided", [["dx.div(N)]", "dx]"]], "dxNotDivided"),
  softmaxLoss("divided by N·C", [["loss / N,", "loss / x.size,"]], "lossMeanOfAll"),
  softmaxLoss("divided by C", [["loss / N, dx.div(N)", "loss / x.shape[1], dx.div(x.shape[1])"]], "lossMeanOfClasses"),
  softmaxLoss("dx divided twice", [["dx.div(N)]", "dx.div(N).div(N)]"]], "dxDividedTwice"),
  softmaxLoss("1 not subtracted", [["    dx.set([i, label], dx.get(i, label) - 1);\n", ""]], "rightClassKept"),
  softmaxLoss("1 added", [["dx.get(i, label) - 1", "dx.get(i, label) + 1"]], "oneAddedAtRight"),
  softmaxLoss("1 after the division", [["dx.get(i, label) - 1", "dx.get(i, label) - N"]], "oneAfterDivision"),
  softmaxLoss("1 everywhere", [["return [loss / N, dx.div(N)];", "return [loss / N, shifted.exp().div(total.reshape(N, 1)).sub(1).div(N)];"]], "oneSubtractedEverywhere"),
  softmaxLoss("y - p", [["dx.div(N)]", "dx.div(-N)]"]], "signFlipped"),
  softmaxLoss("changed in place", [["\n  return", "\n  x.data.set(dx.data);\n  return"]], "changedInPlace"),
  softmaxLoss("exchanged", [["return [loss / N, dx.div(N)];", "return [dx.div(N), loss / N] as any;"]], "pairExchanged"),
  softmaxLoss("over axis 0", [["shifted.exp().sum(1);", "shifted.exp().sum(0);"], ["total.reshape(N, 1)", "total"], byProbability], "overColumns", "logOfZero"),
  softmaxLoss("only the last example", [["loss += ", "loss = "]], "lastExampleOnly"),
  softmaxLoss("labels off by one", [["y.forEach((label, i) => {", "y.map((label) => label - 1).forEach((label, i) => {"]], "labelsShifted"),
  softmaxLoss("logarithm forgotten", [["Math.log(total.get(i)) - shifted.get(i, label)", "-dx.get(i, label)"]], "logMissing"),
  softmaxLoss("only the loss", [["return [loss / N, dx.div(N)];", "return (loss / N) as any;"]], "partMissing"),
  softmaxLoss("loss as an array", [["loss / N,", "x.mul(0).sum(1).slice(0, 1).add(loss / N) as any,"]], "lossAsArray"),
  softmaxLoss("logarithm of the sum forgotten", [["Math.log(total.get(i)) -", "total.get(i) -"]], "logSumMissing"),
  softmaxLoss("the scores in dx", [["shifted.exp().div(total.reshape(N, 1))", "x.copy()"]], "probabilitiesMissing"),
  softmaxLoss("async", [["function softmaxLoss(x: NDArray, y: number[]): [number, NDArray]", "async function softmaxLoss(x: any, y: any): Promise<any>"]], "asyncFunction"),
];

const svmWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("svm", name, edits, causes);
const pull: Edit = ["      dx.set([i, label], dx.get(i, label) - 1);\n", ""];

const svm: readonly ExerciseMistake[] = [
  svmWith("right class counted", [["if (j === label || margin <= 0) continue;", "if (margin <= 0) continue;"]], "rightClassCounted"),
  svmWith("no margin", [[" + 1;", ";"]], "marginMissing"),
  svmWith("margin of 0.5", [[" + 1;", " + 0.5;"]], "marginOther"),
  svmWith("margin subtracted", [[" + 1;", " - 1;"]], "marginSubtracted"),
  svmWith("exchanged", [["x.get(i, j) - x.get(i, label) + 1", "x.get(i, label) - x.get(i, j) + 1"]], "hingeSwapped"),
  svmWith("no pull", [pull], "rightClassWithoutPull"),
  svmWith("pull of 1", [["dx.set([i, label], dx.get(i, label) - 1)", "dx.set([i, label], -1)"]], "pullOfOne"),
  svmWith("pull with a plus", [["dx.get(i, label) - 1", "dx.get(i, label) + 1"]], "pullFlipped"),
  svmWith("margins in dx", [["dx.get(i, j) + 1)", "dx.get(i, j) + margin)"]], "marginsForOnes"),
  svmWith("no maximum", [["if (j === label || margin <= 0) continue;", "if (j === label) continue;"]], "hingeMissing"),
  svmWith("squared", [["loss += margin", "loss += margin * margin"]], "hingeSquared"),
  svmWith("not divided", [["return [loss / N, dx.div(N)];", "return [loss, dx];"]], "lossSummed"),
  svmWith("dx not divided", [["dx.div(N)", "dx"]], "dxNotDivided"),
  svmWith("right class pushed", [["return [loss / N", "y.forEach((label, i) => dx.set([i, label], dx.get(i, label) + 1));\n  return [loss / N"]], "rightClassPushed"),
  svmWith("margin >= 0", [["margin <= 0", "margin < 0"]], "hingeAtZero"),
  svmWith("loss divided by C", [["loss / N", "loss / C"]], "lossMeanOfClasses"),
  svmWith("a mean over all", [["loss / N", "loss / (N * C)"]], "lossMeanOfAll"),
  svmWith("margins counted", [["loss += margin", "loss += 1"]], "marginsCounted"),
  svmWith("dx negative", [["dx.div(N)", "dx.div(-N)"]], "signFlipped"),
  svmWith("only the last example", [["for (let j = 0;", "loss = 0;\n    for (let j = 0;"]], "lastExampleOnly"),
];

const networkWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("network", name, edits, causes);
const squares = "(W1.mul(W1).sum() + W2.mul(W2).sum())";

const network: readonly ExerciseMistake[] = [
  networkWith("no 0.5", [["0.5 * this.reg", "this.reg"]], "halfMissing"),
  networkWith("no 0.5, and twice in the gradient", [["0.5 * this.reg", "this.reg"], [".mul(this.reg)", ".mul(2 * this.reg)"]], "halfMissing"),
  networkWith("biases regularised", [[squares, "(W1.mul(W1).sum() + W2.mul(W2).sum() + b1.mul(b1).sum() + b2.mul(b2).sum())"]], "biasesRegularised"),
  networkWith("no L2 term", [[` + 0.5 * this.reg * ${squares}`, ""]], "regMissing"),
  networkWith("only W1", [[squares, "W1.mul(W1).sum()"]], "oneWeightRegularised"),
  networkWith("reg / N", [["0.5 * this.reg", "0.5 / y.length * this.reg"]], "regOverN"),
  networkWith("absolute values", [[squares, "(W1.abs().sum() + W2.abs().sum())"]], "l1ForL2"),
  networkWith("root of the squares", [[squares, "(Math.sqrt(W1.mul(W1).sum()) + Math.sqrt(W2.mul(W2).sum()))"]], "rootOfSquares"),
  networkWith("mean of squares", [[squares, "(W1.mul(W1).mean() + W2.mul(W2).mean())"]], "meanOfSquares"),
  networkWith("reg kept as 0", [["this.reg = reg;", "this.reg = 0;"]], "regMissing"),
  networkWith("no gradient of the L2 term", [[".add(W1.mul(this.reg))", ""], [".add(W2.mul(this.reg))", ""]], "regGradientMissing"),
  networkWith("gradient of the L2 term halved", [[".mul(this.reg)", ".mul(0.5 * this.reg)"]], "regGradientHalf"),
  networkWith("gradient of the L2 term twice", [[".mul(this.reg)", ".mul(2 * this.reg)"]], "regGradientTwice"),
  networkWith("bias's gradient regularised", [["b1: db1", "b1: db1.add(b1.mul(this.reg))"]], "biasGradientRegularised"),
  networkWith("no ReLU", [["affineReluForward(X, W1, b1)", "affineForward(X, W1, b1)"], ["affineReluBackward(dx, first)", "affineBackward(dx, first)"]], "noReluBetween"),
  networkWith("no mask", [["affineReluBackward(dx, first)", "affineBackward(dx, first.affine)"]], "hiddenMaskMissing"),
  networkWith("ReLU on the scores", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "return affineReluForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];"]], "reluOnScores"),
  networkWith("softmax on the scores", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "const s = affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0].exp();\n    return s.div(s.sum(1).reshape(-1, 1));"]], "probabilitiesForScores"),
  networkWith("predictions", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0].argmax(1);"]], "predictionsForScores"),
  networkWith("no b2", [["W2, b2)[0];", "W2, zeros(b2.size))[0];"]], "b2Missing"),
  networkWith("W2 first", [["const W1 = random.randn(inputDim, hiddenDim).mul(weightScale);\n    const W2 = random.randn(hiddenDim, numClasses).mul(weightScale);", "const W2 = random.randn(hiddenDim, numClasses).mul(weightScale);\n    const W1 = random.randn(inputDim, hiddenDim).mul(weightScale);"]], "w2First"),
  networkWith("no weightScale", [[".mul(weightScale)", ""]], "scaleMissing"),
  networkWith("weightScale squared", [[".mul(weightScale)", ".mul(weightScale ** 2)"]], "varianceForDeviation"),
  networkWith("a fixed scale", [[".mul(weightScale)", ".mul(0.01)"]], "scaleIgnored"),
  networkWith("uniform", [["random.randn(inputDim, hiddenDim)", "random.randomSample([inputDim, hiddenDim])"], ["random.randn(hiddenDim, numClasses)", "random.randomSample([hiddenDim, numClasses])"]], "uniformWeights"),
  networkWith("own stream", [["const W1 =", "random = new RandomState(0);\n    const W1 ="]], "ownStream"),
  networkWith("random biases", [["b1: zeros(hiddenDim)", "b1: random.randn(hiddenDim)"]], "biasNotZero", "moreDraws"),
  networkWith("weights of 0", [["random.randn(inputDim, hiddenDim).mul(weightScale)", "zeros([inputDim, hiddenDim])"], ["random.randn(hiddenDim, numClasses).mul(weightScale)", "zeros([hiddenDim, numClasses])"]], "zeroWeights"),
  networkWith("biases (1, H)", [["b1: zeros(hiddenDim), W2, b2: zeros(numClasses)", "b1: zeros([1, hiddenDim]), W2, b2: zeros([1, numClasses])"]]),
  networkWith("parameters kept aside", [["this.reg = reg;", "this.reg = reg;\n    this.kept = this.params;\n    this.params = { ...this.params };"], ["reg: number;", "reg: number;\n  kept: any;"], ["} = this.params;\n    return", "} = this.kept;\n    return"]], "oldParameters"),
  networkWith("loss makes the step", [["return [loss, {", "this.params.W1 = W1.sub(dW1.mul(0.1));\n    return [loss, {"]], "lossReplacesParameters"),
  networkWith("gradients exchanged", [["{ W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }", "{ W1: dW2.add(W2.mul(this.reg)), b1: db2, W2: dW1.add(W1.mul(this.reg)), b2: db1 }"]], "layerGradientsExchanged"),
  networkWith("SVM loss", [["softmaxLoss(scores, y)", "svmLoss(scores, y)"]], "svmForSoftmax"),
  networkWith("softmax twice", [["softmaxLoss(scores, y)", "softmaxLoss(scores.exp().div(scores.exp().sum(1).reshape(-1, 1)), y)"]], "lossOfProbabilities", "shiftMissingInNetwork"),
  networkWith("regularisation alone", [["dataLoss + 0.5", "0.5"]], "onlyReg"),
  networkWith("gradients under other names", [["{ W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }", "{ dW1, db1, dW2, db2 }"]], "gradientMissing"),
  networkWith("loss alone", [["return [loss, { W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }];", "return loss as any;"]], "partMissing"),
];

const sgdWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("sgd", name, edits, causes);

const sgd: readonly ExerciseMistake[] = [
  sgdWith("uphill", [["w.sub(", "w.add("]], "uphill"),
  sgdWith("no rate", [["dw.mul(learningRate)", "dw"]], "rateMissing"),
  sgdWith("a fixed rate", [["const { learningRate = 1e-2 } = config;", "const learningRate = 1e-2;"]], "rateIgnored"),
  sgdWith("lr, with the default", [["const { learningRate = 1e-2 } = config;", "const { lr: learningRate = 1e-2 } = config;"]], "rateName"),
  sgdWith("learning_rate, without one", [["const { learningRate = 1e-2 } = config;", "const learningRate = config.learning_rate;"]], "rateName"),
  sgdWith("no default", [["learningRate = 1e-2", "learningRate"]]),
  sgdWith("another default", [["1e-2", "1e-3"]], "defaultRate"),
  sgdWith("only w", [["return [w.sub(dw.mul(learningRate)), config];", "return w.sub(dw.mul(learningRate)) as any;"]], "configMissing"),
  sgdWith("config forgotten in the list", [[", config];", "] as any;"]], "configMissing"),
  sgdWith("in place", [["return [w.sub(dw.mul(learningRate)), config];", "w.data.set(w.sub(dw.mul(learningRate)).data);\n  return [w, config];"]], "changedInPlace"),
  sgdWith("the step itself", [["w.sub(dw.mul(learningRate))", "dw.mul(learningRate)"]], "gradientForNext"),
  sgdWith("w times rate", [["dw.mul(learningRate)", "w.mul(learningRate)"]], "weightDecayForStep"),
  sgdWith("brackets", [["w.sub(dw.mul(learningRate))", "w.sub(dw).mul(learningRate)"]], "rateOnAll"),
  sgdWith("an empty config", [[", config];", ", {}];"]], "settingsLost"),
  sgdWith("exchanged", [["[w.sub(dw.mul(learningRate)), config]", "[config, w.sub(dw.mul(learningRate))] as any"]], "pairExchanged"),
  sgdWith("an object", [["[w.sub(dw.mul(learningRate)), config]", "{ w: w.sub(dw.mul(learningRate)), config } as any"]], "recordForPair"),
  sgdWith("w as it came", [["w.sub(dw.mul(learningRate))", "w.copy()"]], "notUpdated"),
];

const momentumWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("momentum", name, edits, causes);
const newVelocity = "(config.velocity ?? zeros(w.shape)).mul(momentum).sub(dw.mul(learningRate))";

const momentum: readonly ExerciseMistake[] = [
  momentumWith("velocity not kept", [["{ ...config, velocity }", "config"]], "memoryLost"),
  momentumWith("settings lost", [["{ ...config, velocity }", "{ velocity }"]], "settingsLost"),
  momentumWith("running mean", [["sub(dw.mul(learningRate))", "sub(dw.mul(learningRate * (1 - momentum)))"]], "runningMean"),
  momentumWith("Nesterov", [["w.add(velocity)", "w.add(velocity.mul(momentum)).sub(dw.mul(learningRate))"]], "nesterov"),
  momentumWith("w - v", [["w.add(velocity)", "w.sub(velocity)"]], "uphill"),
  momentumWith("plus the gradient", [[".sub(dw.mul(learningRate))", ".add(dw.mul(learningRate))"]], "uphill"),
  momentumWith("no momentum", [[".mul(momentum)", ""]], "momentumMissing"),
  momentumWith("a fixed momentum", [["momentum = 0.9 } = config;", "} = config;\n  const momentum = 0.9;"]], "momentumIgnored"),
  momentumWith("another default", [["momentum = 0.9", "momentum = 0.99"]], "momentumDefault"),
  momentumWith("no rate", [["dw.mul(learningRate)", "dw"]], "rateMissing"),
  momentumWith("starts at the gradient", [["zeros(w.shape)", "dw"]], "velocityStart"),
  momentumWith("old velocity", [["return [w.add(velocity),", "return [w.add(config.velocity ?? zeros(w.shape)),"]], "oldVelocity"),
  momentumWith("a variable outside", [["function sgdMomentum", "let kept: any;\nfunction sgdMomentum"], ["const velocity = (config.velocity ??", "const velocity = kept = (kept?.size === w.size ? kept :"]], "memoryShared"),
  momentumWith("momentum on both", [[newVelocity, "(config.velocity ?? zeros(w.shape)).sub(dw.mul(learningRate)).mul(momentum)"]], "momentumOnGradient"),
  momentumWith("velocity alone", [["w.add(velocity),", "velocity,"]], "gradientForNext"),
];

const accuracyWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("accuracy", name, edits, causes);
const accuracy: readonly ExerciseMistake[] = [
  accuracyWith("NaN not seen", [["if (Number.isNaN", "if (false && Number.isNaN"]], "nanScores"),
  accuracyWith("a count", [[".length / y.length", ".length"]], "countForShare"),
  accuracyWith("per cent", [["/ y.length", "/ y.length * 100"]], "percentForShare"),
  accuracyWith("wrong ones", [["=== label", "!== label"]], "errorRate"),
  accuracyWith("lowest score", [["scores.argmax(1)", "scores.neg().argmax(1)"]], "lowestScore"),
  accuracyWith("argmax(0)", [["argmax(1)", "argmax(0)"]], "argmaxOverExamples"),
  accuracyWith("divided by C", [["/ y.length", "/ scores.shape[1]"]], "classesForExamples"),
  accuracyWith("rounded", [["return y.filter((label, i) => predicted[i] === label).length / y.length;", "return Math.round(y.filter((label, i) => predicted[i] === label).length / y.length);"]], "shareRounded"),
  accuracyWith("classes from 1", [["predicted[i] ===", "predicted[i] + 1 ==="]], "answersFromOne"),
  accuracyWith("no return", [["): number {", "): any {"], ["return y.filter", "y.filter"]], "returnMissing"),
  accuracyWith("async", [["function accuracy(scores: NDArray, y: number[]): number", "async function accuracy(scores: any, y: any): Promise<any>"]], "asyncFunction"),
];

const stepWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("step", name, edits, causes);
const indices = "random.choice(data.yTrain.length, batchSize).data";
const step: readonly ExerciseMistake[] = [
  stepWith("[0] forgotten", [["{ learningRate })[0]", "{ learningRate }) as any"]], "pairKept"),
  stepWith("rate not handed on", [["{ learningRate })", "{})"]], "rateIgnored"),
  stepWith("rate under another name", [["{ learningRate })", "{ lr: learningRate })"]], "rateIgnored"),
  stepWith("without replacement", [["batchSize).data", "batchSize, { replace: false }).data"]], "withoutReplacement"),
  stepWith("arguments exchanged", [["choice(data.yTrain.length, batchSize)", "choice(batchSize, data.yTrain.length)"]], "choiceExchanged"),
  stepWith("not drawn", [[indices, "Array.from({ length: batchSize }, (_, i) => i)"]], "notDrawn"),
  stepWith("the whole set", [[indices, "Array.from({ length: data.yTrain.length }, (_, i) => i)"]], "wholeSet"),
  stepWith("labels drawn again", [["Array.from(indices,", "Array.from(random.choice(data.yTrain.length, batchSize).data,"]], "labelsElsewhere"),
  stepWith("labels not chosen", [["Array.from(indices, (i: number) => data.yTrain[i])", "data.yTrain.slice(0, batchSize)"]], "labelsNotChosen"),
  stepWith("weights only", [["of Object.keys(model.params)", 'of ["W1", "W2"]']], "weightsOnly"),
  stepWith("NaN goes on", [["  if (!Number.isFinite(loss)) throw new Error(\"solverStep: the loss is \" + loss);\n", ""]], "divergenceHidden"),
  stepWith("only NaN stops", [["!Number.isFinite(loss)", "Number.isNaN(loss)"]], "infinityHidden"),
  stepWith("nothing returned", [["): number {", "): any {"], ["  return loss;\n", ""]], "lossNotReturned"),
  stepWith("async", [["function solverStep(model: any, data: any, options: any): number", "async function solverStep(model: any, data: any, options: any): Promise<any>"]], "asyncFunction"),
  stepWith("loss and gradients returned", [["return loss;", "return [loss, grads] as any;"]], "gradientsReturned"),
  stepWith("loss asked twice", [["return loss;", "return model.loss(data.XTrain.takeRows(indices), y)[0];"]], "lossAskedTwice"),
  stepWith("uphill", [["grads[name], {", "grads[name].neg(), {"]], "uphill"),
  stepWith("divided by the batch size", [["grads[name], {", "grads[name].div(batchSize), {"]], "stepOverBatch"),
  stepWith("own stream", [["random.choice", "new RandomState(0).choice"]], "drawnElsewhere"),
  stepWith("drawn before", [["  const indices", "  random.choice(data.yTrain.length, batchSize);\n  const indices"]], "drawnTwice"),
  stepWith("not put back", [["    model.params[name] = sgd(", "    sgd("]], "notUpdated"),
  stepWith("the gradient of another name", [["grads[name], {", "grads.dW1, {"]]),
];

export const mistakes: readonly ExerciseMistake[] = [
  ...affineForward, ...affineBackward, ...relu, ...sandwich, ...sigmoid, ...sigmoidInBoth, ...leakyRelu,
  ...softmax, ...svm, ...network, ...sgd, ...momentum, ...accuracy, ...step,
];
