/** What a training step often does to the parameters instead. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import { near, numbersOf } from "../value.js";
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
  /** the names of those that stay as they are */
  readonly leftOut: readonly string[];
  readonly over: "batch";
}

const slips: readonly Slip<Update, UpdateSwitches>[] = [
  { cause: "uphill", set: { direction: "up" } },
  { cause: "rateMissing", set: { rate: "none" } },
  { cause: "rateSquared", set: { rate: "squared" } },
  { cause: "rateIgnored", fit: fixedRate },
  { cause: "weightDecayForStep", set: { gradient: "weights" } },
  { cause: "gradientNotUsed", set: { gradient: "one" } },
  { cause: "signOfGradient", set: { gradient: "sign" } },
  { cause: "gradientForNext", set: { next: "step" } },
  { cause: "notUpdated", set: { next: "same" } },
  { cause: "updatedTwice", set: { next: "twice" } },
  { cause: "stepOverBatch", set: { over: "batch" } },
  { cause: "weightsOnly", fit: leftOutOf },
  scaled("allZero", () => 0),
];

export function updateMistakes(): Mistake<Update>[] {
  return [
    ...wrongPrograms(program, slips),
    { causes: ["gradientKept"], gives: ({ dw }) => dw },
  ];
}

function program({ name, w, dw, batchSize, learningRate }: Update, { leftOut, over, ...switches }: Partial<UpdateSwitches>): NDArray {
  if (leftOut?.includes(name)) return w;
  const gradient = over === "batch" ? dw.div(batchSize) : dw;
  return sgdProgram({ w, gradients: [gradient], settings: { learningRate } }, switches);
}

/** Some, and not all. */
function leftOutOf(seen: readonly Observation<Update>[]): Partial<UpdateSwitches> | null {
  const leftOut = new Set(seen.filter(({ input, got }) => near(got, input.w)).map(({ input }) => input.name));
  return leftOut.size > 0 && seen.some(({ input }) => !leftOut.has(input.name)) ? { leftOut: [...leftOut] } : null;
}

function fixedRate(seen: readonly Observation<Update>[]): Partial<UpdateSwitches> | null {
  const [first] = seen;
  if (first === undefined) return null;
  const { w, dw, learningRate } = first.input;
  const rate = (w.data[0]! - numbersOf(first.got)[0]!) / dw.data[0]!;
  return Number.isNaN(rate) || [0, 1, learningRate].some((named) => Math.abs(named - rate) < 1e-9) ? null : { fixedRate: rate };
}
