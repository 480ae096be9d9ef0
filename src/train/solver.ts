/**
 * The Solver trains a model: it draws minibatches, takes steps, measures accuracy after every
 * epoch, and ends with the parameters that did best on the validation set.
 *
 * Order of draws from `random`, on which parity with NumPy depends: each iteration draws
 * `choice(numTrain, batchSize)`; each accuracy check draws `choice(N, numSamples)` for the training
 * set and then for the validation set, each only if the set is larger than the sample.
 */
import type { Examples } from "../array/examples.js";
import { NDArray } from "../array/ndarray.js";
import { formatFixed } from "../format/formatFixed.js";
import type { Labels } from "../layers/labels.js";
import type { Model } from "../models/model.js";
import type { Parameters } from "../models/parameterFile.js";
import type { OptimConfig } from "../optim/updateRule.js";
import { accuracy, type AccuracyOptions, NanScoresError } from "./accuracy.js";
import { writeCheckpoint } from "./checkpoint.js";
import { DivergedError } from "./divergedError.js";
import { StepMemory } from "./stepMemory.js";
import { type SettledOptions, settleOptions, type SolverOptions } from "./solverOptions.js";
import { type CheckedData, checkTrainingData, type TrainingData } from "./trainingData.js";

export class Solver {
  readonly model: Model;
  readonly options: SettledOptions;
  /** one per parameter, with the learning rate as it stands */
  readonly optimConfigs: Record<string, OptimConfig>;
  /** epochs completed */
  epoch = 0;
  /** loss of each iteration's minibatch */
  readonly lossHistory: number[] = [];
  /** from 0 to 1; the first is taken after iteration 1, then one for each epoch */
  readonly trainAccHistory: number[] = [];
  /** from 0 to 1, at the same times */
  readonly valAccHistory: number[] = [];
  /** from 0 to 1 */
  bestValAcc = 0;
  /** copies of the parameters that reached it; the initial ones until a check beats 0 */
  bestParams: Parameters;

  readonly #data: CheckedData;

  /**
   * @throws {TypeError} if an option has an unknown name, a set is missing or a label is not a whole number
   * @throws {RangeError} if an option or the data is out of range, or the data does not fit the model
   */
  constructor(model: Model, data: TrainingData, options: SolverOptions = {}) {
    this.model = model;
    this.options = settleOptions(options);
    this.#data = checkTrainingData(model, data);
    const names = Object.keys(model.params);
    this.optimConfigs = Object.fromEntries(names.map((name) => [name, { ...this.options.optimConfig }]));
    this.bestParams = copyParameters(model.params);
  }

  /**
   * Trains for `numEpochs` epochs, then puts the best parameters into the model. Called again, it
   * goes on for as many epochs more.
   *
   * @throws {DivergedError} if the loss or a score is no longer a finite number; the model keeps
   * the best parameters so far
   */
  train(): void {
    const { numEpochs, batchSize, progress } = this.options;
    const iterationsPerEpoch = Math.max(Math.floor(this.#data.yTrain.length / batchSize), 1);
    const numIterations = numEpochs * iterationsPerEpoch;
    const memory = new StepMemory(this.model.params, this.#data.XTrain, batchSize);
    this.model.params = memory.params;
    try {
      for (let t = 0; t < numIterations; t++) {
        this.#iterate(t, numIterations, iterationsPerEpoch, memory);
        this.#report(t + 1, numIterations);
      }
    } finally {
      this.model.params = copyParameters(this.bestParams);
      memory.release();
      progress?.end();
    }
  }

  /**
   * The share of examples whose highest score is at the right class, from 0 to 1.
   *
   * @param X examples, (N, d1, ..., dk)
   * @param y right classes, N whole numbers
   * @throws {RangeError} if there are no examples, y does not fit them, or a score is NaN
   */
  checkAccuracy(X: Examples, y: Labels, options: AccuracyOptions = {}): number {
    return accuracy(this.model, X, y, this.options.random, options);
  }

  #iterate(t: number, numIterations: number, iterationsPerEpoch: number, memory: StepMemory): void {
    const { verbose, printEvery } = this.options;
    this.#step(t, numIterations, memory);
    if (verbose && t % printEvery === 0) {
      this.#print(`(Iteration ${t + 1} / ${numIterations}) loss: ${formatFixed(this.lossHistory.at(-1)!, 6)}`);
    }
    const isEpochEnd = (t + 1) % iterationsPerEpoch === 0;
    if (isEpochEnd) {
      this.epoch++;
      this.#decayLearningRate();
    }
    if (t === 0 || t === numIterations - 1 || isEpochEnd) this.#checkEpoch(t, numIterations);
  }

  /** One minibatch: draw, loss and gradients, update of every parameter. */
  #step(t: number, numIterations: number, memory: StepMemory): void {
    const { random, batchSize, updateRule } = this.options;
    const { XTrain, yTrain } = this.#data;
    const chosen = random.choice(yTrain.length, batchSize);
    const y = new NDArray(Int32Array.from(chosen.data, (i) => yTrain[i]!), [batchSize]);
    const [loss, grads] = this.model.loss(XTrain.takeRows(chosen.data, memory.batch), y, memory.grads);
    if (!Number.isFinite(loss)) throw this.#diverged(t, numIterations, `the loss is ${loss}`);
    this.lossHistory.push(loss);
    for (const [name, w] of Object.entries(this.model.params)) {
      const [next, config] = updateRule(w, grads[name]!, this.optimConfigs[name], w);
      this.model.params[name] = next;
      this.optimConfigs[name] = config;
    }
  }

  #decayLearningRate(): void {
    for (const [name, config] of Object.entries(this.optimConfigs)) {
      const { learningRate } = config;
      if (learningRate !== undefined) {
        this.optimConfigs[name] = { ...config, learningRate: learningRate * this.options.lrDecay };
      }
    }
  }

  /** Accuracy on both sets, the checkpoint, and the best parameters so far. */
  #checkEpoch(t: number, numIterations: number): void {
    const { numEpochs, verbose } = this.options;
    const [trainAcc, valAcc] = this.#accuracies(t, numIterations);
    this.trainAccHistory.push(trainAcc);
    this.valAccHistory.push(valAcc);
    if (valAcc > this.bestValAcc) {
      this.bestValAcc = valAcc;
      this.bestParams = copyParameters(this.model.params);
    }
    if (this.options.checkpointName !== null) writeCheckpoint(this, this.options.checkpointName);
    if (verbose) {
      this.#print(`(Epoch ${this.epoch} / ${numEpochs}) train acc: ${formatFixed(trainAcc, 6)}; val_acc: ${formatFixed(valAcc, 6)}`);
    }
  }

  #accuracies(t: number, numIterations: number): [trainAcc: number, valAcc: number] {
    const { numTrainSamples, numValSamples } = this.options;
    const { XTrain, yTrain, XVal, yVal } = this.#data;
    try {
      return [
        this.checkAccuracy(XTrain, yTrain, { numSamples: numTrainSamples }),
        this.checkAccuracy(XVal, yVal, { numSamples: numValSamples }),
      ];
    } catch (error) {
      if (error instanceof NanScoresError) throw this.#diverged(t, numIterations, "a class score is NaN");
      throw error;
    }
  }

  #diverged(t: number, numIterations: number, what: string): DivergedError {
    const { learningRate } = Object.values(this.optimConfigs)[0] ?? {};
    return new DivergedError(t + 1, numIterations, what, learningRate);
  }

  #report(iteration: number, numIterations: number): void {
    this.options.progress?.update({
      iteration,
      numIterations,
      epoch: this.epoch,
      numEpochs: this.options.numEpochs,
      loss: this.lossHistory.at(-1)!,
      trainAcc: this.trainAccHistory.at(-1)!,
      valAcc: this.valAccHistory.at(-1)!,
      bestValAcc: this.bestValAcc,
    });
  }

  #print(line: string): void {
    this.options.log(line);
  }
}

function copyParameters(params: Readonly<Parameters>): Parameters {
  return Object.fromEntries(Object.entries(params).map(([name, array]) => [name, array.copy()]));
}
