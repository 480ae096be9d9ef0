/** Keeps count of a sweep, for its progress. */
import { survivorCount } from "./halving.js";
import type { SettledSweepOptions } from "./sweepOptions.js";
import type { SweepState } from "./sweepProgress.js";

export class SweepTally {
  readonly #rungs: readonly number[];
  /** trials of each rung, if none diverges */
  readonly #counts: readonly number[];
  readonly #iterationsPerEpoch: number;
  readonly #running = new Set<number>();
  #rung = 0;
  #runs = 0;
  #iterations = 0;
  #bestValAcc = 0;

  constructor({ rungs, keep }: SettledSweepOptions, numTrials: number, iterationsPerEpoch: number) {
    this.#rungs = rungs;
    this.#counts = rungs.reduce<number[]>((counts) => [...counts, survivorCount(counts.at(-1)!, keep)], [numTrials]).slice(0, -1);
    this.#iterationsPerEpoch = iterationsPerEpoch;
  }

  /** @param rung from 0 */
  beginRung(rung: number, numTrials: number): void {
    this.#rung = rung;
    this.#over(this.#counts[rung] - numTrials);
  }

  beginRun(trialNumber: number): void {
    this.#running.add(trialNumber);
  }

  endRun(trialNumber: number, bestValAcc: number): void {
    this.#running.delete(trialNumber);
    this.#over(1);
    this.#bestValAcc = Math.max(this.#bestValAcc, bestValAcc);
  }

  /** What diverges early, or does not even start because it did, is over as well as what was trained to its end. */
  #over(runs: number): void {
    this.#runs += runs;
    this.#iterations += runs * this.#rungs[this.#rung] * this.#iterationsPerEpoch;
  }

  /** e.g. `12 of 26 trainings` */
  get progressText(): string {
    return `${this.#runs} of ${sum(this.#counts)} trainings`;
  }

  /** @param iterationsOf iterations that a running trial has done */
  state(iterationsOf: (trialNumber: number) => number): SweepState {
    return {
      iteration: this.#iterations + sum([...this.#running].map(iterationsOf)),
      numIterations: sum(this.#counts.map((count, rung) => count * this.#rungs[rung])) * this.#iterationsPerEpoch,
      rung: this.#rung + 1,
      numRungs: this.#rungs.length,
      runs: this.#runs,
      numRuns: sum(this.#counts),
      bestValAcc: this.#bestValAcc,
    };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
