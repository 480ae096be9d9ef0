/** The part of a checkpoint that is not arrays, and the check of one that comes from outside. */
import { sha256 } from "#host/bytes";
import type { RandomStateSnapshot } from "../../numeric/random/snapshot.js";
import type { CheckedData } from "../checks/trainingData.js";
import type { TrainingWarning } from "../watch/trainingProgress.js";
import type { WatchState } from "../watch/troubleWatch.js";

/** Changes when an older checkpoint could no longer be resumed. */
export const FORMAT = 2;

export type Setting = number | string | boolean;

export interface CheckpointState {
  readonly format: typeof FORMAT;
  /** epochs completed in all */
  readonly epoch: number;
  /** iterations done of the `train()` that was running */
  readonly iteration: number;
  readonly bestValAcc: number;
  /** the Solver's, without those that are functions; `updateRule` is the rule's name */
  readonly options: Readonly<Record<string, Setting | null>>;
  /** whether the rule was the user's, of which a file can hold the name only */
  readonly isOwnRule: boolean;
  readonly modelSettings: Readonly<Record<string, Setting>>;
  readonly data: DataFingerprint;
  readonly watch: WatchState;
  readonly optimConfigs: Readonly<Record<string, Readonly<Record<string, Setting>>>>;
  readonly random: RandomStateSnapshot;
}

/** @returns the name of the first part that is missing or of the wrong kind; null if all is well */
export function stateProblem(state: unknown): string | null {
  if (!isRecord(state)) return "state";
  const { options, modelSettings, data, watch, optimConfigs, random } = state;
  const checks: [name: string, isGood: boolean][] = [
    ["format", state.format === FORMAT],
    ["epoch", isCount(state.epoch)],
    ["iteration", isCount(state.iteration) && state.iteration > 0],
    ["bestValAcc", isShare(state.bestValAcc)],
    ["options", isRecord(options) && Object.values(options).every((value) => value === null || isSetting(value))],
    ["isOwnRule", typeof state.isOwnRule === "boolean"],
    ["modelSettings", isSettings(modelSettings)],
    ["data", isRecord(data) && [data.XTrain, data.XVal].every(isShape) && typeof data.labels === "string"],
    ["watch", isWatch(watch)],
    ["optimConfigs", isRecord(optimConfigs) && Object.values(optimConfigs).every(isSettings)],
    ["random", isRecord(random)],
  ];
  return checks.find(([, isGood]) => !isGood)?.[0] ?? null;
}

function isWatch(watch: unknown): watch is WatchState {
  return (
    isRecord(watch) &&
    [watch.meanLoss, watch.bestLoss].every((loss) => loss === null || Number.isFinite(loss)) &&
    isRecord(watch.silentSteps) && Object.values(watch.silentSteps).every(isCount) &&
    typeof watch.lastCheck === "string" &&
    Array.isArray(watch.warnings) && watch.warnings.every(isWarning)
  );
}

function isWarning(warning: unknown): warning is TrainingWarning {
  return isRecord(warning) && typeof warning.kind === "string" && isCount(warning.iteration) && typeof warning.message === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSettings(value: unknown): value is Record<string, Setting> {
  return isRecord(value) && Object.values(value).every(isSetting);
}

function isSetting(value: unknown): value is Setting {
  return ["number", "string", "boolean"].includes(typeof value);
}

function isShape(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/** Shapes and a hash of the labels: another split, size or order shows, and the images need not be read. */
export interface DataFingerprint {
  readonly XTrain: readonly number[];
  readonly XVal: readonly number[];
  readonly labels: string;
}

export function fingerprint({ XTrain, yTrain, XVal, yVal }: CheckedData): DataFingerprint {
  const bytes = [yTrain, yVal].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
  return { XTrain: XTrain.shape, XVal: XVal.shape, labels: sha256(...bytes) };
}
