/** What a training step often does to the parameters instead. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { type Mistake, scaled, type Slip, wrongPrograms } from "../mistake.js";
import { numbersOf } from "../value.js";
import { sgdProgram, type StepSwitches } from "./sgdProgram.js";

/** One parameter and its gradient in one step. */
export interface Update {
  readonly name: string;
  readonly w: NDArray;
  readonly dw: NDArray;
  readonly batchSize: number;
  readonly learningRate: number;
}

interface UpdateSwitches extends StepSwitches {
  readonly only: "weights" | "biases" | "firstLayer" | "lastLayer" | "first";
  readonly over: "batch";
}

const LEFT_OUT: Readonly<Record<UpdateSwitches["only"], readonly string[]>> = {
  weights: ["b1", "b2"],
  biases: ["W1", "W2"],
  firstLayer: ["W2", "b2"],
  lastLayer: ["W1", "b1"],
  first: ["b1", "W2", "b2"],
};

const slips: readonly Slip<Update, UpdateSwitches>[] = [
  { cause: "uphill", set: { direction: "up" } },
  { cause: "rateMissing", set: { rate: "none" } },
  { cause: "rateSquared", set: { rate: "squared" } },
  { cause: "rateIgnored", fit: (seen) => ({ fixedRate: fixedRate(seen) }) },
  { cause: "weightDecayForStep", set: { gradient: "weights" } },
  { cause: "gradientNotUsed", set: { gradient: "one" } },
  { cause: "signOfGradient", set: { gradient: "sign" } },
  { cause: "gradientForNext", set: { next: "step" } },
  { cause: "notUpdated", set: { next: "same" } },
  { cause: "updatedTwice", set: { next: "twice" } },
  { cause: "stepOverBatch", set: { over: "batch" } },
  ...(Object.keys(LEFT_OUT) as UpdateSwitches["only"][]).map((only): Slip<Update, UpdateSwitches> => ({ cause: "weightsOnly", set: { only } })),
  scaled("allZero", () => 0),
];

export function updateMistakes(): Mistake<Update>[] {
  return [
    ...wrongPrograms(program, slips),
    { causes: ["gradientKept"], gives: ({ dw }) => dw },
  ];
}

function program({ name, w, dw, batchSize, learningRate }: Update, { only, over, ...switches }: Partial<UpdateSwitches>): NDArray {
  if (only && LEFT_OUT[only].includes(name)) return w;
  const gradient = over === "batch" ? dw.div(batchSize) : dw;
  return sgdProgram({ w, gradients: [gradient], settings: { learningRate } }, switches);
}

function fixedRate(seen: readonly { readonly input: Update; readonly got: NDArray | number }[]): number {
  const [first] = seen;
  if (first === undefined) return NaN;
  const { w, dw, learningRate } = first.input;
  const rate = (w.data[0]! - numbersOf(first.got)[0]!) / dw.data[0]!;
  return [0, 1, learningRate].some((named) => Math.abs(named - rate) < 1e-9) ? NaN : rate;
}
