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
import { checkIsModel, type Model } from "../models/model.js";
import type { Parameters } from "../models/parameterFile.js";
import type { OptimConfig } from "../optim/updateRule.js";
import { accuracy, type AccuracyOptions, NanScoresError, type Predictions, predictSample, shareRight } from "./accuracy.js";
import { writeCheckpoint } from "./checkpoint.js";
import { DivergedError } from "./divergedError.js";
import { decayLearningRates, learningRateOf, updateParameters } from "./optimConfigs.js";
import { readCheckpoint } from "./readCheckpoint.js";
import { checkFits, optionsFrom, type ResumeOptions } from "./resume.js";
import { StepMemory } from "./stepMemory.js";
import { type SettledOptions, settleOptions, type SolverOptions } from "./solverOptions.js";
import { type CheckedData, checkTrainingData, countIterations, type TrainingData } from "./trainingData.js";
import type { TrainingWarning } from "./trainingWarning.js";
import { TroubleWatch } from "./troubleWatch.js";

/**
 * Trains a model by minibatches, and keeps the parameters that did best on the validation set.
 *
 * @example
 * const random = new RandomState(231);
 * const X = random.randn(60, 2);
 * const y = Array.from({ length: 60 }, (_, i) => (X.get(i, 0) > 0 ? 1 : 0));
 * const data = { XTrain: X.slice(0, 40), yTrain: y.slice(0, 40), XVal: X.slice(40), yVal: y.slice(40) };
 * const model = new TwoLayerNet({ inputDim: 2, hiddenDim: 10, numClasses: 2, weightScale: 0.1, random });
 * const solver = new Solver(model, data, {
 *   updateRule: "adam",
 *   optimConfig: { learningRate: 0.05 },
 *   batchSize: 10,
 *   numEpochs: 5,
 *   random,
 *   verbose: false,
 * });
 * solver.train();
 * solver.lossHistory.length // 20
 * solver.trainAccHistory.length // 6
 * solver.bestValAcc // 0.95
 */
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
  readonly #watch: TroubleWatch;
  /** done of the training that runs, or that a checkpoint has brought */
  #iteration = 0;

  /**
   * @throws {TypeError} if model is none, an option has an unknown name or is of another kind, a set is missing or
   * no NDArray or ImageSet, or a label is not a whole number
   * @throws {RangeError} if an option or the data is out of range, or the data does not fit the model
   */
  constructor(model: Model, data: TrainingData, options: SolverOptions = {}) {
    checkIsModel("Solver", model);
    this.model = model;
    this.options = settleOptions(options);
    this.#data = checkTrainingData(model, data);
    const names = Object.keys(model.params);
    this.optimConfigs = Object.fromEntries(names.map((name) => [name, { ...this.options.optimConfig }]));
    this.bestParams = copyParameters(model.params);
    this.#watch = new TroubleWatch(this.options.batchSize, this.#data.numClasses, ({ message }) => {
      if (this.options.verbose) this.#print(`Warning: ${message}`);
    });
  }

  /**
   * A Solver that stands where another one was when it wrote a checkpoint. Its `train()` goes on to
   * the end of that training, with the very same bits as if it had never stopped.
   *
   * @param path a file that the option `checkpointName` has left
   * @param model made as the model of that run: its parameters are replaced
   * @param data the same as in that run
   * @param options what may differ: how many epochs, and who is told
   * @throws {Error} if the file cannot be read
   * @throws {TypeError} if an option has an unknown name, or an update rule of one's own is missing
   * @throws {RangeError} if the file is no checkpoint or damaged, or does not fit the model, the
   * data or the options; model and random state stay as they are
   */
  static resume(path: string, model: Model, data: TrainingData, options: ResumeOptions = {}): Solver {
    const checkpoint = readCheckpoint(path);
    const solver = new Solver(model, data, optionsFrom(path, checkpoint, options));
    checkFits(path, checkpoint, solver.model, solver.#data, solver.options);
    const { state, params, best, configs } = checkpoint;
    solver.options.random.setState(state.random);
    model.params = inOrderOf(model.params, params);
    solver.bestParams = inOrderOf(model.params, best);
    Object.assign(solver.optimConfigs, configs);
    Object.assign(solver.#watch.state, state.watch);
    for (const name of ["lossHistory", "trainAccHistory", "valAccHistory"] as const) {
      for (const value of checkpoint[name]) solver[name].push(value);
    }
    solver.epoch = state.epoch;
    solver.bestValAcc = state.bestValAcc;
    solver.#iteration = state.iteration;
    return solver;
  }

  /** Trouble that training was or is in, each kind once; a verbose Solver prints it, another tells `progress`. */
  get warnings(): readonly TrainingWarning[] {
    return this.#watch.state.warnings;
  }

  /**
   * Trains for `numEpochs` epochs, or what is left of them after `resume`, then puts the best
   * parameters into the model. Called again, it goes on for as many epochs more.
   *
   * @throws {DivergedError} if the loss or a score is no longer a finite number; the model keeps
   * the best parameters so far
   */
  train(): void {
    const { numEpochs, batchSize, progress } = this.options;
    const iterationsPerEpoch = countIterations(this.#data, batchSize);
    const numIterations = numEpochs * iterationsPerEpoch;
    const memory = new StepMemory(this.model.params, this.#data.XTrain, batchSize);
    this.model.params = memory.params;
    try {
      while (this.#iteration < numIterations) {
        this.#iterate(this.#iteration++, numIterations, iterationsPerEpoch, memory);
        this.#report(this.#iteration, numIterations);
      }
    } finally {
      this.#iteration = 0;
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
    const { verbose, printEvery, lrDecay } = this.options;
    this.#step(t, numIterations, memory);
    if (verbose && t % printEvery === 0) {
      this.#print(`(Iteration ${t + 1} / ${numIterations}) loss: ${formatFixed(this.lossHistory.at(-1)!, 6)}`);
    }
    const isEpochEnd = (t + 1) % iterationsPerEpoch === 0;
    if (isEpochEnd) {
      this.epoch++;
      decayLearningRates(this.optimConfigs, lrDecay);
    }
    if (t === 0 || isEpochEnd) this.#checkEpoch(t, numIterations);
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
    this.#watch.afterStep(this.lossHistory.length, loss, grads, learningRateOf(this.optimConfigs));
    updateParameters(this.model.params, grads, updateRule, this.optimConfigs);
  }

  /** Accuracy on both sets, the checkpoint, and the best parameters so far. */
  #checkEpoch(t: number, numIterations: number): void {
    const { numEpochs, verbose } = this.options;
    const [train, val] = this.#predictions(t, numIterations);
    const [trainAcc, valAcc] = [shareRight(train), shareRight(val)];
    this.trainAccHistory.push(trainAcc);
    this.valAccHistory.push(valAcc);
    if (valAcc > this.bestValAcc) {
      this.bestValAcc = valAcc;
      this.bestParams = copyParameters(this.model.params);
    }
    if (verbose) {
      this.#print(`(Epoch ${this.epoch} / ${numEpochs}) train acc: ${formatFixed(trainAcc, 6)}; val_acc: ${formatFixed(valAcc, 6)}`);
    }
    this.#watch.afterCheck(this.lossHistory.length, valAcc, val, learningRateOf(this.optimConfigs));
    if (this.options.checkpointName !== null) {
      writeCheckpoint(this, { iteration: this.#iteration, watch: this.#watch.state, data: this.#data }, this.options.checkpointName);
    }
  }

  #predictions(t: number, numIterations: number): [train: Predictions, val: Predictions] {
    const { numTrainSamples, numValSamples, random } = this.options;
    const { XTrain, yTrain, XVal, yVal } = this.#data;
    try {
      return [
        predictSample(this.model, XTrain, yTrain, random, { numSamples: numTrainSamples }),
        predictSample(this.model, XVal, yVal, random, { numSamples: numValSamples }),
      ];
    } catch (error) {
      if (error instanceof NanScoresError) throw this.#diverged(t, numIterations, "a class score is NaN");
      throw error;
    }
  }

  #diverged(t: number, numIterations: number, what: string): DivergedError {
    return new DivergedError(t + 1, numIterations, what, learningRateOf(this.optimConfigs));
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
      warnings: this.options.verbose ? [] : this.warnings,
    });
  }

  #print(line: string): void {
    this.options.log(line);
  }
}

function copyParameters(params: Readonly<Parameters>): Parameters {
  return Object.fromEntries(Object.entries(params).map(([name, array]) => [name, array.copy()]));
}

function inOrderOf(like: Readonly<Parameters>, params: Readonly<Parameters>): Parameters {
  return Object.fromEntries(Object.keys(like).map((name) => [name, params[name]!]));
}
