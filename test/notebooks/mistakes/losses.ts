/** Mistakes in the two losses. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type Edit, type ExerciseMistake, made } from "./made.js";

const byProbability: Edit = ["loss += Math.log(total.get(i)) - shifted.get(i, label);", "loss -= Math.log(dx.get(i, label));"];
const softmaxLoss = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("softmax", name, edits, causes);

export const softmax: readonly ExerciseMistake[] = [
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

export const svm: readonly ExerciseMistake[] = [
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
