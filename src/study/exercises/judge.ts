/** Judges what the learner's function gives: first its kind, then its shape, then its values, and why they differ. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../numeric/array/shape.js";
import { formatExponent } from "../../numeric/print/number.js";
import { because, type Finding, passed, unexplained } from "./finding.js";
import { type Mistake, type Observation, recognise } from "./mistake.js";
import type { Cause } from "./diagnoses.js";
import { explainShape } from "./shapes.js";
import { apart, commonFactor, errorOf, indexText, isSingle, limitFor, numbersOf, numberText, SINGLE_LIMIT, type Value, wasSingle, worstPlace } from "./value.js";
import { words } from "./words/words.js";
import { causesOf, wrongResult } from "./wrongResult.js";

/** An input, what is right for it, and what the learner's function gives. */
export interface Probe<Input> {
  readonly input: Input;
  readonly right: Value;
  /** @throws whatever the learner's function does */
  readonly got: () => unknown;
  /** what a differing element belongs to, e.g. "x[0, 1] = -0.7"; its name and index otherwise */
  readonly where?: (place: number) => string;
  /** whether a number has been computed in float32 */
  readonly inSingle?: () => boolean;
  /** the same question once more, after others: what a function keeps between calls shows in another answer */
  readonly again?: () => unknown;
}

/** Something that the learner's function gives, and all that is known of it. */
export interface Quantity<Input> {
  /** e.g. "dw" */
  readonly name: string;
  /** largest relative error that is fine */
  readonly limit: number;
  /** all that is asked: a mistake has to explain every answer */
  readonly probes: readonly Probe<Input>[];
  readonly mistakes: () => readonly Mistake<Input>[];
  /** said of what no mistake explains */
  readonly other: string;
  /** what else a wrong shape tells, where it is a gradient's */
  readonly shapes?: (got: Value, right: Value) => readonly Cause[];
}

/** The limit as a report shows it. */
export function belowText(limit: number): string {
  return words().below(formatExponent(limit, 0));
}

/** @param own the probes of this check, of those of the quantity */
export function judge<Input>(quantity: Quantity<Input>, own: readonly Probe<Input>[]): Finding {
  const answers: { readonly probe: Probe<Input>; readonly got: Value }[] = [];
  for (const probe of own) {
    const got = valueOf(quantity.name, probe);
    if (!isRight(got, probe.right, probe.inSingle?.() ? Math.max(SINGLE_LIMIT, quantity.limit) : quantity.limit)) return explain(quantity, probe, got);
    answers.push({ probe, got });
  }
  for (const { probe, got } of answers) {
    const changed = otherAnswer(quantity, probe, got);
    if (changed) return changed;
  }
  return passed(measuredText(answers), answers.some(({ got }) => isSingle(got)) ? words().diagnoses.float32 : "");
}

export function isRight(got: Value, right: Value, limit: number): boolean {
  return isOfForm(got, right) && errorOf(got, right) < limitFor(got, limit);
}

function isOfForm(got: Value, right: Value): boolean {
  if (typeof got === "number" || typeof right === "number") return typeof got === typeof right;
  return sameShape(got.shape, right.shape);
}

/** Why an answer is wrong, as far as the other answers tell. */
export function explain<Input>(quantity: Quantity<Input>, probe: Probe<Input>, got: Value): Finding {
  const causes = recognised(quantity);
  const { right } = probe;
  if (!isOfForm(got, right)) {
    const has = words().hasShape(quantity.name, formText(got), formText(right));
    const known = causes.length > 0 ? causes : (quantity.shapes ?? explainShape)(got, right);
    const finding = because(formText(got), known);
    return known.length > 0 ? { ...finding, diagnosis: `${has}: ${finding.diagnosis}` } : unexplained(formText(got), `${has}: ${words().shapeOther}`);
  }
  const measured = typeof right === "number" ? apart(got as number, right)[0] : formatExponent(errorOf(got, right), 1);
  const example = exampleText(quantity.name, probe, got);
  const limit = typeof right === "number" ? { limit: apart(right, got as number)[0] } : {};
  if (causes.length > 0) return { ...because(measured, causes, example), ...limit };
  const seen = observations(quantity);
  if ([{ got }, ...seen].every((observation) => numbersOf(observation.got).every(Number.isNaN))) return { ...because(measured, ["nanEverywhere"], example), ...limit };
  for (const { input, got: first } of seen) {
    const changed = otherAnswer(quantity, quantity.probes.find((asked) => asked.input === input)!, first);
    if (changed) return changed;
  }
  if (wasSingle(got, right)) return { ...because(measured, ["float32"], example), ...limit };
  const factor = commonFactor(got, right);
  const said = factor === null ? example : `${example}${words().factorFound(numberText(factor))}`;
  return { ...unexplained(measured, quantity.other, said), ...limit };
}

/** By the probes that were asked: their answers stay the same, however many checks ask why. */
const recognisedBefore = new WeakMap<object, readonly Cause[]>();

function recognised<Input>(quantity: Quantity<Input>): readonly Cause[] {
  const causes = recognisedBefore.get(quantity.probes) ?? recognise(observations(quantity), quantity.mistakes());
  recognisedBefore.set(quantity.probes, causes);
  return causes;
}

/** The finding where the same question has another answer now; undefined where it has the same. */
export function otherAnswer<Input>({ name }: Quantity<Input>, { again, right, where }: Probe<Input>, first: Value): Finding | undefined {
  if (!again) return undefined;
  // twice: what is kept for one shape of input has been thrown away by others in between
  for (const _ of [1, 2]) {
    const got = valueOf(name, { right, got: again });
    if (isOfForm(got, first) && numbersOf(got).every((value, i) => Object.is(value, numbersOf(first)[i]))) continue;
    if (!isOfForm(got, first)) return because(formText(got), ["stateKept"]);
    const place = worstPlace(got, first);
    const [now, before] = apart(numbersOf(got)[place]!, numbersOf(first)[place]!);
    const shape = typeof first === "number" ? [] : first.shape;
    return because(now, ["stateKept"], words().answeredAgain(where?.(place) ?? `${name}${indexText(shape, place)}`, before, now));
  }
  return undefined;
}

function observations<Input>({ name, probes }: Quantity<Input>): Observation<Input>[] {
  return probes.flatMap((probe) => {
    try {
      return [{ input: probe.input, got: valueOf(name, probe) }];
    } catch {
      return []; // what stops, or is of another kind, is the finding of that probe's own check
    }
  });
}

/** @throws {NoResult} if it is neither an array nor a number, whichever it is to be */
export function valueOf(name: string, { right, got }: Pick<Probe<never>, "right" | "got">): Value {
  const value = got();
  if (value instanceof NDArray) return typeof right === "number" && value.size === 1 ? lossAsArray(name, value) : value;
  if (typeof value === "number") return value;
  const expected = typeof right === "number" ? words().expectedNumber(name) : words().expectedArray(name);
  throw wrongResult(expected, value, causesOf(value));
}

function lossAsArray(name: string, value: NDArray): never {
  throw wrongResult(words().expectedNumber(name), value, ["lossAsArray"]);
}

function formText(value: Value): string {
  return typeof value === "number" ? words().kinds.primitive("number") : shapeText(value.shape);
}

function measuredText(answers: readonly { readonly probe: Pick<Probe<never>, "right">; readonly got: Value }[]): string {
  const [{ probe, got }] = answers as [(typeof answers)[number]];
  if (typeof probe.right === "number") return numberText(got as number);
  return formatExponent(Math.max(...answers.map((answer) => errorOf(answer.got, answer.probe.right))), 1);
}

/** e.g. "x[0, 1] = -0.7: got -0.07, expected -0.007". */
export function exampleText(name: string, { right, where }: Pick<Probe<never>, "right" | "where">, got: Value): string {
  const place = worstPlace(got, right);
  const [came, expected] = apart(numbersOf(got)[place]!, numbersOf(right)[place]!);
  const shape = typeof right === "number" ? [] : right.shape;
  return words().example(where?.(place) ?? `${name}${indexText(shape, place)}`, came, expected);
}

/** A function that is called once: what it returned, or threw, is kept. */
export function once<T>(call: () => T): () => T {
  let kept: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    if (kept === undefined) {
      try {
        kept = { value: call() };
      } catch (error) {
        kept = { error };
      }
    }
    if ("error" in kept) throw kept.error;
    return kept.value;
  };
}
