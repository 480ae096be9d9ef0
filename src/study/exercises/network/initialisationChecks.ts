/** The checks of a new network: its parameters, and what it takes from the random stream. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { TwoLayerNet } from "../../../nn/models/twoLayerNet.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { belowText, compareArrays } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import type { Mistake } from "../mistake.js";
import type { CheckStep } from "../runChecks.js";
import { build, NAMES, type NetworkClass } from "./learnersNetwork.js";
import { SIZES } from "./networkCase.js";

const SEED = 231;
const SCALE = 1e-2;
const { inputDim: D, hiddenDim: H, numClasses: C } = SIZES;

export function initialisationChecks(Network: NetworkClass): CheckStep[] {
  const fresh = () => build(Network, { weightScale: SCALE, random: new RandomState(SEED) }).params;
  const right = new TwoLayerNet({ ...SIZES, weightScale: SCALE, random: new RandomState(SEED) }).params;
  return [
    shapesCheck(fresh, right),
    {
      name: "new: types of the parameters",
      limit: "float64",
      run: () => {
        const types = [...new Set(Object.values(fresh()).map(({ dtype }) => dtype))];
        return { measured: types.join(", "), diagnosis: types.every((type) => type === "float64") ? "" : diagnoses.float32 };
      },
    },
    ...(["W1", "W2"] as const).map((name) => weightCheck(fresh, name, right[name])),
    {
      name: "new: biases",
      limit: "0",
      run: () => {
        const largest = Math.max(fresh().b1!.abs().max(), fresh().b2!.abs().max());
        return { measured: String(largest), diagnosis: largest === 0 ? "" : diagnoses.biasNotZero };
      },
    },
    streamCheck(Network),
  ];
}

type Fresh = () => Record<string, NDArray>;

function shapesCheck(fresh: Fresh, right: Readonly<Record<string, NDArray>>): CheckStep {
  const text = (params: Readonly<Record<string, NDArray>>) =>
    Object.entries(params).map(([name, { shape }]) => `${name} ${shapeText(shape)}`).join(", ");
  const expected = text(right);
  return {
    name: "new: names, order and shapes of the parameters",
    limit: expected,
    run: () => {
      const measured = text(fresh());
      const explained = measured === expected ? "" : explainParameters(fresh(), right);
      return { measured, diagnosis: explained };
    },
  };
}

function explainParameters(params: Readonly<Record<string, NDArray>>, right: Readonly<Record<string, NDArray>>): string {
  if (Object.keys(params).join() !== Object.keys(right).join()) {
    return `params has other names or another order: ${NAMES.join(", ")}; the Solver updates them in this order`;
  }
  const wrong = NAMES.find((name) => shapeText(params[name].shape) !== shapeText(right[name].shape))!;
  const bias = wrong.startsWith("b") ? "a bias is one number for each unit, zeros(M)" : "weights are (inputs, outputs)";
  return `${wrong} has shape ${shapeText(params[wrong].shape)} instead of ${shapeText(right[wrong].shape)}: ${bias}`;
}

function weightCheck(fresh: Fresh, name: "W1" | "W2", right: NDArray): CheckStep {
  const comparison = { limit: 1e-12, mistakes: weightMistakes(name, right), other: diagnoses.ownStream };
  return {
    name: `new: ${name} as drawn from the stream`,
    limit: belowText(comparison.limit),
    run: () => compareArrays(fresh()[name], right, comparison),
  };
}

function weightMistakes(name: "W1" | "W2", right: NDArray): Mistake[] {
  const drawn = (draw: (random: RandomState) => Record<"W1" | "W2", NDArray>) => () => draw(new RandomState(SEED))[name].mul(SCALE);
  const w2First = drawn((random) => {
    const W2 = random.randn(H, C);
    return { W1: random.randn(D, H), W2 };
  });
  const uniform = drawn((random) => ({ W1: random.randomSample([D, H]), W2: random.randomSample([H, C]) }));
  return [
    { diagnosis: diagnoses.w2First, gives: w2First },
    { diagnosis: diagnoses.scaleMissing, gives: () => right.div(SCALE) },
    { diagnosis: diagnoses.varianceForDeviation, gives: () => right.mul(SCALE) },
    { diagnosis: diagnoses.varianceForDeviation, gives: () => right.div(Math.sqrt(SCALE)) },
    { diagnosis: diagnoses.uniformWeights, gives: uniform },
  ];
}

/** D·H + H·C normal numbers are taken, and nothing else. */
function streamCheck(Network: NetworkClass): CheckStep {
  const expected = new RandomState(SEED);
  expected.randn(D * H + H * C);
  const state = JSON.stringify(expected.getState());
  return {
    name: "new: what is taken from the stream",
    limit: `${D * H + H * C} normal numbers`,
    run: () => {
      const random = new RandomState(SEED);
      build(Network, { random });
      const isSame = JSON.stringify(random.getState()) === state;
      const untouched = JSON.stringify(random.getState()) === JSON.stringify(new RandomState(SEED).getState());
      const measured = isSame ? `${D * H + H * C} normal numbers` : untouched ? "nothing" : "another number of draws";
      return { measured, diagnosis: isSame ? "" : untouched ? diagnoses.ownStream : diagnoses.moreDraws };
    },
  };
}
