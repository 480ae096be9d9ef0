import { describe, expect, it } from "vitest";
import { shortArray, shortNumber } from "../../../src/study/figures/shortNumber.js";
import { array } from "../../../src/index.js";

describe("shortNumber", () => {
  it("has as many decimals as it needs, up to two, and a real minus", () => {
    expect([1, -0.5, 0.25, 1 / 3, -2 / 3, 100].map((x) => shortNumber(x))).toEqual(["1", "−0.5", "0.25", "0.33", "−0.67", "100"]);
  });

  it("keeps the zeros of whole numbers", () => {
    expect([shortNumber(100, 0), shortNumber(-20, 0), shortNumber(1000)]).toEqual(["100", "−20", "1000"]);
  });

  it("has no negative zero, and names what is no number", () => {
    expect([-0, -0.001, Number.NaN, -Infinity].map((x) => shortNumber(x))).toEqual(["0", "0", "nan", "−inf"]);
  });

  it("rounds to other decimals on request", () => {
    expect([shortNumber(Math.PI, 4), shortNumber(Math.PI, 0)]).toEqual(["3.1416", "3"]);
  });
});

describe("shortArray", () => {
  it("gives a vector one line and a matrix one for each row", () => {
    expect(shortArray(array([1, -0.5]))).toBe("[1, −0.5]");
    expect(shortArray(array([[1, 2], [3, 0.125]]), 3)).toBe("[1, 2]<br>[3, 0.125]");
  });
});
