/** The layers that work on one number at a time. */
import { array } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { leakyReluBackward, leakyReluForward } from "../../../nn/layers/leakyRelu.js";
import { reluBackward, reluForward } from "../../../nn/layers/relu.js";
import { sigmoidBackward, sigmoidForward } from "../../../nn/layers/sigmoid.js";
import { tanhBackward, tanhForward } from "../../../nn/layers/tanh.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { diagnoses } from "../diagnoses.js";
import type { Kink, LayerSubject } from "./layerSubject.js";

/** No number of this stream is near 0, where a numeric gradient would straddle the kink. */
const SEED = 231;
/** Exact zeros of both signs, between numbers of both signs. */
const ZEROS = array([[-1, 0, 2, -0], [0, 3, -2, 0]]);
const EXTREME = array([[-1000, 1000, -750, 750]]);

interface Pair<Cache> {
  readonly title: string;
  forward(x: NDArray): [out: NDArray, cache: Cache];
  backward(dout: NDArray, cache: Cache): NDArray;
}

export function reluSubject(): LayerSubject {
  const subject = activationSubject({ title: "ReLU layer", forward: reluForward, backward: reluBackward });
  const { inputs, dout } = subject;
  const x = inputs.x!;
  return {
    ...subject,
    forwardMistakes: [
      { diagnosis: diagnoses.reluMissing, gives: () => x },
      { diagnosis: diagnoses.reluOnWrongSide, gives: () => x.minimum(0) },
      { diagnosis: diagnoses.absoluteValue, gives: () => x.abs() },
    ],
    backwardMistakes: {
      x: [
        ...subject.backwardMistakes.x!,
        { diagnosis: diagnoses.maskInverted, gives: () => dout.combine(x, (d, value) => (value > 0 ? 0 : d)) },
      ],
    },
    kink: kinkAtZero("0 where x is 0", (d, value) => (value >= 0 ? d : 0)),
  };
}

export function leakyReluSubject(): LayerSubject {
  const subject = activationSubject({
    title: "leaky ReLU layer",
    forward: (x) => leakyReluForward(x),
    backward: leakyReluBackward,
  });
  const x = subject.inputs.x!;
  return {
    ...subject,
    forwardMistakes: [
      { diagnosis: diagnoses.leakMissing, gives: () => x.maximum(0) },
      { diagnosis: diagnoses.reluMissing, gives: () => x },
    ],
    kink: kinkAtZero("0.01·dout where x is 0", (d, value) => (value >= 0 ? d : 0.01 * d)),
  };
}

export function sigmoidSubject(): LayerSubject {
  const pair = { title: "sigmoid layer", forward: sigmoidForward, backward: sigmoidBackward };
  return { ...activationSubject(pair), extreme: { x: EXTREME } };
}

export function tanhSubject(): LayerSubject {
  const pair = { title: "tanh layer", forward: tanhForward, backward: tanhBackward };
  return { ...activationSubject(pair), extreme: { x: EXTREME } };
}

function activationSubject<Cache>({ title, forward, backward }: Pair<Cache>): LayerSubject {
  const random = new RandomState(SEED);
  const inputs = { x: random.randn(4, 5) };
  const dout = random.randn(4, 5);
  const slope = () => backward(dout.mul(0).add(1), forward(inputs.x)[1]);
  return {
    title,
    inputs,
    dout,
    forward: ({ x }) => forward(x!)[0],
    backward: (dout, { x }) => ({ dx: backward(dout, forward(x!)[1]) }),
    forwardMistakes: [],
    backwardMistakes: {
      x: [
        { diagnosis: diagnoses.maskMissing, gives: () => dout },
        { diagnosis: diagnoses.doutMissing, gives: slope },
      ],
    },
  };
}

function kinkAtZero(limit: string, wrong: (d: number, x: number) => number): Kink {
  const dout = new RandomState(SEED).randn(...ZEROS.shape);
  return {
    inputs: { x: ZEROS },
    dout,
    mistakes: { x: [{ diagnosis: diagnoses.zeroPasses, gives: () => dout.combine(ZEROS, wrong) }] },
    limit,
  };
}
