/**
 * The Solver trains a model: it draws minibatches, takes steps, measures accuracy after every
 * epoch, and ends with the parameters that did best on the validation set.
 *
 * Order of draws from `random`, on which parity with NumPy depends: each iteration draws
 * `choice(numTrain, batchSize)`; each accuracy check draws `choice(N, numSamples)` for the training
 * set and then for the validation set, each only if the set is larger than the sample.
 */
import { breathe } from "#host/machine";
import type { Examples } from "../../numeric/array/examples.js";
import { readCheckpoint } from "../checkpoint/readCheckpoint.js";
import type { Labels } from "../checks/labels.js";
import { accuracy, type AccuracyOptions, predictSample, shareRight } from "../models/accuracy.js";
import type { Model, Parameters } from "../models/model.js";
import { checkIsModel, copyParameters } from "../models/parameters.js";
import type { OptimConfig } from "../optim/updateRule.js";
import { divergence, NotFiniteError } from "../watch/divergedError.js";
import type { TrainingWarning } from "../watch/trainingProgress.js";
import { decayLearningRates, learningRateOf, updateParameters } from "./optimConfigs.js";
import { checkFits, optionsFrom, restore, type ResumeOptions } from "./resume.js";
import { RunReport } from "./runReport.js";
import { settleOptions } from "./settleOptions.js";
import type { SettledOptions, SolverOptions } from "./solverOptions.js";
import { StepMemory } from "./stepMemory.js";
import { type CheckedData, checkTrainingData, countIterations, type TrainingData } from "../checks/trainingData.js";

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
  readonly #report: RunReport;
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
    this.#report = new RunReport(this, this.#data);
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
    checkFits(path, checkpoint, model, solver.#data, solver.options);
    solver.#iteration = restore(solver, solver.#report.watch, checkpoint);
    return solver;
  }

  /** Trouble that training was or is in, each kind once; a verbose Solver prints it, another tells `progress`. */
  get warnings(): readonly TrainingWarning[] {
    return this.#report.watch.warnings;
  }

  /**
   * Trains for `numEpochs` epochs, or what is left of them after `resume`, then puts the best
   * parameters into the model. Called again, it goes on for as many epochs more.
   *
   * @throws {DivergedError} if the loss or a score is no longer a finite number; the model keeps
   * the best parameters so far
   */
  train(): void {
    const iterationsPerEpoch = countIterations(this.#data, this.options.batchSize);
    const numIterations = this.options.numEpochs * iterationsPerEpoch;
    const memory = new StepMemory(this.model.params, this.#data.XTrain, this.options.batchSize);
    this.model.params = memory.params;
    try {
      while (this.#iteration < numIterations) {
        breathe();
        this.#step(memory);
        this.#report.stepped(++this.#iteration, numIterations);
        const isEpochEnd = this.#iteration % iterationsPerEpoch === 0;
        if (isEpochEnd) {
          this.epoch++;
          decayLearningRates(this.optimConfigs, this.options.lrDecay);
        }
        if (this.#iteration === 1 || isEpochEnd) this.#checkEpoch();
        this.#report.progress(this.#iteration, numIterations);
      }
    } catch (error) {
      throw divergence(error, this.#iteration, numIterations, learningRateOf(this.optimConfigs));
    } finally {
      this.#iteration = 0;
      this.model.params = copyParameters(this.bestParams);
      memory.release();
      this.#report.ended();
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

  /** One minibatch: draw, loss and gradients, update of every parameter. */
  #step(memory: StepMemory): void {
    const { random, updateRule } = this.options;
    const [X, y] = memory.draw(this.#data.XTrain, this.#data.yTrain, random);
    const [loss, grads] = this.model.loss(X, y, memory.grads);
    if (!Number.isFinite(loss)) throw new NotFiniteError(`the loss is ${loss}`);
    this.lossHistory.push(loss);
    this.#report.measured(loss, grads);
    updateParameters(this.model.params, grads, updateRule, this.optimConfigs);
  }

  /** Accuracy on both sets, and the best parameters so far. */
  #checkEpoch(): void {
    const { numTrainSamples, numValSamples, random } = this.options;
    const { XTrain, yTrain, XVal, yVal } = this.#data;
    const train = predictSample(this.model, XTrain, yTrain, random, { numSamples: numTrainSamples });
    const val = predictSample(this.model, XVal, yVal, random, { numSamples: numValSamples });
    const valAcc = shareRight(val);
    this.trainAccHistory.push(shareRight(train));
    this.valAccHistory.push(valAcc);
    if (valAcc > this.bestValAcc) {
      this.bestValAcc = valAcc;
      this.bestParams = copyParameters(this.model.params);
    }
    this.#report.checked(val, this.#iteration);
  }
}
