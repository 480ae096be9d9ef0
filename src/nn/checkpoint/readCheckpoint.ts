/** Reading a checkpoint, of which nothing is trusted: the inverse of `writeCheckpoint`. */
import { read } from "#host/files";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { shapeText } from "../../numeric/array/shape.js";
import { decodeNpz } from "../../numeric/npz/npy.js";
import type { Parameters } from "../models/model.js";
import type { OptimConfig } from "../optim/updateRule.js";
import { checkSnapshot } from "../../numeric/random/snapshot.js";
import { type CheckpointState, stateProblem } from "./checkpointState.js";

const HISTORIES = ["lossHistory", "trainAccHistory", "valAccHistory"] as const;
type History = (typeof HISTORIES)[number];

export interface Checkpoint extends Readonly<Record<History, readonly number[]>> {
  readonly state: CheckpointState;
  readonly params: Parameters;
  readonly best: Parameters;
  /** what the update rule remembers of each parameter */
  readonly configs: Readonly<Record<string, OptimConfig>>;
}

/**
 * @throws {Error} if the file cannot be read
 * @throws {RangeError} if it is no checkpoint, or damaged
 */
export function readCheckpoint(path: string): Checkpoint {
  return decodeCheckpoint(readBytes(path), path);
}

function readBytes(path: string): Uint8Array {
  try {
    return read(path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const what = code === "ENOENT" ? "there is no such file" : message;
    throw new Error(
      `Solver.resume: could not read ${path} (${what}); give the path of a checkpoint, which the Solver's option checkpointName names <name>_epoch_<n>.npz`,
      { cause },
    );
  }
}

/**
 * @param path what to call the bytes in errors
 * @throws {RangeError} if they are no checkpoint, or damaged
 */
function decodeCheckpoint(bytes: Uint8Array, path: string): Checkpoint {
  const arrays = decodeNpz(bytes, `Solver.resume: ${path}`);
  const state = readState(arrays.state, path);
  for (const name of HISTORIES) {
    if (arrays[name]?.ndim !== 1) throw notCheckpoint(path, `no ${name}`);
  }
  const history = (name: History) => Array.from(arrays[name].data);
  if (history("lossHistory").length < state.iteration) throw notCheckpoint(path, "fewer losses than iterations");
  const [params, best] = [below("params/", arrays), below("best/", arrays)];
  if (describeArrays(best) !== describeArrays(params)) throw notCheckpoint(path, "other parameters as the best than as the last ones");
  if (Object.keys(params).some((name) => !Object.hasOwn(state.optimConfigs, name))) throw notCheckpoint(path, "a parameter without its config");
  if (Object.keys(state.optimConfigs).some((name) => !Object.hasOwn(params, name))) throw notCheckpoint(path, "a config without its parameter");
  return {
    state,
    params,
    best,
    configs: Object.fromEntries(
      Object.entries(state.optimConfigs).map(([name, settings]) => [name, { ...settings, ...below(`config/${name}/`, arrays) }]),
    ),
    lossHistory: history("lossHistory"),
    trainAccHistory: history("trainAccHistory"),
    valAccHistory: history("valAccHistory"),
  };
}

function readState(bytes: NDArray | undefined, path: string): CheckpointState {
  if (bytes === undefined) throw notCheckpoint(path, "arrays alone; read parameters with model.load");
  let state: unknown;
  try {
    state = JSON.parse(new TextDecoder().decode(bytes.data));
    const problem = stateProblem(state);
    if (problem !== null) throw new RangeError(`no such "${problem}" in its state`);
    checkSnapshot((state as CheckpointState).random);
  } catch (cause) {
    throw notCheckpoint(path, (cause as Error).message, cause);
  }
  return state as CheckpointState;
}

function notCheckpoint(path: string, got: string, cause?: unknown): RangeError {
  return new RangeError(
    `Solver.resume: expected ${path} to be a checkpoint as this version writes it, got ${got}; train again with the option checkpointName, or resume an earlier epoch`,
    { cause },
  );
}

/** Names, shapes and types, e.g. `W1 (6, 4) float64`, in the order of the names. */
export function describeArrays(arrays: Readonly<Parameters>): string {
  const texts = Object.entries(arrays).map(([name, { shape, dtype }]) => `${name} ${shapeText(shape)} ${dtype}`);
  return texts.sort().join(", ") || "nothing";
}

/** The arrays whose name begins so, by the rest of it. */
function below(prefix: string, arrays: Readonly<Parameters>): Parameters {
  const found = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, array]) => [name.slice(prefix.length), array]));
}
