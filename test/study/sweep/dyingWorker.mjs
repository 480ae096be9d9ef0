/** A worker that dies at a trial with 13 hidden units the first time, and at one with 66 each time. */
import { existsSync, writeFileSync } from "node:fs";
import trialWorker from "../../../dist/study/sweep/trialWorker.js";

export default function dyingWorker(task) {
  const { hiddenDim } = task.trial.settings;
  const marker = process.env.DYING_WORKER_MARKER;
  if (hiddenDim === 66) process.exit(3);
  if (hiddenDim === 13 && !existsSync(marker)) {
    writeFileSync(marker, "died");
    process.exit(3);
  }
  return trialWorker(task);
}
