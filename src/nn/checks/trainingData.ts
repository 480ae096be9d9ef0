/** The data that a Solver trains on, checked before the first step instead of in the middle. */
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { checkIsExamples, type Examples } from "../../numeric/array/examples.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../numeric/array/shape.js";
import { type Labels, readLabels } from "./labels.js";

/** Examples and labels to train on and to validate with. */
export interface TrainingData {
  /** (N, d1, ..., dk) */
  readonly XTrain: Examples;
  /** N whole numbers */
  readonly yTrain: Labels;
  /** (N, d1, ..., dk), N of its own */
  readonly XVal: Examples;
  /** N whole numbers */
  readonly yVal: Labels;
}

/** Of a model only its scores, which tell how many classes there are. */
interface Scorer {
  scores(X: Examples): NDArray;
}

export interface CheckedData {
  readonly XTrain: Examples;
  readonly yTrain: Int32Array;
  readonly XVal: Examples;
  readonly yVal: Int32Array;
  readonly numClasses: number;
}

/**
 * @throws {RangeError} if a set is empty, has a NaN or an infinity, labels do not fit it or the
 * model's classes, or training and validation examples differ in shape
 * @throws {TypeError} if a set is missing, or a label is not a whole number
 */
export function checkTrainingData(model: Scorer, data: TrainingData): CheckedData {
  if (typeof data !== "object" || data === null) throw new TypeError(`Solver: expected data to have XTrain, yTrain, XVal and yVal, got ${describeValue(data)}`);
  for (const name of ["XTrain", "yTrain", "XVal", "yVal"] as const) {
    if (data[name] === undefined || data[name] === null) throw new TypeError(`Solver: expected data to have XTrain, yTrain, XVal and yVal, ${name} is missing`);
  }
  const { XTrain, XVal } = data;
  checkExamples("XTrain", XTrain);
  checkExamples("XVal", XVal);
  if (!sameShape(XTrain.shape.slice(1), XVal.shape.slice(1))) {
    throw new RangeError(`Solver: expected XTrain and XVal to hold examples of one shape, got ${shapeText(XTrain.shape)} and ${shapeText(XVal.shape)}`);
  }
  const C = model.scores(XTrain.takeRows([0])).shape[1];
  return {
    XTrain,
    yTrain: readLabels("Solver, yTrain", data.yTrain, XTrain.shape[0], C),
    XVal,
    yVal: readLabels("Solver, yVal", data.yVal, XVal.shape[0], C),
    numClasses: C,
  };
}

/** Steps in an epoch, at least one. */
export function countIterations({ yTrain }: CheckedData, batchSize: number): number {
  return Math.max(Math.floor(yTrain.length / batchSize), 1);
}

function checkExamples(name: string, X: Examples): void {
  checkIsExamples("Solver", name, X);
  if (!(X.shape[0] > 0)) throw new RangeError(`Solver: expected ${name} to hold at least one example, got shape ${shapeText(X.shape)}`);
  // image sets are made of bytes: only an array can hold what is no number
  if (!(X instanceof NDArray)) return;
  const bad = X.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const row = Math.floor(bad / (X.size / X.shape[0]));
    throw new RangeError(`Solver: expected ${name} to hold finite numbers, got ${X.data[bad]} in example ${row}; remove or mend such examples`);
  }
}
