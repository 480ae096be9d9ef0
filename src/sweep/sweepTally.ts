/** Keeps count of a sweep, for its progress. */
import { survivorCount } from "./halving.js";
import type { SettledSweepOptions } from "./sweepOptions.js";
import type { SweepState } from "./sweepProgress.js";

export class SweepTally {
  readonly #rungs: readonly number[];
  readonly #keep: number;
  readonly #iterationsPerEpoch: number;
  /** trials of each rung: what there were, and for later rungs what there will be at most */
  readonly #counts: number[] = [];
  readonly #running = new Set<number>();
  #rung = 0;
  #runs = 0;
  #iterations = 0;
  #bestValAcc = 0;

  constructor({ rungs, keep }: SettledSweepOptions, iterationsPerEpoch: number) {
    this.#rungs = rungs;
    this.#keep = keep;
    this.#iterationsPerEpoch = iterationsPerEpoch;
  }

  /** @param rung from 0 */
  beginRung(rung: number, numTrials: number): void {
    this.#rung = rung;
    this.#counts.length = rung;
    for (let count = numTrials; this.#counts.length < this.#rungs.length; count = survivorCount(count, this.#keep)) {
      this.#counts.push(count);
    }
  }

  beginRun(trialNumber: number): void {
    this.#running.add(trialNumber);
  }

  endRun(trialNumber: number, bestValAcc: number): void {
    this.#running.delete(trialNumber);
    this.#runs++;
    // one that diverged early has nothing left to do either
    this.#iterations += this.#rungs[this.#rung]! * this.#iterationsPerEpoch;
    this.#bestValAcc = Math.max(this.#bestValAcc, bestValAcc);
  }

  /** e.g. `12 of at most 26 trainings` */
  get progressText(): string {
    return `${this.#runs} of at most ${sum(this.#counts)} trainings`;
  }

  /** @param iterationsOf iterations that a running trial has done */
  state(iterationsOf: (trialNumber: number) => number): SweepState {
    const epochs = this.#counts.map((count, rung) => count * this.#rungs[rung]!);
    return {
      iteration: this.#iterations + sum([...this.#running].map(iterationsOf)),
      numIterations: sum(epochs) * this.#iterationsPerEpoch,
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
