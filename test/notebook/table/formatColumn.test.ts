import { expect, it } from "vitest";
import { formatColumn } from "../../../src/notebook/table/formatColumn.js";

it.each([
  ["whole numbers as they are", [1, -20, 300], ["1", "-20", "300"]],
  ["fractions with as many decimals as the column needs", [0.5, 0.25, 1], ["0.50", "0.25", "1.00"]],
  ["at most four decimals", [1 / 3, 12.5], ["0.3333", "12.5000"]],
  ["small numbers with exponents", [1.83e-8, 3.28e-10, 2.53e-7], ["1.83e-08", "3.28e-10", "2.53e-07"]],
  ["exponents without empty decimals", [1e-4, 3e-4, 1e-3], ["1e-04", "3e-04", "1e-03"]],
  ["a column with one small number all in one way", [0.5, 1e-5, 0], ["5e-01", "1e-05", "0e+00"]],
  ["large fractions with exponents", [1234567.5, 0.1], ["1.23e+06", "1.00e-01"]],
  ["whole numbers up to a million of millions of thousands", [999999999999999, -5], ["999999999999999", "-5"]],
  ["larger ones with exponents", [1e15, 0.5], ["1e+15", "5e-01"]],
  ["a thousandth without exponents, and less with them", [0.001, 0.0015], ["0.0010", "0.0015"]],
  ["a million with exponents, and less without them", [1e6 - 0.5, 0.5], ["999999.5", "0.5"]],
  ["a million of fractions with exponents", [1e6, 0.5], ["1e+06", "5e-01"]],
  ["negative numbers like positive ones", [-1234567.5, -0.0001], ["-1.23e+06", "-1.00e-04"]],
  ["at most two decimals with exponents", [1.23456e-8], ["1.23e-08"]],
  ["what is no number", [NaN, Infinity, -Infinity, 0.5], ["NaN", "inf", "-inf", "0.5"]],
  ["what is missing", [null, undefined, 3], ["", "", "3"]],
  ["text and truth", ["W1", true, ["a"], new Date(0)], ["W1", "true", '["a"]', "1970-01-01T00:00:00.000Z"]],
])("shows %s", (_, values, expected) => {
  expect(formatColumn(values)).toEqual(expected);
});

const circular: Record<string, unknown> = { a: 1 };
circular["b"] = circular;

it.each([
  ["an invalid date", new Date(NaN), "NaT"],
  ["a big integer", 10n, "10"],
  ["one inside an object", { a: 10n }, "{ a: 10n }"],
  ["an object that holds itself", circular, "<ref *1> { a: 1, b: [Circular *1] }"],
  ["an object without JSON", { toJSON: () => undefined }, "{ toJSON: [Function: toJSON] }"],
  ["a symbol", Symbol("a"), "Symbol(a)"],
])("shows %s, as text", (_, value, expected) => {
  expect(formatColumn([value])).toEqual([expected]);
});
