import { expect, test } from "vitest";
import { formatRepr } from "../../../src/numeric/print/number.js";

// repr(x) in Python
test.each([
  [1, "1.0"],
  [100, "100.0"],
  [12.5, "12.5"],
  [0.1, "0.1"],
  [-0.03, "-0.03"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [1.5e-7, "1.5e-07"],
  [1e15, "1000000000000000.0"],
  [9999999999999998, "9999999999999998.0"],
  [1e16, "1e+16"],
  [123456789012345680, "1.2345678901234568e+17"],
  [5e-324, "5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [0, "0.0"],
  [-0, "-0.0"],
  [NaN, "nan"],
  [-Infinity, "-inf"],
])("%d is %s", (x, text) => {
  expect(formatRepr(x)).toBe(text);
});

// str(np.float32(x)) in NumPy
test.each([
  [0.1, "0.1"],
  [1 / 3, "0.33333334"],
  [29628.812, "29628.812"],
  [16777216, "16777216.0"],
  [3.4e38, "3.4e+38"],
  [1e-45, "1e-45"],
  [1e-4, "1e-04"], // the float32 lies below 1e-4
])("%d as a float32 is %s", (x, text) => {
  expect(formatRepr(Math.fround(x), "float32")).toBe(text);
});
