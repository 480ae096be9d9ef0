/** The two-layer network as a program with switches, each of which makes one mistake. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sumOfSquares } from "../../../numeric/array/linearAlgebra.js";
import { affineBackward, affineForward } from "../../../nn/layers/affine.js";
import { softmaxLoss } from "../../../nn/layers/softmaxLoss.js";
import { svmLoss } from "../../../nn/layers/svmLoss.js";
import type { TwoLayerParameters } from "../../../nn/models/twoLayerNet.js";
import { initialParameters, type NetworkCase } from "./networkCase.js";

export interface ScoresSwitches {
  readonly between: "nothing" | "sigmoid";
  readonly b1: "none";
  readonly b2: "none";
  readonly params: "old";
  readonly last: "relu" | "softmax" | "logSoftmax" | "hidden" | "argmax";
}

export interface LossSwitches extends ScoresSwitches {
  readonly data: "sum" | "minus" | "none" | "svm" | "twice" | number;
  readonly shift: "none";
  readonly term: "none" | "biases" | "W1" | "W2" | "absolute" | "root" | "sumSquared" | "mean" | "sum";
  readonly half: number;
  readonly reg: "ignored" | "squared" | "minus" | "overN";
}

export interface GradientSwitches extends Omit<ScoresSwitches, "last"> {
  readonly mask: "none" | "dout" | "zero";
  readonly data: "sum" | "none" | "overN" | number;
  readonly term: "none" | "twice" | "half" | "minus" | "overN" | "ignored" | "sign" | "constant" | "bias";
}

interface Forward {
  readonly a: NDArray;
  readonly hidden: NDArray;
  readonly scores: NDArray;
}

function used({ params }: NetworkCase, { params: which, b1, b2 }: Partial<Pick<ScoresSwitches, "params" | "b1" | "b2">>): TwoLayerParameters {
  const parameters = which === "old" ? initialParameters() : params;
  return { ...parameters, ...(b1 && { b1: parameters.b1.mul(0) }), ...(b2 && { b2: parameters.b2.mul(0) }) };
}

function forward(at: NetworkCase, switches: Partial<Omit<ScoresSwitches, "last">>): Forward {
  const { W1, b1, W2, b2 } = used(at, switches);
  const [a] = affineForward(at.X, W1, b1);
  const hidden = activated(a, switches.between);
  return { a, hidden, scores: affineForward(hidden, W2, b2)[0] };
}

function activated(a: NDArray, between?: ScoresSwitches["between"]): NDArray {
  if (between === "nothing") return a;
  return between === "sigmoid" ? a.map((value) => 1 / (1 + Math.exp(-value))) : a.maximum(0);
}

export function scoresProgram(at: NetworkCase, switches: Partial<ScoresSwitches>): NDArray {
  const { hidden, scores } = forward(at, switches);
  switch (switches.last) {
    case "relu":
      return scores.maximum(0);
    case "softmax":
      return probabilities(scores);
    case "logSoftmax":
      return probabilities(scores).log();
    case "hidden":
      return hidden;
    case "argmax":
      return scores.argmax(1);
    default:
      return scores;
  }
}

function probabilities(scores: NDArray): NDArray {
  const exp = scores.sub(scores.max(1).reshape(scores.shape[0]!, 1)).exp();
  return exp.div(exp.sum(1).reshape(scores.shape[0]!, 1));
}

export function lossProgram(at: NetworkCase, switches: Partial<LossSwitches>): number {
  const scores = scoresProgram(at, switches);
  const { half = 0.5 } = switches;
  return dataLoss(scores, at.y, switches) + half * regularisation(at, switches.reg) * term(used(at, switches), switches.term);
}

function dataLoss(scores: NDArray, y: readonly number[], { data, shift }: Partial<LossSwitches>): number {
  if (shift === "none" && scores.max() > 700) return NaN;
  if (typeof data === "number") return data * softmaxLoss(scores, y)[0];
  switch (data) {
    case "sum":
      return softmaxLoss(scores, y)[0] * y.length;
    case "minus":
      return -softmaxLoss(scores, y)[0];
    case "none":
      return 0;
    case "svm":
      return svmLoss(scores, y)[0];
    case "twice":
      return softmaxLoss(probabilities(scores), y)[0];
    default:
      return softmaxLoss(scores, y)[0];
  }
}

function regularisation({ reg, y }: NetworkCase, how?: LossSwitches["reg"]): number {
  switch (how) {
    case "ignored":
      return 1;
    case "squared":
      return reg * reg;
    case "minus":
      return -reg;
    case "overN":
      return reg / y.length;
    default:
      return reg;
  }
}

function term({ W1, b1, W2, b2 }: TwoLayerParameters, how?: LossSwitches["term"]): number {
  switch (how) {
    case "none":
      return 0;
    case "biases":
      return [W1, b1, W2, b2].reduce((sum, w) => sum + sumOfSquares(w), 0);
    case "W1":
      return sumOfSquares(W1);
    case "W2":
      return sumOfSquares(W2);
    case "absolute":
      return W1.abs().sum() + W2.abs().sum();
    case "root":
      return Math.sqrt(sumOfSquares(W1)) + Math.sqrt(sumOfSquares(W2));
    case "sumSquared":
      return W1.sum() ** 2 + W2.sum() ** 2;
    case "mean":
      return sumOfSquares(W1) / W1.size + sumOfSquares(W2) / W2.size;
    case "sum":
      return W1.sum() + W2.sum();
    default:
      return sumOfSquares(W1) + sumOfSquares(W2);
  }
}

export function gradientProgram(name: keyof TwoLayerParameters): (at: NetworkCase, switches: Partial<GradientSwitches>) => NDArray {
  return (at, switches) => {
    const data = dataGradients(at, switches)[name];
    const param = used(at, { ...(switches.params && { params: switches.params }) })[name];
    return data.mul(factorOf(at, switches.data)).add(termGradient(param, at, name.startsWith("b"), switches.term));
  };
}

function factorOf({ y }: NetworkCase, data: GradientSwitches["data"] | undefined): number {
  if (typeof data === "number") return data;
  if (data === "none") return 0;
  return data === "sum" ? y.length : data === "overN" ? 1 / y.length : 1;
}

function dataGradients(at: NetworkCase, switches: Partial<GradientSwitches>): TwoLayerParameters {
  const { W1, b1, W2, b2 } = used(at, switches);
  const { a, hidden, scores } = forward(at, switches);
  const [, dscores] = softmaxLoss(scores, at.y);
  const { dx, dw: dW2, db: db2 } = affineBackward(dscores, affineForward(hidden, W2, b2)[1]);
  const { dw: dW1, db: db1 } = affineBackward(masked(dx, a, hidden, switches), affineForward(at.X, W1, b1)[1]);
  return { W1: dW1, b1: db1, W2: dW2, b2: db2 };
}

function masked(dx: NDArray, a: NDArray, hidden: NDArray, { mask, between }: Partial<GradientSwitches>): NDArray {
  if (mask === "none" || between === "nothing") return dx;
  if (mask === "dout") return dx.maximum(0);
  if (mask === "zero") return dx.combine(a, (d, value) => (value >= 0 ? d : 0));
  if (between === "sigmoid") return dx.combine(hidden, (d, s) => d * s * (1 - s));
  return dx.combine(a, (d, value) => (value > 0 ? d : 0));
}

function termGradient(param: NDArray, { reg, y }: NetworkCase, isBias: boolean, how?: GradientSwitches["term"]): NDArray | number {
  if (isBias) return how === "bias" ? param.mul(reg) : 0;
  switch (how) {
    case "none":
      return 0;
    case "twice":
      return param.mul(2 * reg);
    case "half":
      return param.mul(0.5 * reg);
    case "minus":
      return param.mul(-reg);
    case "overN":
      return param.mul(reg / y.length);
    case "ignored":
      return param;
    case "sign":
      return param.map(Math.sign).mul(reg);
    case "constant":
      return reg;
    default:
      return param.mul(reg);
  }
}
