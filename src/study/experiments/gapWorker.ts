/** What a worker thread of measureGaps runs: one training a call. */
import { openExamples, type SharedExamples } from "../workers/sharedExamples.js";
import { workerProgram } from "../workers/workerProgram.js";
import { type GapRun, type GapSettings, measureOnTheWay } from "./measureGap.js";

/** One training, and the numbers of steps after which it is measured. */
export interface GapTraining {
  readonly settings: Required<GapSettings>;
  readonly steps: readonly number[];
}

/** GapData in memory that all threads see; given to every worker at its start. */
export interface SharedGapData {
  readonly XTrain: SharedExamples;
  readonly yTrain: Int32Array;
  readonly XTest: SharedExamples;
  readonly yTest: Int32Array;
}

export default workerProgram(({ XTrain, yTrain, XTest, yTest }: SharedGapData) => {
  const data = { XTrain: openExamples(XTrain), yTrain, XTest: openExamples(XTest), yTest };
  return ({ settings, steps }: GapTraining): GapRun[] => measureOnTheWay(data, settings, steps);
});
