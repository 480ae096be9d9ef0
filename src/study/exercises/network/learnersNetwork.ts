/** The learner's network class, and instances of it with parameters that a check has chosen. */
import { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { kindOf } from "../layer/learnersLayer.js";
import { SIZES } from "./networkCase.js";

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

export interface BuildOptions {
  readonly weightScale?: number;
  readonly reg?: number;
  readonly random?: RandomState;
}

/** @throws {TypeError} if it has no params */
export function build(Network: NetworkClass, options: BuildOptions = {}): LearnersNetwork {
  const settings = { ...SIZES, weightScale: 1e-2, reg: 0, random: new RandomState(231), ...options };
  const network = new Network(settings);
  const { params } = network;
  const arrays = NAMES.every((name) => params?.[name] instanceof NDArray);
  if (arrays) return network;
  throw new TypeError(`expected the network's params to be { ${NAMES.join(", ")} } of NDArrays, got ${kindOf(params)}`);
}

/** Parameters are put in one by one, as the Solver does it. */
export function buildWith(Network: NetworkClass, params: Readonly<Record<string, NDArray>>, reg: number): LearnersNetwork {
  const network = build(Network, { reg });
  for (const name of NAMES) network.params[name] = params[name].copy();
  return network;
}

/** @throws {TypeError} if they are not an NDArray */
export function callScores(network: LearnersNetwork, X: NDArray): NDArray {
  const scores = network.scores(X.copy());
  if (scores instanceof NDArray) return scores;
  throw new TypeError(`expected scores to return an NDArray of shape (N, C), got ${kindOf(scores)}`);
}

/** @throws {TypeError} if loss returns something other than `[loss, grads]` */
export function callLoss(
  network: LearnersNetwork,
  X: NDArray,
  y: readonly number[],
): [loss: number, grads: Record<string, NDArray>] {
  const result = network.loss(X.copy(), [...y]);
  const [loss, grads] = Array.isArray(result) && result.length === 2 ? result : [];
  if (typeof loss === "number" && NAMES.every((name) => grads?.[name] instanceof NDArray)) return [loss, grads];
  const got = Array.isArray(result) ? `[${result.map(kindOf).join(", ")}]` : kindOf(result);
  throw new TypeError(`expected loss to return [loss, { ${NAMES.join(", ")} }], got ${got}`);
}
