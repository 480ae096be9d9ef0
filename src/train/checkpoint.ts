/**
 * A checkpoint holds all that a run knows after an epoch, in one `.npz` file: arrays under the names
 * `params/W1`, `best/W1` and `config/W1/velocity`, the histories, and the rest as JSON text in the
 * bytes of `state`.
 */
import { NDArray } from "../array/ndarray.js";
import { encodeNpz } from "../data/npz.js";
import { writeFileAtomic } from "../data/writeFileAtomic.js";
import type { Parameters } from "../models/parameterFile.js";
import type { Solver } from "./solver.js";

/**
 * @param name path without the ending; the file is `<name>_epoch_<n>.npz`
 * @returns the path written to
 * @throws {Error} if the file cannot be written; an older checkpoint of that name stays
 */
export function writeCheckpoint(solver: Solver, name: string): string {
  const path = `${name}_epoch_${solver.epoch}.npz`;
  writeFileAtomic(path, encodeNpz({ ...arraysOf(solver), state: jsonBytes(stateOf(solver)) }));
  return path;
}

function arraysOf(solver: Solver): Parameters {
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

function stateOf(solver: Solver): object {
  const { updateRule, log: _log, progress: _progress, random, ...options } = solver.options;
  const configs = Object.entries(solver.optimConfigs).map(([name, config]) => [name, numbersIn(config)]);
  return {
    epoch: solver.epoch,
    bestValAcc: solver.bestValAcc,
    options: { ...options, updateRule: updateRule.name },
    optimConfigs: Object.fromEntries(configs),
    random: random.getState(),
  };
}

function arraysIn(config: object): Parameters {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value instanceof NDArray));
}

function numbersIn(config: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => !(value instanceof NDArray)));
}

function prefixed(prefix: string, arrays: Parameters): Parameters {
  return Object.fromEntries(Object.entries(arrays).map(([name, value]) => [`${prefix}/${name}`, value]));
}

function vector(values: readonly number[]): NDArray {
  return new NDArray(Float64Array.from(values), [values.length]);
}

function jsonBytes(value: object): NDArray {
  const bytes = Uint8Array.from(Buffer.from(JSON.stringify(value)));
  return new NDArray(bytes, [bytes.length]);
}
