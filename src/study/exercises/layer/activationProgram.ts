/** Layers that work on one number at a time, and what is often written in their place. */
import { NDArray } from "../../../numeric/array/ndarray.js";
import type { Cause } from "../diagnoses.js";
import { anyGradient, anyResult, type Mistake, type Observation, type Slip, wrongPrograms } from "../mistake.js";
import { numbersOf } from "../value.js";
import type { Arrays, LayerCase } from "./layerSubject.js";

/** From an input to an output. */
export type Curve = (x: number) => number;
/** From the upstream gradient and the input to dx. */
export type Slope = (d: number, x: number) => number;

type CurveSlip = Slip<Arrays, { readonly curve: Curve }>;
type SlopeSlip = Slip<LayerCase, { readonly slope: Slope }>;

export const curve = (cause: Cause, wrong: Curve): CurveSlip => ({ cause, set: { curve: wrong } });
export const slope = (cause: Cause, wrong: Slope): SlopeSlip => ({ cause, set: { slope: wrong } });

/** A curve with a number in it that has to be fitted. */
export function fittedCurve(cause: Cause, fit: (pairs: readonly Pair[]) => Curve | null): CurveSlip {
  return {
    cause,
    alone: true,
    fit: (seen) => {
      const fitted = fit(pairsOf(seen, ({ x }) => x!));
      return fitted && { curve: fitted };
    },
  };
}

/** A slope with a number in it that has to be fitted to the quotients dx / dout. */
export function fittedSlope(cause: Cause, fit: (pairs: readonly Pair[]) => Slope | null): SlopeSlip {
  const quotients = (seen: readonly Observation<LayerCase>[]) =>
    seen.map(({ input, got }) => ({ input, got: typeof got === "number" || got.size !== input.dout.size ? NaN : got.div(input.dout) }));
  return {
    cause,
    alone: true,
    fit: (seen) => {
      const fitted = fit(pairsOf(quotients(seen), ({ inputs }) => inputs.x!));
      return fitted && { slope: fitted };
    },
  };
}

export interface Pair {
  readonly x: number;
  readonly got: number;
}

function pairsOf<Input>(seen: readonly Observation<Input>[], inputOf: (input: Input) => NDArray): Pair[] {
  return seen.flatMap(({ input, got }) => {
    const values = numbersOf(got);
    return numbersOf(inputOf(input)).map((x, i) => ({ x, got: values[i] ?? NaN }));
  });
}

/** The slope on the negative side, fitted where the input is well below 0; null for those that have a name of their own. */
export function leakOf(pairs: readonly Pair[], named: readonly number[]): number | null {
  const pair = pairs.find(({ x }) => x < -0.1);
  const leak = pair ? pair.got / pair.x : NaN;
  return Number.isNaN(leak) || named.some((value) => Math.abs(leak - value) < 1e-9) ? null : leak;
}

export function forwardMistakes(right: Curve, slips: readonly CurveSlip[]): Mistake<Arrays>[] {
  return wrongPrograms(({ x }, { curve: wrong = right }) => x!.map(wrong), [...slips, ...anyResult<Arrays, { readonly curve: Curve }>()]);
}

export function backwardMistakes(right: Slope, slips: readonly SlopeSlip[]): Mistake<LayerCase>[] {
  const all = [...slips, ...anyGradient<LayerCase, { readonly slope: Slope }>(({ inputs }) => inputs.x!.shape[0]!)];
  return wrongPrograms(({ inputs, dout }, { slope: wrong = right }) => dout.combine(inputs.x!, wrong), all);
}
