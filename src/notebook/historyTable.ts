import { checkList } from "../numeric/arguments/check.js";
import { danfo, type DataFrame } from "./danfo.js";

/** What a Solver has recorded, in full or of a training that was interrupted. */
export interface TrainingHistory {
  /** Loss of each iteration's minibatch. */
  readonly lossHistory: readonly number[];
  /** From 0 to 1: at the first iteration, then at the end of each epoch. */
  readonly trainAccHistory: readonly number[];
  /** From 0 to 1, at the same times. */
  readonly valAccHistory: readonly number[];
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/**
 * A Solver's history as a frame with one row for each accuracy check: epoch, train accuracy,
 * validation accuracy, and loss, which is the mean over the epoch (at epoch 0, the first one).
 *
 * @param iterationsPerEpoch whole number of 1 or more; read off the histories if left out, which
 * takes a training that reached its last epoch
 * @throws {TypeError} if a history is missing
 * @throws {RangeError} if the histories are empty or of different lengths
 * @example
 * historyTable({ lossHistory: [2.3, 1.9], trainAccHistory: [0.1, 0.4], valAccHistory: [0.1, 0.3] }).shape // [ 2, 4 ]
 */
export function historyTable(history: TrainingHistory, iterationsPerEpoch?: number): DataFrame {
  for (const name of ["lossHistory", "trainAccHistory", "valAccHistory"] as const) checkList("historyTable", name, history?.[name]);
  const { lossHistory, trainAccHistory, valAccHistory } = history;
  const epochs = trainAccHistory.length - 1;
  if (epochs < 0 || lossHistory.length === 0 || valAccHistory.length !== epochs + 1) {
    throw new RangeError(
      `historyTable: expected histories of a training, got ${lossHistory.length} losses, ${trainAccHistory.length} train and ${valAccHistory.length} validation accuracies`,
    );
  }
  const perEpoch = iterationsPerEpoch ?? Math.max(Math.floor(lossHistory.length / Math.max(epochs, 1)), 1);
  const rows = trainAccHistory.map((trainAcc, epoch) => {
    const losses = epoch === 0 ? lossHistory.slice(0, 1) : lossHistory.slice((epoch - 1) * perEpoch, epoch * perEpoch);
    return [epoch, trainAcc, valAccHistory[epoch], mean(losses)];
  });
  return new (danfo().DataFrame)(rows, { columns: ["epoch", "train accuracy", "validation accuracy", "loss"] });
}
