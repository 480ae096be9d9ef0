/**
 * A checkpoint holds all that a run knows after an epoch, in one `.npz` file: arrays under the names
 * `params/W1`, `best/W1` and `config/W1/velocity`, the histories, and the rest as JSON text in the
 * bytes of `state`. `readCheckpoint` is its inverse.
 */
import { write } from "#host/files";
import { NDArray } from "../../numeric/array/ndarray.js";
import { encodeNpz } from "../../numeric/npz/npy.js";
import type { Parameters } from "../models/model.js";
import { isNamedRule } from "../optim/findUpdateRule.js";
import type { CheckedData } from "../checks/trainingData.js";
import type { WatchState } from "../watch/troubleWatch.js";
import { type CheckpointState, fingerprint, FORMAT, type Setting } from "./checkpointState.js";
import type { SolverState } from "./runState.js";

/** What a Solver keeps to itself, and a checkpoint needs. */
export interface Progress {
  readonly iteration: number;
  readonly watch: WatchState;
  readonly data: CheckedData;
}

/**
 * @param name path without the ending; the file is `<name>_epoch_<n>.npz`
 * @returns the path written to
 * @throws {TypeError} if an update rule remembers what a checkpoint cannot hold
 * @throws {Error} if the file cannot be written; an older checkpoint of that name stays
 */
export function writeCheckpoint(solver: SolverState, progress: Progress, name: string): string {
  const path = `${name}_epoch_${solver.epoch}.npz`;
  write(path, encodeNpz({ ...arraysOf(solver), state: jsonBytes(stateOf(solver, progress)) }));
  return path;
}

function arraysOf(solver: SolverState): Parameters {
  const configs = Object.entries(solver.optimConfigs).map(([name, config]) => prefixed(`config/${name}`, arraysIn(config)));
  return {
    ...prefixed("params", solver.model.params),
    ...prefixed("best", solver.bestParams),
    ...Object.assign({}, ...configs),
    lossHistory: vector(solver.lossHistory),
    trainAccHistory: vector(solver.trainAccHistory),
    valAccHistory: vector(solver.valAccHistory),
  };
}

function stateOf(solver: SolverState, { iteration, watch, data }: Progress): CheckpointState {
  const { updateRule, log: _log, progress: _progress, optimConfig: _optimConfig, random, ...options } = solver.options;
  const configs = Object.entries(solver.optimConfigs).map(([name, config]) => [name, settingsIn(name, config)]);
  return {
    format: FORMAT,
    epoch: solver.epoch,
    iteration,
    bestValAcc: solver.bestValAcc,
    options: { ...options, updateRule: updateRule.name },
    isOwnRule: !isNamedRule(updateRule),
    modelSettings: settingsOf(solver.model),
    data: fingerprint(data),
    watch,
    optimConfigs: Object.fromEntries(configs),
    random: random.getState(),
  };
}

/** Numbers, texts and truth values beside the parameters, such as `reg`: the same model must have the same. */
export function settingsOf(model: object): Record<string, Setting> {
  return Object.fromEntries(Object.entries(model).filter(([, value]) => isSetting(value)));
}

function arraysIn(config: object): Parameters {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value instanceof NDArray));
}

function settingsIn(parameter: string, config: object): Record<string, Setting> {
  const others = Object.entries(config).filter(([, value]) => !(value instanceof NDArray) && value !== undefined);
  for (const [name, value] of others) {
    if (!isSetting(value)) {
      throw new TypeError(
        `Solver: expected the update rule to keep finite numbers, texts, truth values and arrays (NDArray) in its config, ` +
        `got something else as ${name} of ${parameter}: a checkpoint could not hold it. Keep it in another form, or train without checkpointName`,
      );
    }
  }
  return Object.fromEntries(others);
}

/** What JSON gives back as it was. */
function isSetting(value: unknown): value is Setting {
  return Number.isFinite(value) || typeof value === "string" || typeof value === "boolean";
}

function prefixed(prefix: string, arrays: Parameters): Parameters {
  return Object.fromEntries(Object.entries(arrays).map(([name, value]) => [`${prefix}/${name}`, value]));
}

function vector(values: readonly number[]): NDArray {
  return new NDArray(Float64Array.from(values), [values.length]);
}

function jsonBytes(value: object): NDArray {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return new NDArray(bytes, [bytes.length]);
}
