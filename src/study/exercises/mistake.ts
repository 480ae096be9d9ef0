/**
 * Mistakes as data: wrong programs, each of which gives what comes out if the mistake has been made. A cause is named
 * if the learner's results are just those of one wrong program at all probes, and of none with another cause.
 */
import type { NDArray } from "../../numeric/array/ndarray.js";
import type { Cause } from "./diagnoses.js";
import { near, type Value } from "./value.js";

/** What the learner's function gave for an input. */
export interface Observation<Input> {
  readonly input: Input;
  readonly got: Value;
}

/** A program with one mistake, or with two. */
export interface Mistake<Input> {
  readonly causes: readonly Cause[];
  /**
   * @param seen all observations, for a mistake with a number that has to be fitted, such as the slope of a leak
   * @returns what comes out if the mistake has been made; null where no number fits
   */
  gives(input: Input, seen: readonly Observation<Input>[]): Value | null;
}

/** One mistake of a program with switches: what it sets, or what it does to the result in the end. */
export interface Slip<Input, Switches> {
  readonly cause: Cause;
  readonly set?: Partial<Switches>;
  /** null where no number fits: otherwise results of NaN would be taken for it */
  readonly fit?: (seen: readonly Observation<Input>[]) => Partial<Switches> | null;
  readonly finish?: (value: Value, input: Input) => Value;
  /** explains by itself only: with another, which scales the result, the fitted number would be anyone's */
  readonly alone?: boolean;
}

/** @returns the causes of the only explanation with the fewest mistakes; none if there is none, or more than one */
export function recognise<Input>(seen: readonly Observation<Input>[], mistakes: readonly Mistake<Input>[]): readonly Cause[] {
  for (const count of [1, 2]) {
    const matching = mistakes.filter((mistake) => mistake.causes.length === count && explains(mistake, seen));
    const explanations = new Set(matching.map(({ causes }) => [...causes].sort().join()));
    if (explanations.size > 0) return explanations.size === 1 ? matching[0]!.causes : [];
  }
  return [];
}

function explains<Input>({ gives }: Mistake<Input>, seen: readonly Observation<Input>[]): boolean {
  try {
    return seen.every(({ input, got }) => {
      const predicted = gives(input, seen);
      return predicted !== null && near(got, predicted);
    });
  } catch {
    return false; // it would have stopped, e.g. at a label of -1, and the learner's program has not
  }
}

/**
 * All slips alone, and every two that do not exclude each other.
 *
 * @param program right without switches
 */
export function wrongPrograms<Input, Switches extends object>(
  program: (input: Input, switches: Partial<Switches>) => Value,
  slips: readonly Slip<Input, Switches>[],
): Mistake<Input>[] {
  const withSlips = (chosen: readonly Slip<Input, Switches>[]): Mistake<Input> => ({
    causes: chosen.map(({ cause }) => cause),
    gives: (input, seen) => {
      const parts = chosen.map(({ set, fit }) => (fit ? fit(seen) : set));
      if (parts.includes(null)) return null;
      const switches = Object.assign({}, ...parts) as Partial<Switches>;
      return chosen.reduce((value, { finish }) => finish?.(value, input) ?? value, program(input, switches));
    },
  });
  const pairs = slips.flatMap((one, i) => slips.slice(i + 1).filter((other) => fitTogether(one, other)).map((other) => [one, other]));
  return [...slips.map((slip) => withSlips([slip])), ...pairs.map(withSlips)];
}

/** Two of them with one cause, two that set the same switch, or two that change the end exclude each other. */
function fitTogether<I, S>(one: Slip<I, S>, other: Slip<I, S>): boolean {
  if (one.alone || other.alone || one.cause === other.cause || (one.finish && other.finish) || (one.fit && other.fit)) return false;
  return !Object.keys(one.set ?? {}).some((key) => Object.hasOwn(other.set ?? {}, key));
}

/** A slip at the end that multiplies by a number. */
export function scaled<Input, S>(cause: Cause, factor: (input: Input) => number): Slip<Input, S> {
  return { cause, finish: (value, input) => times(value, factor(input)) };
}

/** The slips that any result can have. */
export function anyResult<Input, S>(): Slip<Input, S>[] {
  return [scaled("signFlipped", () => -1), scaled("twice", () => 2), scaled("half", () => 0.5), scaled("allZero", () => 0)];
}

/** The slips that any gradient of N examples can have. */
export function anyGradient<Input, S>(N: (input: Input) => number): Slip<Input, S>[] {
  return [...anyResult<Input, S>(), scaled("meanForSum", (input) => 1 / N(input)), scaled("sumForMean", N)];
}

export function times(value: Value, factor: number): Value {
  return typeof value === "number" ? value * factor : value.mul(factor);
}

/** The results of a program that gives arrays. */
export function arrays(value: Value): NDArray {
  if (typeof value === "number") throw new TypeError("arrays: expected an array, got a number");
  return value;
}
