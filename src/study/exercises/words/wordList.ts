/** Every text of the checks and their reports. */
import type { Cause } from "../diagnoses.js";

export interface Words {
  readonly diagnoses: Readonly<Record<Cause, string>>;
  /** between two diagnoses */
  readonly and: string;

  readonly subjects: Readonly<Record<Subject, string>>;
  readonly names: CheckNames;
  readonly statuses: Readonly<Record<"passed" | "failed" | "not written yet" | "not run", string>>;
  /** the columns of a report's table */
  readonly columns: readonly [check: string, result: string, measured: string, expected: string];
  readonly passedOf: (passed: number, total: number) => string;
  readonly failed: (count: number) => string;
  readonly notWritten: (stubs: string) => string;
  readonly notRun: (count: number) => string;
  readonly failedOf: (subject: string, failed: number, total: number, names: string) => string;
  readonly more: (count: number) => string;
  readonly expected: (limit: string) => string;
  readonly remark: string;

  // --- what was measured ---
  readonly below: (limit: string) => string;
  readonly example: (where: string, got: string, expected: string) => string;
  readonly answeredAgain: (where: string, first: string, second: string) => string;
  readonly got: (kind: string) => string;
  readonly kinds: {
    readonly array: string;
    readonly promise: string;
    readonly pair: (parts: string) => string;
    readonly list: (length: number) => string;
    readonly record: (keys: string) => string;
    readonly primitive: (type: string) => string;
  };
  readonly expectedNumber: (name: string) => string;
  readonly expectedArray: (name: string) => string;
  readonly hasShape: (name: string, got: string, right: string) => string;
  readonly shapeOther: string;
  readonly factorFound: (factor: string) => string;
  readonly changed: (count: number) => string;
  readonly changedInPlace: (culprit: string, name: string, count: number, size: number) => string;
  /** of a list or an object */
  readonly changedRecord: (culprit: string, name: string) => string;
  readonly culprit: (subject: string, part: "forward" | "backward" | "loss" | "scores" | "constructor" | "function" | "name") => string;
  /** what an earlier call has returned */
  readonly earlier: (name: string) => string;
  readonly theStep: string;
  readonly scoresInput: string;
  readonly anError: string;
  readonly noError: string;
  readonly stoppedWith: (text: string) => string;
  readonly stoppedAt: (name: string | undefined, where: string, line: number, source: string) => string;
  readonly notRunWithoutReason: string;
  readonly cacheKeys: (missing: string, there: string) => string;

  // --- what is expected ---
  readonly kinkOther: string;
  readonly zeroWhereZero: string;
  readonly leakWhereZero: string;
  readonly zeroWhereProductZero: string;
  readonly zeroWhereMarginZero: string;
  readonly nanOrError: string;
  readonly nans: (count: number) => string;
  readonly finiteDx: (loss: string) => string;
  readonly dxOther: (loss: string) => string;
  readonly expectedForward: string;
  readonly expectedBackward: (gradients: string) => string;
  readonly expectedLoss: string;
  readonly expectedParams: string;
  readonly expectedNetworkLoss: string;
  readonly expectedRule: string;
  readonly parameterNames: string;
  readonly parameterShape: (name: string, got: string, right: string, isBias: boolean) => string;
  readonly normalNumbers: (count: number) => string;
  readonly nothingDrawn: string;
  readonly otherDraws: string;
  readonly newStreamOther: string;
  readonly stepStreamOther: string;
  readonly oneChoice: string;
  readonly exampleRows: (rows: string) => string;
  readonly gradientOf: (name: string) => string;
  readonly noCall: string;
  readonly allOfThem: string;
  readonly notAll: string;
  readonly readNames: (names: string) => string;
  readonly streamRight: (seed: number) => string;
  readonly streamElsewhere: string;
  readonly streamOn: (draws: number) => string;
  /** The stream has moved on: later numbers are no longer those of a run from the top. */
  readonly streamAhead: (draws: number) => string;
}

export type Subject =
  | "affine" | "relu" | "affineRelu" | "leakyRelu" | "sigmoid" | "tanh" | "softmax" | "svm" | "network"
  | "sgd" | "sgdMomentum" | "rmsprop" | "adam" | "accuracy" | "step" | "stream";

/** What was looked at. */
export interface CheckNames {
  readonly forwardShape: string;
  readonly forwardValues: string;
  readonly forwardUnchanged: string;
  readonly forwardNan: string;
  readonly forwardExtreme: string;
  readonly backwardTypes: string;
  readonly backwardShape: (gradient: string) => string;
  readonly backwardNumeric: (input: string) => string;
  readonly backwardKink: (gradient: string) => string;
  readonly backwardUnchanged: string;
  readonly backwardCaches: string;
  readonly lossValue: string;
  readonly lossEqual: (text: string) => string;
  readonly lossUnchanged: string;
  readonly lossShape: string;
  readonly lossType: string;
  readonly lossGradient: string;
  readonly lossNan: string;
  readonly lossKink: string;
  readonly scoresOf1000: string;
  readonly scoresOf800: string;
  readonly scoresBeside: string;
  readonly scoresApart: string;
  readonly newShapes: string;
  readonly newTypes: string;
  readonly newWeight: (name: string) => string;
  readonly newBiases: string;
  readonly newStream: string;
  readonly newUnchanged: string;
  readonly netScoresShape: string;
  readonly netScores: string;
  readonly netScoresUnchanged: string;
  readonly netLoss: (reg: number) => string;
  readonly netLossEqual: string;
  readonly netUnchanged: string;
  readonly netShape: (name: string) => string;
  readonly netGradient: (name: string, reg: number) => string;
  readonly netKink: string;
  readonly netExtreme: string;
  readonly netNan: string;
  readonly firstStep: string;
  readonly laterSteps: string;
  readonly defaultSteps: string;
  readonly ruleUnchanged: string;
  readonly share: string;
  readonly equalScores: string;
  readonly nanScores: string;
  readonly accuracyUnchanged: string;
  readonly batch: string;
  readonly labels: string;
  readonly update: (name: string) => string;
  readonly returned: string;
  readonly stepStream: string;
  readonly stepUnchanged: string;
  readonly stepNan: string;
  readonly streamPlace: string;
}
