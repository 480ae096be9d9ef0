/** Mistakes in the update rules, in accuracy and in the step of training. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type Edit, type ExerciseMistake, made } from "./made.js";

const sgdWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("sgd", name, edits, causes);

export const sgd: readonly ExerciseMistake[] = [
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

export const momentum: readonly ExerciseMistake[] = [
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
export const accuracy: readonly ExerciseMistake[] = [
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
export const step: readonly ExerciseMistake[] = [
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
