/** A sweep's training data in memory that all its threads see. */
import { readLabels } from "../../nn/checks/labels.js";
import type { TrainingData } from "../../nn/checks/trainingData.js";
import { onSharedMemory, openExamples, type SharedExamples, shareExamples } from "../workers/sharedExamples.js";

export interface SharedData {
  readonly XTrain: SharedExamples;
  readonly yTrain: Int32Array;
  readonly XVal: SharedExamples;
  readonly yVal: Int32Array;
}

/**
 * Puts data where all threads see it; what is there already is not copied.
 *
 * @param numClasses labels reach from 0 to numClasses - 1
 * @throws {TypeError} if examples are neither an NDArray nor an ImageSet, or a label is not a whole number
 * @throws {RangeError} if labels do not fit their examples
 */
export function shareData({ XTrain, yTrain, XVal, yVal }: TrainingData, numClasses: number): SharedData {
  return {
    XTrain: shareExamples("sweep: expected XTrain", XTrain),
    yTrain: onSharedMemory(readLabels("sweep, yTrain", yTrain, XTrain.shape[0], numClasses)),
    XVal: shareExamples("sweep: expected XVal", XVal),
    yVal: onSharedMemory(readLabels("sweep, yVal", yVal, XVal.shape[0], numClasses)),
  };
}

/** The data as a Solver takes it, on the memory that is shared. */
export function openData({ XTrain, yTrain, XVal, yVal }: SharedData): TrainingData {
  return { XTrain: openExamples(XTrain), yTrain, XVal: openExamples(XVal), yVal };
}
