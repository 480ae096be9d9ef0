/** The learner's network class, and instances of it with parameters that a check has chosen. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { words } from "../words/words.js";
import { isArray, pairOf, wrongResult } from "../wrongResult.js";
import { INITIAL, type NetworkCase, SIZES } from "./networkCase.js";

export interface LearnersNetwork {
  params: Record<string, NDArray>;
  /** class scores (N, C) */
  scores(X: any): unknown;
  /** `[loss, grads]` */
  loss(X: any, y: any): unknown;
}

/** Takes `{ inputDim, hiddenDim, numClasses, weightScale, reg, random }`. */
export type NetworkClass = new (options: any) => LearnersNetwork;

export const NAMES = ["W1", "b1", "W2", "b2"] as const;
export type Name = (typeof NAMES)[number];

export interface BuildOptions {
  readonly weightScale?: number;
  readonly reg?: number;
  readonly random?: RandomState;
}

/** @throws {NoResult} if it has no params */
export function build(Network: NetworkClass, options: BuildOptions = {}): LearnersNetwork {
  const { weightScale, seed } = INITIAL;
  const network = new Network({ ...SIZES, weightScale, reg: 0, random: new RandomState(seed), ...options });
  const { params } = network;
  if (NAMES.every((name) => isArray(params?.[name]))) return network;
  throw wrongResult(words().expectedParams, params);
}

/** Parameters are put in one by one, as the Solver does it. */
export function buildWith(Network: NetworkClass, at: NetworkCase): LearnersNetwork {
  return withParameters(build(Network, { reg: at.reg }), at);
}

function withParameters(network: LearnersNetwork, { params }: NetworkCase): LearnersNetwork {
  for (const name of NAMES) network.params[name] = params[name].copy();
  return network;
}

/**
 * Puts a question to a network that has been asked another one before, of the same shapes.
 *
 * @param ask what is asked of it, such as its loss
 */
export function askedAfterAnother<T>(Network: NetworkClass, at: NetworkCase, ask: (network: LearnersNetwork, at: NetworkCase) => T): T {
  const { params, X } = at;
  const halved = Object.fromEntries(NAMES.map((name) => [name, params[name].mul(0.5)])) as unknown as NetworkCase["params"];
  const network = buildWith(Network, at);
  const other = { ...at, X: X.mul(-2), params: halved };
  ask(withParameters(network, other), other);
  return ask(withParameters(network, at), at);
}

/** @throws {NoResult} if loss returns something other than `[loss, grads]` */
export function callLoss(network: LearnersNetwork, { X, y }: Pick<NetworkCase, "X" | "y">): [loss: number, grads: Record<string, NDArray>] {
  const result = network.loss(X.copy(), [...y]);
  const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value) && !isArray(value);
  const [loss, grads] = pairOf(result, {
    expected: words().expectedNetworkLoss,
    isFirst: (value) => typeof value === "number",
    isSecond: isRecord,
    alone: "partMissing",
  }) as [number, Record<string, NDArray>];
  if (NAMES.every((name) => isArray(grads[name]))) return [loss, grads];
  const isAbsent = NAMES.every((name) => isArray(grads[name]) || grads[name] === undefined);
  throw wrongResult(words().expectedNetworkLoss, grads, isAbsent && Object.values(grads).some(isArray) ? ["gradientMissing"] : []);
}
