import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { exp, log } from "../../../src/numeric/array/expLog.js";
import { RandomState } from "../../../src/numeric/random/randomState.js";

const EDGES = [0, -0, 1, -1, 0.5 * Math.LN2, 1.5 * Math.LN2, 5e-324, 2 ** -1022, 2 ** -28, -(2 ** -29), 709.782712893384, -708.4, -745.13, Number.MAX_VALUE];

/** Numbers of every size at which the two take another way. */
function numbers(): number[] {
  const random = new RandomState(0);
  const scales = [1, 4, 50, 1500, 1e-8, 1e-3, 1e300];
  return [...EDGES, ...scales.flatMap((scale) => Array.from(random.randn(2000).data, (value) => value * scale))];
}

/** Of the bits of all values. */
const digest = (values: readonly number[]) => createHash("sha256").update(Float64Array.from(values)).digest("hex");

describe("the same bits everywhere", () => {
  // From fdlibm as Node 20 has it in Math.exp and Math.log.
  it("exp", () => expect(digest(numbers().map(exp))).toBe("130ac3abdacd4fe7f35258a61a037205e86ab797e5a51ba931b18d766cbb8153"));
  it("log", () => expect(digest(numbers().map((value) => log(Math.abs(value))))).toBe("365a6f7baec09f8c0cf5ed2dad8e8fce6c334b2f9bdabb999d5bad5383b6c5d8"));
});

it("at the ends", () => {
  expect([Infinity, -Infinity, NaN, 710, -746, 0, 1].map(exp)).toEqual([Infinity, 0, NaN, Infinity, 0, 1, Math.E]);
  expect([Infinity, -1, NaN, 0, -0, 1, Math.E].map(log)).toEqual([Infinity, NaN, NaN, -Infinity, -Infinity, 0, 1]);
});

it("are within an ulp of what this machine has", () => {
  const isNear = (got: number, expected: number) => Object.is(got, expected) || Math.abs(got - expected) <= Math.max(Math.abs(expected) * 2 ** -52, 5e-324);
  expect(numbers().filter((value) => !isNear(exp(value), Math.exp(value)))).toEqual([]);
  expect(numbers().map(Math.abs).filter((value) => !isNear(log(value), Math.log(value)))).toEqual([]);
});
