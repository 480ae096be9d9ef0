/** SGD and momentum as programs with switches, each of which makes one mistake. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import { numbersOf } from "../value.js";

/** Steps from w, one for each gradient; the config of one is handed on to the next. */
export interface Walk {
  readonly w: NDArray;
  readonly gradients: readonly NDArray[];
  readonly settings: Readonly<Record<string, number>>;
  /** each step is taken from w again, and the config alone goes on: so NaN of one step is not that of the next */
  readonly isFresh?: boolean;
}

export interface StepSwitches {
  readonly rate: "none" | "squared" | "divides";
  /** used whatever is given */
  readonly fixedRate: number;
  /** used where none is given */
  readonly defaultRate: number;
  readonly direction: "up";
  /** from the second step on */
  readonly settings: "lost";
  readonly gradient: "weights" | "one" | "sign" | "unit";
  readonly next: "step" | "minusStep" | "times" | "allTimes" | "same" | "twice";
}

export interface MomentumSwitches extends StepSwitches {
  readonly fixedMomentum: number;
  readonly defaultMomentum: number;
  readonly velocity: "lost" | "flipped" | "onGradient" | "mean";
  readonly move: "nesterov" | "old";
  readonly start: "gradient" | "weights" | "ones";
  readonly zero: "default";
}

const RATE = 0.01;
const MOMENTUM = 0.9;

function rateOf({ settings }: Walk, { rate, fixedRate, defaultRate = RATE, settings: kept }: Partial<StepSwitches>, index: number): number {
  const given = fixedRate ?? (kept === "lost" && index > 0 ? undefined : settings["learningRate"]) ?? defaultRate;
  if (rate === "none") return 1;
  if (rate === "squared") return given * given;
  return rate === "divides" ? 1 / given : given;
}

/** What is subtracted from w. */
function stepOf(w: NDArray, dw: NDArray, walk: Walk, switches: Partial<StepSwitches>, index: number): NDArray {
  const step = gradientOf(w, dw, switches.gradient).mul(rateOf(walk, switches, index));
  return switches.direction === "up" ? step.neg() : step;
}

function gradientOf(w: NDArray, dw: NDArray, how?: StepSwitches["gradient"]): NDArray {
  switch (how) {
    case "weights":
      return w;
    case "one":
      return w.mul(0).add(1);
    case "sign":
      return dw.map(Math.sign);
    case "unit":
      return dw.div(Math.sqrt(dw.mul(dw).sum()));
    default:
      return dw;
  }
}

function moved(w: NDArray, step: NDArray, how?: StepSwitches["next"]): NDArray {
  switch (how) {
    case "step":
      return step;
    case "minusStep":
      return step.neg();
    case "times":
      return w.mul(step);
    case "same":
      return w;
    case "twice":
      return w.sub(step).sub(step);
    default:
      return w.sub(step);
  }
}

export function sgdProgram(walk: Walk, switches: Partial<StepSwitches>): NDArray {
  return walk.gradients.reduce((last, dw, i) => {
    const w = walk.isFresh ? walk.w : last;
    if (switches.next === "allTimes") return w.sub(dw).mul(rateOf(walk, switches, i));
    return moved(w, stepOf(w, dw, walk, switches, i), switches.next);
  }, walk.w);
}

export function momentumProgram(walk: Walk, switches: Partial<MomentumSwitches>): NDArray {
  const { fixedMomentum, defaultMomentum = MOMENTUM } = switches;
  const told = walk.settings["momentum"];
  const given = fixedMomentum ?? (switches.zero === "default" ? told || undefined : told) ?? defaultMomentum;
  let w = walk.w;
  let v = startOf(walk, switches.start);
  for (const [i, dw] of walk.gradients.entries()) {
    if (walk.isFresh) ({ w } = walk);
    const mu = switches.settings === "lost" && i > 0 ? defaultMomentum : given;
    const [before, step] = [switches.velocity === "lost" ? zeros(w.shape) : v, stepOf(w, dw, walk, switches, i)];
    v = velocityOf(before, step, mu, switches.velocity);
    if (switches.move === "old") w = moved(w, before.neg(), switches.next);
    else w = moved(w, (switches.move === "nesterov" ? v.mul(mu).sub(step) : v).neg(), switches.next);
  }
  return w;
}

function startOf({ w, gradients }: Walk, how?: MomentumSwitches["start"]): NDArray {
  if (how === "gradient") return gradients[0]!;
  if (how === "weights") return w;
  return how === "ones" ? w.mul(0).add(1) : zeros(w.shape);
}

function velocityOf(before: NDArray, step: NDArray, mu: number, how?: MomentumSwitches["velocity"]): NDArray {
  switch (how) {
    case "flipped":
      return before.mul(-mu).sub(step);
    case "onGradient":
      return before.sub(step).mul(mu);
    case "mean":
      return before.mul(mu).sub(step.mul(1 - mu));
    default:
      return before.mul(mu).sub(step);
  }
}

const stepSlips: readonly Slip<Walk, StepSwitches>[] = [
  { cause: "uphill", set: { direction: "up" } },
  { cause: "rateMissing", set: { rate: "none" } },
  { cause: "rateSquared", set: { rate: "squared" } },
  { cause: "rateDivides", set: { rate: "divides" } },
  { cause: "rateIgnored", fit: (seen) => asSwitch("fixedRate", fittedRate(seen, true)) },
  { cause: "defaultRate", fit: (seen) => asSwitch("defaultRate", fittedRate(seen, false)) },
  { cause: "weightDecayForStep", set: { gradient: "weights" } },
  { cause: "gradientNotUsed", set: { gradient: "one" } },
  { cause: "signOfGradient", set: { gradient: "sign" } },
  { cause: "gradientNormalised", set: { gradient: "unit" } },
  { cause: "gradientForNext", set: { next: "step" } },
  { cause: "gradientForNext", set: { next: "minusStep" } },
  { cause: "rateOnAll", set: { next: "allTimes" } },
  { cause: "settingsLost", set: { settings: "lost" } },
  { cause: "weightsTimesStep", set: { next: "times" } },
  { cause: "notUpdated", set: { next: "same" } },
  { cause: "updatedTwice", set: { next: "twice" } },
  scaled("allZero", () => 0),
];

function asSwitch<Name extends string>(name: Name, value: number): { readonly [name in Name]: number } | null {
  return Number.isNaN(value) ? null : ({ [name]: value } as { readonly [name in Name]: number });
}

/** The rate of a first step; of a walk to which one is given, or none. */
function fittedRate(seen: readonly Observation<Walk>[], isGiven: boolean): number {
  const one = seen.find(({ input }) => input.gradients.length === 1 && Object.hasOwn(input.settings, "learningRate") === isGiven);
  if (one === undefined) return NaN;
  const rate = (one.input.w.data[0]! - numbersOf(one.got)[0]!) / one.input.gradients[0]!.data[0]!;
  const named = isGiven ? [0, 1, -1, one.input.settings["learningRate"]!, -one.input.settings["learningRate"]!] : [0, RATE, -RATE];
  return named.some((value) => Math.abs(value - rate) < 1e-9) ? NaN : rate;
}

export function momentumMistakes(): Mistake<Walk>[] {
  return wrongPrograms(momentumProgram, momentumSlips);
}

export function sgdMistakes(): Mistake<Walk>[] {
  return wrongPrograms(sgdProgram, stepSlips);
}

const momentumSlips: readonly Slip<Walk, MomentumSwitches>[] = [
  ...stepSlips.filter(({ cause }) => cause !== "rateOnAll"),
  { cause: "momentumIgnored", fit: (seen) => asSwitch("fixedMomentum", fittedMomentum(seen, true)) },
  { cause: "momentumDefault", fit: (seen) => asSwitch("defaultMomentum", fittedMomentum(seen, false)) },
  { cause: "momentumMissing", set: { fixedMomentum: 1 } },
  { cause: "zeroForMissing", set: { zero: "default" } },
  { cause: "memoryLost", set: { velocity: "lost" } },
  { cause: "velocityFlipped", set: { velocity: "flipped" } },
  { cause: "momentumOnGradient", set: { velocity: "onGradient" } },
  { cause: "runningMean", set: { velocity: "mean" } },
  { cause: "nesterov", set: { move: "nesterov" } },
  { cause: "oldVelocity", set: { move: "old" } },
  { cause: "velocityStart", set: { start: "gradient" } },
  { cause: "velocityStart", set: { start: "weights" } },
  { cause: "velocityStart", set: { start: "ones" } },
];

/** The momentum of two steps is linear in what comes out. */
function fittedMomentum(seen: readonly Observation<Walk>[], isGiven: boolean): number {
  const two = seen.find(({ input }) => input.gradients.length > 1 && Object.hasOwn(input.settings, "momentum") === isGiven);
  if (two === undefined) return NaN;
  const { input, got } = two;
  const at = (momentum: number) => numbersOf(momentumProgram(input, { fixedMomentum: momentum }))[0]!;
  const momentum = solved(at, numbersOf(got)[0]!);
  // what is given and not used: 0 and 1 have names of their own
  return isGiven && [0, 1].some((value) => Math.abs(value - momentum) < 1e-9) ? NaN : momentum;
}

/** The number from 0 to 1 at which a polynomial of degree 2, given at three places, has a value; NaN if there is none. */
function solved(at: (x: number) => number, value: number): number {
  const [start, middle, end] = [at(0) - value, at(0.5) - value, at(1) - value];
  const a = 2 * (start - 2 * middle + end);
  const b = end - start - a;
  if (Math.abs(a) < 1e-12 * Math.abs(b)) return -start / b;
  const root = Math.sqrt(b * b - 4 * a * start);
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)].find((x) => x > 0 && x < 1) ?? NaN;
}
