import { expect, test } from "vitest";
import { describeValue } from "../../../src/numeric/arguments/describeValue.js";
import { zeros } from "../../../src/index.js";

class Example {}

test.each([
  [undefined, "undefined"],
  [null, "null"],
  [NaN, "NaN"],
  [-1.5, "-1.5"],
  [true, "true"],
  ["adam", '"adam"'],
  ["x".repeat(40), `"${"x".repeat(40)}"`],
  ["x".repeat(41), `"${"x".repeat(40)}…"`],
  [12n, "12n"],
  [Symbol("s"), "a symbol"],
  [() => 0, "a function"],
  [[1, [2]], "a list of 2"],
  [{}, "an empty object"],
  [Object.create(null), "an empty object"],
  [{ dx: 1, dw: 2, db: 3 }, "an object with dx, dw, db"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "an object with a, b, c, d, e"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, "an object with a, b, c, d, e, ..."],
  [zeros(3), "an NDArray"],
  [new Example(), "an Example"],
  [new Date(0), "a Date"],
  [new Float64Array(3), "a Float64Array"],
  [Promise.resolve(1), "a Promise"],
])("%o", (value, text) => {
  expect(describeValue(value)).toBe(text);
});
