/** The layers that work on one number at a time. */
import { array } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { leakyReluBackward, leakyReluForward } from "../../../nn/layers/leakyRelu.js";
import { reluBackward, reluForward } from "../../../nn/layers/relu.js";
import { sigmoidBackward, sigmoidForward } from "../../../nn/layers/sigmoid.js";
import { tanhBackward, tanhForward } from "../../../nn/layers/tanh.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { words } from "../words/words.js";
import { backwardMistakes, curve, fittedCurve, fittedSlope, forwardMistakes, leakOf, slope } from "./activationProgram.js";
import type { Kink, LayerSubject } from "./layerSubject.js";
import { sigmoidCurves, sigmoidSlopes, tanhCurves, tanhSlopes } from "./sigmoidMistakes.js";

/** No number of this stream is near 0, where a numeric gradient would straddle the kink. */
const SEED = 231;
/** Exact zeros of both signs, between numbers of both signs. */
const ZEROS = array([[-1.5, 0, 2.5, -0], [0, 3.5, -2.5, 0]]);
const EXTREME = array([[-1000, 1000, -750, 750]]);
/** Sums of exponentials lose a digit or two, whichever way they are written. */
const SMOOTH_LIMIT = 1e-9;

const relu = (x: number) => Math.max(0, x);
const leaky = (x: number) => (x > 0 ? x : 0.01 * x);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export function reluSubject(): LayerSubject {
  return {
    ...activationSubject({ key: "relu", limit: 1e-12, forward: reluForward, backward: reluBackward }),
    forwardMistakes: () => forwardMistakes(relu, [
      curve("reluMissing", (x) => x),
      curve("reluOnWrongSide", (x) => Math.min(0, x)),
      curve("absoluteValue", Math.abs),
      curve("stepForRelu", (x) => (x > 0 ? 1 : 0)),
      curve("squareForRelu", (x) => (x > 0 ? x * x : 0)),
      curve("softplusForRelu", (x) => Math.log1p(Math.exp(x))),
      curve("eluForRelu", (x) => (x > 0 ? x : Math.exp(x) - 1)),
      curve("sigmoidForRelu", sigmoid),
      curve("tanhForRelu", Math.tanh),
      fittedCurve("leakInRelu", (pairs) => {
        const leak = leakOf(pairs, [0, 1, -1]);
        return leak === null ? null : (x) => (x > 0 ? x : leak * x);
      }),
      fittedCurve("reluClipped", (pairs) => {
        const top = Math.max(...pairs.map(({ got }) => got));
        return top > 0 ? (x) => Math.min(relu(x), top) : null;
      }),
      fittedCurve("thresholdNotZero", (pairs) => {
        const [lowest, bottom] = [Math.min(...pairs.map(({ x }) => x)), Math.min(...pairs.map(({ got }) => got))];
        return bottom > lowest && bottom !== 0 ? (x) => Math.max(bottom, x) : null;
      }),
      fittedCurve("thresholdNotZero", (pairs) => {
        const smallest = Math.min(...pairs.flatMap(({ got }) => (got > 0 ? [got] : [])));
        return smallest < Infinity ? (x) => (x >= smallest ? x : 0) : null;
      }),
    ]),
    backwardMistakes: () => backwardMistakes((d, x) => (x > 0 ? d : 0), [
      slope("maskMissing", (d) => d),
      slope("doutMissing", (_, x) => (x > 0 ? 1 : 0)),
      slope("maskInverted", (d, x) => (x < 0 ? d : 0)),
      slope("maskInverted", (d, x) => (x <= 0 ? d : 0)),
      slope("maskOfDout", (d) => Math.max(0, d)),
      slope("maskOfBoth", (d, x) => (x > 0 ? Math.max(0, d) : 0)),
      slope("outForDout", (_, x) => Math.max(0, x)),
      slope("inputFactor", (d, x) => d * Math.max(0, x)),
      slope("inputTimesDout", (d, x) => d * x),
      slope("slopeOfAbsolute", (d, x) => d * Math.sign(x)),
      slope("zeroPasses", (d, x) => (x >= 0 ? d : 0)),
      fittedSlope("leakInMask", (pairs) => {
        const leak = leakOf(pairs.map(({ x, got }) => ({ x, got: got * x })), [0, 1, -1]);
        return leak === null ? null : (d, x) => (x > 0 ? d : leak * d);
      }),
    ]),
    kink: kinkAtZero(words().zeroWhereZero),
  };
}

export function leakyReluSubject(): LayerSubject {
  return {
    ...activationSubject({ key: "leakyRelu", limit: 1e-12, forward: (x) => leakyReluForward(x), backward: leakyReluBackward }),
    forwardMistakes: () => forwardMistakes(leaky, [
      curve("leakMissing", relu),
      curve("linear", (x) => x),
      curve("absoluteValue", Math.abs),
      curve("leakInverted", (x) => (x > 0 ? 0.01 * x : x)),
      curve("leakEverywhere", (x) => 0.01 * x),
      curve("leakAdded", (x) => (x > 0 ? x : x + 0.01)),
      curve("leakAdded", (x) => (x > 0 ? x : x - 0.01)),
      curve("leakConstant", (x) => (x > 0 ? x : 0.01)),
      curve("leakConstant", (x) => (x > 0 ? x : -0.01)),
      curve("leakConstant", (x) => Math.max(0.01, x)),
      curve("eluForRelu", (x) => (x > 0 ? x : Math.exp(x) - 1)),
      fittedCurve("leakSlope", (pairs) => {
        const leak = leakOf(pairs, [0, 1, -1, 0.01]);
        return leak === null ? null : (x) => (x > 0 ? x : leak * x);
      }),
    ]),
    backwardMistakes: () => backwardMistakes((d, x) => (x > 0 ? d : 0.01 * d), [
      slope("slopeMissing", (d) => d),
      slope("leakMissing", (d, x) => (x > 0 ? d : 0)),
      slope("doutMissing", (_, x) => (x > 0 ? 1 : 0.01)),
      slope("leakInverted", (d, x) => (x < 0 ? d : 0.01 * d)),
      slope("leakInverted", (d, x) => (x <= 0 ? d : 0.01 * d)),
      slope("leakEverywhere", (d) => 0.01 * d),
      slope("leakWithoutDout", (d, x) => (x > 0 ? d : 0.01)),
      slope("leakOfDout", (d) => (d > 0 ? d : 0.01 * d)),
      slope("outForDout", (_, x) => leaky(x)),
      slope("inputFactor", (d, x) => d * leaky(x)),
      slope("inputFactor", (d, x) => (x > 0 ? d : 0.01 * x * d)),
      slope("zeroPasses", (d, x) => (x >= 0 ? d : 0.01 * d)),
      fittedSlope("leakSlope", (pairs) => {
        const leak = leakOf(pairs.map(({ x, got }) => ({ x, got: got * x })), [0, 1, 0.01]);
        return leak === null ? null : (d, x) => (x > 0 ? d : leak * d);
      }),
    ]),
    kink: kinkAtZero(words().leakWhereZero),
  };
}

export function sigmoidSubject(): LayerSubject {
  return {
    ...activationSubject({ key: "sigmoid", limit: SMOOTH_LIMIT, forward: sigmoidForward, backward: sigmoidBackward }),
    forwardMistakes: () => forwardMistakes(sigmoid, sigmoidCurves),
    backwardMistakes: () => backwardMistakes((d, x) => d * sigmoid(x) * (1 - sigmoid(x)), sigmoidSlopes),
    extreme: { x: EXTREME },
  };
}

export function tanhSubject(): LayerSubject {
  return {
    ...activationSubject({ key: "tanh", limit: SMOOTH_LIMIT, forward: tanhForward, backward: tanhBackward }),
    forwardMistakes: () => forwardMistakes(Math.tanh, tanhCurves),
    backwardMistakes: () => backwardMistakes((d, x) => d * (1 - Math.tanh(x) ** 2), tanhSlopes),
    extreme: { x: EXTREME },
  };
}

interface Pair<Cache> extends Pick<LayerSubject, "key" | "limit"> {
  forward(x: NDArray): [out: NDArray, cache: Cache];
  backward(dout: NDArray, cache: Cache): NDArray;
}

/** The second case has large inputs, at which a cut or a saturation shows, and two at which a threshold shows that is nearly 0. */
function activationSubject<Cache>({ key, limit, forward, backward }: Pair<Cache>): Omit<LayerSubject, "forwardMistakes" | "backwardMistakes"> {
  const random = new RandomState(SEED);
  const first = { inputs: { x: random.randn(4, 5) }, dout: random.randn(4, 5) };
  const second = { inputs: { x: random.randn(3, 7).mul(5) }, dout: random.randn(3, 7) };
  second.inputs.x.data.set([5e-5, -5e-5, 100, -100]);
  return {
    key,
    limit,
    cases: [first, second],
    elementwise: true,
    forward: ({ x }) => forward(x!)[0],
    backward: (dout, { x }) => ({ dx: backward(dout, forward(x!)[1]) }),
  };
}

function kinkAtZero(limit: string): Kink {
  return { gradient: "dx", inputs: { x: ZEROS }, dout: new RandomState(SEED).randn(...ZEROS.shape), limit };
}
