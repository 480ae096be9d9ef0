/** The course of a sweep: rung by rung, with what is known already taken from the file. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { TwoLayerNet, type TwoLayerParameters } from "../../nn/models/twoLayerNet.js";
import { listenToProgress, type ProgressListener } from "../workers/progressListener.js";
import { compareStandings, survivors } from "./halving.js";
import type { RunFile } from "./runFile.js";
import type { SettledSweepOptions } from "./sweepOptions.js";
import type { SweepState } from "./sweepProgress.js";
import type { SweepTally } from "./sweepTally.js";
import type { TrialPool } from "./trialPool.js";
import type { TrialRun, TrialTask } from "./trialRun.js";
import type { Trial } from "./trials.js";
import type { WorkerOutput } from "./trialWorker.js";

/** A trial and its longest training. */
export interface TrialResult extends Trial, TrialRun {
  /** whether it was trained to the end, fell behind before, or left the numbers */
  readonly status: "finished" | "stopped" | "diverged";
}

export class TrialSearch {
  reusedRuns = 0;
  readonly #options: SettledSweepOptions;
  readonly #file: RunFile;
  readonly #tally: SweepTally;
  readonly #pool: TrialPool;
  readonly #listener: ProgressListener<SweepState>;
  /** the best training done here: one that came from the file has left no parameters */
  #kept: { readonly result: TrialResult; readonly params: WorkerOutput["params"] } | undefined;

  constructor(options: SettledSweepOptions, file: RunFile, tally: SweepTally, pool: TrialPool) {
    this.#options = options;
    this.#file = file;
    this.#tally = tally;
    this.#pool = pool;
    const { progress } = options;
    this.#listener = listenToProgress(progress && ((state) => progress.update(state)));
  }

  /** Rejects when `progress` throws. */
  get failed(): Promise<never> {
    return this.#listener.failed;
  }

  /** Trains the trials of each rung, and lets the best of them go on. */
  async climb(trials: readonly Trial[]): Promise<TrialResult[]> {
    const { rungs, keep } = this.#options;
    const results = new Map<number, TrialResult>();
    let field = trials;
    for (const [rung, epochs] of rungs.entries()) {
      this.#tally.beginRung(rung, field.length);
      const done = await Promise.all(field.map((trial) => this.#train(trial, epochs)));
      for (const result of done) results.set(result.number, result);
      const chosen = survivors(done, keep);
      field = field.filter(({ number }) => chosen.includes(number));
    }
    return trials.map(({ number }) => results.get(number)!);
  }

  /** The network that a result speaks of; trained once more, to the same bits, if only the file knows it. */
  async modelOf(result: TrialResult): Promise<TwoLayerNet> {
    const isKept = this.#kept?.result.number === result.number && this.#kept.result.bestValAcc === result.bestValAcc;
    const params = isKept ? this.#kept!.params : (await this.#pool.run(this.#taskOf(result, result.epochs))).params;
    const { hiddenDim, reg } = result.settings;
    const { numClasses, dtype } = this.#options.common;
    const model = new TwoLayerNet({ inputDim: params["W1"].shape[0], hiddenDim, numClasses, reg, dtype });
    const arrays = Object.entries(params).map(([name, { data, shape }]) => [name, new NDArray(data, shape)]);
    model.params = Object.fromEntries(arrays) as TwoLayerParameters;
    return model;
  }

  /** Tells how far the search has come. */
  tell(): void {
    this.#listener.tell(this.#tally.state((trialNumber) => this.#pool.iterationsOf(trialNumber)));
  }

  async #train(trial: Trial, epochs: number): Promise<TrialResult> {
    const task = this.#taskOf(trial, epochs);
    const known = this.#file.find(task);
    if (known) this.reusedRuns++;
    const result = this.#resultOf(trial, known ?? (await this.#trainInWorker(task)));
    this.#tally.endRun(trial.number, result.bestValAcc);
    this.tell();
    return result;
  }

  async #trainInWorker(task: TrialTask): Promise<TrialRun> {
    this.#tally.beginRun(task.trial.number);
    const { run, params } = await this.#pool.run(task);
    this.#file.add(task, run);
    const result = this.#resultOf(task.trial, run);
    if (!this.#kept || compareStandings(result, this.#kept.result) <= 0) this.#kept = { result, params };
    return run;
  }

  #taskOf({ number, settings, seed }: Trial, epochs: number): TrialTask {
    return { trial: { number, settings, seed }, epochs, common: this.#options.common };
  }

  #resultOf(trial: Trial, run: TrialRun): TrialResult {
    const isLast = run.epochs === this.#options.rungs.at(-1);
    return { ...trial, ...run, status: run.divergence !== "" ? "diverged" : isLast ? "finished" : "stopped" };
  }
}
