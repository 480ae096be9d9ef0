/** What a worker thread of measureGaps runs: one training a call. */
import { openExamples, type SharedExamples } from "../workers/sharedExamples.js";
import { workerProgram } from "../workers/workerProgram.js";
import { type GapRun, type GapSettings, measureGap } from "./measureGap.js";

/** GapData in memory that all threads see; given to every worker at its start. */
export interface SharedGapData {
  readonly XTrain: SharedExamples;
  readonly yTrain: Int32Array;
  readonly XTest: SharedExamples;
  readonly yTest: Int32Array;
}

export default workerProgram(({ XTrain, yTrain, XTest, yTest }: SharedGapData) => {
  const data = { XTrain: openExamples(XTrain), yTrain, XTest: openExamples(XTest), yTest };
  return (settings: GapSettings): GapRun => measureGap(data, settings);
});
