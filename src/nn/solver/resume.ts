/** Whether a checkpoint and what it is resumed with belong together. */
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { shapeText } from "../../numeric/array/shape.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { fingerprint } from "../checkpoint/checkpointState.js";
import { type Checkpoint, describeArrays } from "../checkpoint/readCheckpoint.js";
import type { SolverState } from "../checkpoint/runState.js";
import { settingsOf } from "../checkpoint/writeCheckpoint.js";
import type { Model, Parameters } from "../models/model.js";
import type { UpdateRule } from "../optim/updateRule.js";
import type { WatchState } from "../watch/troubleWatch.js";
import type { SettledOptions, SolverOptions } from "./solverOptions.js";
import { type CheckedData, countIterations } from "../checks/trainingData.js";

/** What may be given anew to a training that goes on from a checkpoint. */
export interface ResumeOptions
  extends Pick<SolverOptions, "verbose" | "printEvery" | "checkpointName" | "log" | "progress"> {
  /** epochs of the training that was stopped, those done included; default as many as it had */
  readonly numEpochs?: number;
  /** the rule, if it was one of your own: a file cannot hold it */
  readonly updateRule?: UpdateRule;
  /** is put into the state of the checkpoint's; pass the one that the model draws from, if it does */
  readonly random?: RandomState;
}

type Resumed = Omit<Required<ResumeOptions>, "updateRule"> & { updateRule: UpdateRule | null };

/**
 * The Solver's options: the checkpoint's, but for those given. Checkpoints go on beside this one.
 *
 * @throws {TypeError} if an option may not be changed, or an update rule is missing
 */
export function optionsFrom(path: string, { state }: Checkpoint, given: ResumeOptions): SolverOptions {
  const { numEpochs, printEvery, verbose } = state.options as unknown as Required<SolverOptions>;
  const { updateRule, ...filled } = fillOptions<Resumed>("Solver.resume", given, {
    numEpochs,
    printEvery,
    verbose,
    checkpointName: nameIn(path) ?? (state.options.checkpointName as string | null),
    log: (line) => console.log(line),
    progress: null,
    updateRule: null,
    random: new RandomState(0),
  });
  return { ...(state.options as SolverOptions), ...filled, updateRule: ruleFrom(path, state, updateRule) } as SolverOptions;
}

/** The name that a checkpoint's path begins with, wherever the folder may be now. */
function nameIn(path: string): string | undefined {
  return /(.*)_epoch_\d+\.npz$/s.exec(path)?.[1];
}

function ruleFrom(path: string, { isOwnRule, options }: Checkpoint["state"], given: UpdateRule | null): UpdateRule | string {
  const name = String(options.updateRule);
  if (isOwnRule && typeof given !== "function") {
    throw new TypeError(`Solver.resume: expected the option updateRule, as ${path} was trained with a rule of your own (${name || "a function without a name"}); give that function again`);
  }
  if (!isOwnRule && given !== null && given.name !== name) {
    throw new TypeError(`Solver.resume: expected no option updateRule, as ${path} goes on with ${name}`);
  }
  return given ?? name;
}

type Writable<T> = { -readonly [name in keyof T]: T[name] };

/**
 * Puts a solver, its model and its random state where the checkpoint's were.
 *
 * @returns the iterations done of the training that was stopped
 */
export function restore(solver: SolverState, watch: WatchState, checkpoint: Checkpoint): number {
  const { state, params, best, configs, lossHistory, trainAccHistory, valAccHistory } = checkpoint;
  const { model, options } = solver;
  options.random.setState(state.random);
  model.params = inOrderOf(model.params, params);
  Object.assign(solver.optimConfigs, configs);
  Object.assign(watch, state.watch);
  const { epoch, bestValAcc } = state;
  Object.assign(solver as Writable<SolverState>, { epoch, bestValAcc, bestParams: inOrderOf(model.params, best) });
  Object.assign(solver as Writable<SolverState>, { lossHistory: [...lossHistory], trainAccHistory: [...trainAccHistory], valAccHistory: [...valAccHistory] });
  return state.iteration;
}

function inOrderOf(like: Readonly<Parameters>, params: Readonly<Parameters>): Parameters {
  return Object.fromEntries(Object.keys(like).map((name) => [name, params[name]]));
}

/** @throws {RangeError} if the run could not go on to the same bits */
export function checkFits(path: string, checkpoint: Checkpoint, model: Model, data: CheckedData, options: SettledOptions): void {
  const { state, params } = checkpoint;
  expectSame(path, "a model with the parameters", describeArrays(params), describeArrays(model.params));
  expectSame(path, "a model with", settingsText(state.modelSettings), settingsText(settingsOf(model)));
  const now = fingerprint(data);
  expectSame(path, "XTrain and XVal of shapes", shapesText(state.data), shapesText(now));
  if (now.labels !== state.data.labels) {
    throw new RangeError(`Solver.resume: expected the labels that ${path} was trained with, got others, or in another order; make the data as it was made for that run`);
  }
  const epochsDone = Math.ceil(state.iteration / countIterations(data, options.batchSize));
  if (options.numEpochs < epochsDone) {
    throw new RangeError(`Solver.resume: expected numEpochs to be ${epochsDone} or more, which ${path} has done, got ${options.numEpochs}`);
  }
}

function expectSame(path: string, what: string, expected: string, got: string): void {
  if (expected === got) return;
  throw new RangeError(`Solver.resume: expected ${what} ${expected}, as in ${path}, got ${got}; make model and data as they were made for that run`);
}

function settingsText(settings: object): string {
  return Object.entries(settings).map(([name, value]) => `${name} ${JSON.stringify(value)}`).sort().join(", ") || "no settings";
}

function shapesText({ XTrain, XVal }: { XTrain: readonly number[]; XVal: readonly number[] }): string {
  return `${shapeText(XTrain)} and ${shapeText(XVal)}`;
}
