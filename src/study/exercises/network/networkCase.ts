/** A small network to try things on, with hidden units of both signs, and what is right for it. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { affineBackward, affineForward } from "../../../nn/layers/affine.js";
import { softmaxLoss } from "../../../nn/layers/softmaxLoss.js";
import { TwoLayerNet, type TwoLayerParameters } from "../../../nn/models/twoLayerNet.js";
import { RandomState } from "../../../numeric/random/randomState.js";

export const SIZES = { inputDim: 4, hiddenDim: 6, numClasses: 5 } as const;
export const LABELS: readonly number[] = [4, 0, 2];

export interface NetworkCase {
  readonly X: NDArray;
  readonly y: readonly number[];
  readonly params: TwoLayerParameters;
}

interface Outcome {
  readonly scores: NDArray;
  readonly loss: number;
  readonly grads: TwoLayerParameters;
}

const { inputDim: D, hiddenDim: H, numClasses: C } = SIZES;

/** Of the 18 hidden units' inputs some are positive and some negative, and none is near 0. */
export function networkCase(): NetworkCase {
  const random = new RandomState(231);
  const X = random.randn(LABELS.length, D);
  const [W1, b1, W2, b2] = [random.randn(D, H), random.randn(H), random.randn(H, C).mul(0.5), random.randn(C)];
  return { X, y: LABELS, params: { W1, b1, W2, b2 } };
}

export function zeroParameters(): TwoLayerParameters {
  return { W1: zeros([D, H]), b1: zeros(H), W2: zeros([H, C]), b2: zeros(C) };
}

/** @returns scores, loss and gradients as they should be */
export function reference({ X, y, params }: NetworkCase, reg: number): Outcome {
  const network = new TwoLayerNet({ ...SIZES, reg });
  network.params = params;
  const [loss, grads] = network.loss(X, [...y]);
  return { scores: network.scores(X), loss, grads };
}

/** The same of a network in which one thing is missing, without regularisation. */
export function referenceWithout({ X, y, params }: NetworkCase, missing: "relu" | "mask"): Outcome {
  const { W1, b1, W2, b2 } = params;
  const [a, hiddenCache] = affineForward(X, W1, b1);
  const [scores, scoresCache] = affineForward(missing === "relu" ? a : a.maximum(0), W2, b2);
  const [loss, dscores] = softmaxLoss(scores, [...y]);
  const { dx, dw: dW2, db: db2 } = affineBackward(dscores, scoresCache);
  const { dw: dW1, db: db1 } = affineBackward(dx, hiddenCache);
  return { scores, loss, grads: { W1: dW1, b1: db1, W2: dW2, b2: db2 } };
}
