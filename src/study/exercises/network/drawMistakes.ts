/** What is often drawn in place of a network's weights. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import { numbersOf } from "../value.js";
import { SIZES } from "./networkCase.js";

/** How a network is made, and which of its weights is looked at. */
export interface Draw {
  readonly name: "W1" | "W2";
  readonly seed: number;
  readonly scale: number;
}

interface DrawSwitches {
  readonly order: "w2First" | "same" | "biasBetween" | "biasFirst" | "transposed";
  readonly numbers: "uniform" | "centred" | "wide" | "zero";
  readonly scale: "none" | "square" | "root" | "added" | "inputs" | "he" | "scaledInputs";
  readonly unscaled: "W1" | "W2";
  readonly fixed: number;
}

const { inputDim: D, hiddenDim: H, numClasses: C } = SIZES;

const slips: readonly Slip<Draw, DrawSwitches>[] = [
  { cause: "w2First", set: { order: "w2First" } },
  { cause: "sameDraws", set: { order: "same" } },
  { cause: "moreDraws", set: { order: "biasBetween" } },
  { cause: "moreDraws", set: { order: "biasFirst" } },
  { cause: "drawnTransposed", set: { order: "transposed" } },
  { cause: "uniformWeights", set: { numbers: "uniform" } },
  { cause: "uniformWeights", set: { numbers: "centred" } },
  { cause: "uniformWeights", set: { numbers: "wide" } },
  { cause: "zeroWeights", set: { numbers: "zero" } },
  { cause: "scaleMissing", set: { scale: "none" } },
  { cause: "scaleMissing", set: { unscaled: "W1" } },
  { cause: "scaleMissing", set: { unscaled: "W2" } },
  { cause: "varianceForDeviation", set: { scale: "square" } },
  { cause: "varianceForDeviation", set: { scale: "root" } },
  { cause: "scaleAdded", set: { scale: "added" } },
  { cause: "scaledByInputs", set: { scale: "inputs" } },
  { cause: "scaledByInputs", set: { scale: "he" } },
  { cause: "scaledByInputs", set: { scale: "scaledInputs" } },
  scaled("signFlipped", () => -1),
];

export function drawMistakes(): Mistake<Draw>[] {
  return wrongPrograms(program, [...slips, { cause: "scaleIgnored", fit: fixedScale }]);
}

function program({ name, seed, scale }: Draw, switches: Partial<DrawSwitches>): NDArray {
  const numbers = drawn(new RandomState(seed), switches)[name];
  if (switches.unscaled === name) return numbers;
  return switches.fixed === undefined ? scaledBy(numbers, scale, inputsOf(name), switches.scale) : numbers.mul(switches.fixed);
}

function inputsOf(name: "W1" | "W2"): number {
  return name === "W1" ? D : H;
}

function drawn(random: RandomState, { order, numbers }: Partial<DrawSwitches>): Record<"W1" | "W2", NDArray> {
  const draw = (rows: number, columns: number) => drawOne(random, rows, columns, numbers);
  const start = random.getState();
  if (order === "w2First") {
    const W2 = draw(H, C);
    return { W1: draw(D, H), W2 };
  }
  if (order === "transposed") return { W1: draw(H, D).T, W2: draw(C, H).T };
  if (order === "biasFirst") random.randn(H);
  const W1 = draw(D, H);
  if (order === "biasBetween") random.randn(H);
  if (order !== "same") return { W1, W2: draw(H, C) };
  random.setState(start);
  return { W1, W2: draw(H, C) };
}

function drawOne(random: RandomState, rows: number, columns: number, numbers?: DrawSwitches["numbers"]): NDArray {
  switch (numbers) {
    case "uniform":
      return random.randomSample([rows, columns]);
    case "centred":
      return random.randomSample([rows, columns]).sub(0.5);
    case "wide":
      return random.randomSample([rows, columns]).mul(2).sub(1);
    case "zero":
      return zeros([rows, columns]);
    default:
      return random.randn(rows, columns);
  }
}

function scaledBy(numbers: NDArray, scale: number, inputs: number, how?: DrawSwitches["scale"]): NDArray {
  switch (how) {
    case "none":
      return numbers;
    case "square":
      return numbers.mul(scale * scale);
    case "root":
      return numbers.mul(Math.sqrt(scale));
    case "added":
      return numbers.add(scale);
    case "inputs":
      return numbers.div(Math.sqrt(inputs));
    case "he":
      return numbers.mul(Math.sqrt(2 / inputs));
    case "scaledInputs":
      return numbers.mul(scale).div(Math.sqrt(inputs));
    default:
      return numbers.mul(scale);
  }
}

/** The same factor at two scales that are asked for; none of those that have a name. */
function fixedScale(seen: readonly Observation<Draw>[]): Partial<DrawSwitches> | null {
  const [first] = seen;
  if (first === undefined) return null;
  const [got] = numbersOf(first.got);
  const { name, seed } = first.input;
  const factor = got! / drawn(new RandomState(seed), {})[name].data[0]!;
  const inputs = inputsOf(name);
  const named = [0, 1, 1 / Math.sqrt(inputs), Math.sqrt(2 / inputs)];
  return Number.isNaN(factor) || named.some((value) => Math.abs(value - factor) < 1e-9) ? null : { fixed: factor };
}
