/** What a worker thread of measureGaps runs: one training a call, on one thread of the embedded engine. */
import { workerData } from "node:worker_threads";
import { useBackend } from "../../numeric/engine/backend.js";
import { openExamples, type SharedExamples } from "../workers/sharedExamples.js";
import { type GapRun, type GapSettings, measureGap } from "./measureGap.js";

/** GapData in memory that all threads see; given to every worker at its start. */
export interface SharedGapData {
  readonly XTrain: SharedExamples;
  readonly yTrain: Int32Array;
  readonly XTest: SharedExamples;
  readonly yTest: Int32Array;
}

const { XTrain, yTrain, XTest, yTest } = workerData as SharedGapData;
const data = { XTrain: openExamples(XTrain), yTrain, XTest: openExamples(XTest), yTest };

// The workers are as many as the cores already.
useBackend("wasm", { threads: 1 });

export default function gapWorker(settings: GapSettings): GapRun {
  return measureGap(data, settings);
}
