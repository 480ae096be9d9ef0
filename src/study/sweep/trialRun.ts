/** One training of a sweep: the settings of a trial, trained for some epochs, and what came of it. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { TwoLayerNet } from "../../nn/models/twoLayerNet.js";
import type { UpdateRuleName } from "../../nn/optim/findUpdateRule.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { DivergedError } from "../../nn/watch/divergedError.js";
import { Solver } from "../../nn/solver/solver.js";
import type { TrainingData } from "../../nn/checks/trainingData.js";
import type { Trial } from "./trials.js";

/** What all trainings of a sweep have in common. */
export interface CommonSettings {
  readonly batchSize: number;
  readonly updateRule: UpdateRuleName;
  readonly weightScale: number;
  readonly numClasses: number;
  readonly dtype: "float64" | "float32";
}

/** A training's whole input besides the data: the same task gives the same bits wherever it runs. */
export interface TrialTask {
  readonly trial: Trial;
  readonly epochs: number;
  readonly common: CommonSettings;
}

/** What a training leaves; it survives JSON. */
export interface TrialRun {
  readonly epochs: number;
  /** why the training ended before its last epoch; empty if it did not */
  readonly divergence: string;
  /** from 0 to 1 */
  readonly bestValAcc: number;
  /** from 0 to 1; the first is taken after iteration 1, then one for each epoch */
  readonly trainAccHistory: readonly number[];
  /** from 0 to 1, at the same times */
  readonly valAccHistory: readonly number[];
  /** mean loss of each epoch's minibatches */
  readonly epochLosses: readonly number[];
}

/**
 * Trains one trial from its start.
 *
 * @param report told of every iteration, counted from 1
 * @returns the run, and the parameters that did best on the validation set
 * @throws {RangeError} if the data is empty or does not fit
 */
export function runTrial(
  { trial: { settings, seed }, epochs, common }: TrialTask,
  data: TrainingData,
  report: (iteration: number) => void = () => {},
): [run: TrialRun, params: Record<string, NDArray>] {
  const { batchSize, updateRule, ...shape } = common;
  const { learningRate, lrDecay, hiddenDim, reg } = settings;
  const random = new RandomState(seed);
  const inputDim = data.XTrain.shape.slice(1).reduce((product, size) => product * size, 1);
  const model = new TwoLayerNet({ ...shape, inputDim, hiddenDim, reg, random });
  const progress = { update: ({ iteration }: { iteration: number }) => report(iteration), end: () => {} };
  const solver = new Solver(model, data, {
    updateRule, optimConfig: { learningRate }, lrDecay, batchSize, numEpochs: epochs, verbose: false, random, progress,
  });
  const divergence = trainToTheEnd(solver);
  const { bestValAcc, trainAccHistory, valAccHistory } = solver;
  const epochLosses = meansOf(solver.lossHistory, Math.max(Math.floor(data.XTrain.shape[0] / batchSize), 1));
  return [{ epochs, divergence, bestValAcc, trainAccHistory, valAccHistory, epochLosses }, model.params];
}

/** Divergence is a result: it says that the learning rate was too high. */
function trainToTheEnd(solver: Solver): string {
  try {
    solver.train();
    return "";
  } catch (error) {
    if (error instanceof DivergedError) return error.message;
    throw error;
  }
}

function meansOf(losses: readonly number[], perEpoch: number): number[] {
  return Array.from({ length: Math.ceil(losses.length / perEpoch) }, (_, epoch) => {
    const part = losses.slice(epoch * perEpoch, (epoch + 1) * perEpoch);
    return part.reduce((sum, loss) => sum + loss, 0) / part.length;
  });
}
