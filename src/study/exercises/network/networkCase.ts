/** Small networks to try things on, with hidden units of both signs, and what is right for them. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { TwoLayerNet, type TwoLayerParameters } from "../../../nn/models/twoLayerNet.js";
import { RandomState } from "../../../numeric/random/randomState.js";

export const SIZES = { inputDim: 4, hiddenDim: 6, numClasses: 5 } as const;
/** How a network is made whose parameters are replaced: what of it is left shows. */
export const INITIAL = { ...SIZES, weightScale: 0.03, seed: 231 } as const;
/** No default, and neither 0 nor 1. */
export const REG = 0.7;

export interface NetworkCase {
  readonly X: NDArray;
  readonly y: readonly number[];
  readonly params: TwoLayerParameters;
  readonly reg: number;
}

interface Outcome {
  readonly scores: NDArray;
  readonly loss: number;
  readonly grads: TwoLayerParameters;
}

const { inputDim: D, hiddenDim: H, numClasses: C } = SIZES;

/** Of the 18 hidden units' inputs some are positive and some negative, and none is near 0. */
export function networkCase(reg = 0): NetworkCase {
  return drawnCase(231, [4, 0, 2], reg);
}

/** Another number of examples, and another reg: what is a fixed number shows. */
export function otherCase(): NetworkCase {
  return drawnCase(7, [1, 3, 0, 4, 2, 2, 3], 0.3);
}

function drawnCase(seed: number, y: readonly number[], reg: number): NetworkCase {
  const random = new RandomState(seed);
  const X = random.randn(y.length, D);
  const [W1, b1, W2, b2] = [random.randn(D, H), random.randn(H), random.randn(H, C).mul(0.5), random.randn(C)];
  return { X, y, params: { W1, b1, W2, b2 }, reg };
}

/** With weights of 0 all scores are equal. */
export function equalCase(): NetworkCase {
  return { ...networkCase(REG), params: { W1: zeros([D, H]), b1: zeros(H), W2: zeros([H, C]), b2: zeros(C) } };
}

/** All scores are 1000. */
export function extremeCase(): NetworkCase {
  const { params } = equalCase();
  return { ...networkCase(), params: { ...params, b2: params.b2.add(1000) } };
}

/** Hidden units whose input is exactly 0. */
export function kinkCase(): NetworkCase {
  const example = networkCase();
  return { ...example, params: { ...example.params, W1: zeros([D, H]), b1: zeros(H) } };
}

/** @returns scores, loss and gradients as they should be */
export function reference({ X, y, params, reg }: NetworkCase): Outcome {
  const network = new TwoLayerNet({ ...SIZES, reg });
  network.params = params;
  const [loss, grads] = network.loss(X, [...y]);
  return { scores: network.scores(X), loss, grads };
}

/** What the constructor draws. */
export function initialParameters(): TwoLayerParameters {
  const { seed, weightScale } = INITIAL;
  return new TwoLayerNet({ ...SIZES, weightScale, random: new RandomState(seed) }).params;
}
