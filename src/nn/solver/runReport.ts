/** What a run tells: lines that are printed, trouble, progress, and a checkpoint after each accuracy check. */
import { formatFixed } from "../../numeric/print/number.js";
import type { SolverState } from "../checkpoint/runState.js";
import { writeCheckpoint } from "../checkpoint/writeCheckpoint.js";
import type { CheckedData } from "../checks/trainingData.js";
import type { Predictions } from "../models/accuracy.js";
import type { Parameters } from "../models/model.js";
import { TroubleWatch, type WatchState } from "../watch/troubleWatch.js";
import { learningRateOf } from "./optimConfigs.js";
import type { SettledOptions } from "./solverOptions.js";

/** The Solver, as far as it is told of. */
type Reported = SolverState & { readonly options: SettledOptions };

export class RunReport {
  readonly #solver: Reported;
  readonly #data: CheckedData;
  readonly #trouble: TroubleWatch;

  constructor(solver: Reported, data: CheckedData) {
    this.#solver = solver;
    this.#data = data;
    this.#trouble = new TroubleWatch(solver.options.batchSize, data.numClasses, ({ message }) => this.#print(`Warning: ${message}`));
  }

  get watch(): WatchState {
    return this.#trouble.state;
  }

  /** Before the update that a loss and its gradients lead to. */
  measured(loss: number, grads: Readonly<Parameters>): void {
    const { lossHistory, optimConfigs } = this.#solver;
    this.#trouble.afterStep(lossHistory.length, loss, grads, learningRateOf(optimConfigs));
  }

  /** After a step. */
  stepped(iteration: number, numIterations: number): void {
    const { options: { printEvery }, lossHistory } = this.#solver;
    if ((iteration - 1) % printEvery === 0) {
      this.#print(`(Iteration ${iteration} / ${numIterations}) loss: ${formatFixed(lossHistory.at(-1)!, 6)}`);
    }
  }

  /** After an accuracy check. */
  checked(val: Predictions, iteration: number): void {
    const { epoch, options: { numEpochs, checkpointName }, lossHistory, trainAccHistory, valAccHistory, optimConfigs } = this.#solver;
    const [trainAcc, valAcc] = [trainAccHistory.at(-1)!, valAccHistory.at(-1)!];
    this.#print(`(Epoch ${epoch} / ${numEpochs}) train acc: ${formatFixed(trainAcc, 6)}; val_acc: ${formatFixed(valAcc, 6)}`);
    this.#trouble.afterCheck(lossHistory.length, valAcc, val, learningRateOf(optimConfigs));
    if (checkpointName !== null) writeCheckpoint(this.#solver, { iteration, watch: this.watch, data: this.#data }, checkpointName);
  }

  /** After all that belongs to a step, checks too. */
  progress(iteration: number, numIterations: number): void {
    const { epoch, options: { numEpochs, progress, verbose }, lossHistory, trainAccHistory, valAccHistory, bestValAcc } = this.#solver;
    progress?.update({
      iteration,
      numIterations,
      epoch,
      numEpochs,
      loss: lossHistory.at(-1)!,
      trainAcc: trainAccHistory.at(-1)!,
      valAcc: valAccHistory.at(-1)!,
      bestValAcc,
      warnings: verbose ? [] : this.watch.warnings,
    });
  }

  ended(): void {
    this.#solver.options.progress?.end();
  }

  #print(line: string): void {
    if (this.#solver.options.verbose) this.#solver.options.log(line);
  }
}
