/** What a function returns, looked at first by its kind: a pair, an array, a number. */
import { NDArray } from "../../numeric/array/ndarray.js";
import type { Cause } from "./diagnoses.js";
import { because, type Finding, saying, unexplained } from "./finding.js";
import { words } from "./words/words.js";

/** Thrown where there is no result that could be looked at further. */
export class NoResult extends Error {
  override readonly name = "NoResult";
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.diagnosis);
    this.finding = finding;
  }
}

/**
 * A result of another kind than its function is to return.
 *
 * @param expected e.g. "expected forward to return [out, cache] with out an NDArray"
 * @param causes what has been told apart from other causes
 */
export function wrongResult(expected: string, got: unknown, causes: readonly Cause[] = []): NoResult {
  const text = `${expected}${words().got(kindOf(got))}`;
  if (causes.length === 0) return new NoResult(unexplained(kindOf(got), text));
  return new NoResult({ ...because(kindOf(got), causes), diagnosis: `${text}: ${saying(causes)}` });
}

/** What a missing return and an async function give, whatever was expected. */
export function causesOf(result: unknown): Cause[] {
  if (result === undefined) return ["returnMissing"];
  return isPromise(result) ? ["asyncFunction"] : [];
}

/** Whether it comes from an async function; what that one throws later is nobody's business any more. */
export function isPromise(value: unknown): boolean {
  if (typeof (value as { then?: unknown } | null | undefined)?.then !== "function") return false;
  (value as PromiseLike<unknown>).then(undefined, () => {});
  return true;
}

/** The two results of a function, and what kind each has to be. */
export interface PairForm {
  /** e.g. "expected forward to return [out, cache] with out an NDArray" */
  readonly expected: string;
  readonly isFirst: (value: unknown) => boolean;
  readonly isSecond: (value: unknown) => boolean;
  /** where the first comes alone */
  readonly alone: Cause;
  /** whether the two are exchanged, where the second can be anything */
  readonly isExchanged?: (pair: readonly [unknown, unknown]) => boolean;
}

/** @throws {NoResult} if the result is not such a pair */
export function pairOf(result: unknown, { expected, isFirst, isSecond, alone, isExchanged }: PairForm): [first: any, second: any] {
  if (Array.isArray(result) && result.length === 2) {
    const [first, second] = result as [unknown, unknown];
    if (isFirst(first) && isSecond(second)) return [first, second];
    const parts = [...causesOf(first), ...causesOf(second)];
    if (parts.includes("asyncFunction")) throw wrongResult(expected, result, ["asyncFunction"]);
    if (isFirst(first) && second === undefined) throw wrongResult(expected, result, [alone]);
    const exchanged = isExchanged ? isExchanged([first, second]) : isFirst(second) && isSecond(first);
    throw wrongResult(expected, result, exchanged ? ["pairExchanged"] : lossCause(first));
  }
  if (isFirst(result) || (Array.isArray(result) && result.length === 1 && isFirst(result[0]))) throw wrongResult(expected, result, [alone]);
  if (isRecordOfPair(result, isFirst)) throw wrongResult(expected, result, ["recordForPair"]);
  throw wrongResult(expected, result, causesOf(result));
}

function lossCause(first: unknown): Cause[] {
  if (first instanceof NDArray) return first.size === 1 ? ["lossAsArray"] : [];
  return Array.isArray(first) && first.flat(Infinity).every((value) => typeof value === "number") ? ["listForArray"] : [];
}

function isRecordOfPair(result: unknown, isFirst: (value: unknown) => boolean): boolean {
  if (typeof result !== "object" || result === null || Array.isArray(result) || result instanceof NDArray) return false;
  const values = Object.values(result);
  return values.length === 2 && isFirst(values[0]);
}

export function isArray(value: unknown): value is NDArray {
  return value instanceof NDArray;
}

/** A value in two or three words. */
export function kindOf(value: unknown): string {
  const { kinds } = words();
  if (value === null || value === undefined) return String(value);
  if (value instanceof NDArray) return kinds.array;
  if (Array.isArray(value)) return value.length === 2 ? kinds.pair(value.map(kindOf).join(", ")) : kinds.list(value.length);
  if (isPromise(value)) return kinds.promise;
  if (typeof value === "object") return kinds.record(Object.keys(value).join(", "));
  return kinds.primitive(typeof value);
}
