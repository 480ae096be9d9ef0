import { expect, test } from "vitest";
import { floatFormat } from "../../../src/numeric/print/floatFormat.js";

// The elements of str(np.array(values)) in NumPy
test.each<[string, number[], string[]]>([
  ["whole numbers", [0, 1, 10], [" 0.", " 1.", "10."]],
  ["decimals as needed, the point in one column", [0.1, 0.25, -3], [" 0.1 ", " 0.25", "-3.  "]],
  ["at most eight decimals", [1 / 3, 2 / 3], ["0.33333333", "0.66666667"]],
  ["fewer if zeros come out", [0.12000000001, 1], ["0.12", "1.  "]],
  ["the last digit by the exact value", [0.1234567850000001, 1], ["0.12345679", "1.        "]],
  ["no digits past those that read back", [99999999.1, 1e6], ["99999999.1", " 1000000. "]],
  ["1e-4 without an exponent", [1e-4, 0.05], ["0.0001", "0.05  "]],
  ["less with", [9.9e-5, 0.05], ["9.9e-05", "5.0e-02"]],
  ["a ratio of 1000 without an exponent", [1, 1000], ["   1.", "1000."]],
  ["a larger one with", [1, 1001], ["1.000e+00", "1.001e+03"]],
  ["below 1e8 without an exponent", [99999999, 1e5], ["99999999.", "  100000."]],
  ["from 1e8 with", [1e8, 1e5], ["1.e+08", "1.e+05"]],
  ["three digits of exponent in all", [1e-300, 1e300, 0, -0], [" 1.e-300", " 1.e+300", " 0.e+000", "-0.e+000"]],
  ["a mantissa rounded up to ten", [9.9999999999, 1e-9], ["1.e+01", "1.e-09"]],
  ["exact digits past the shortest", [5e-324, 1.23456e-300], ["4.94066e-324", "1.23456e-300"]],
  ["negative zero", [0, -0], [" 0.", "-0."]],
  ["nan and infinity among others", [NaN, 1.5, -Infinity], [" nan", " 1.5", "-inf"]],
  ["nan and infinity alone", [Infinity, NaN], ["inf", "nan"]],
  ["infinity beside an exponent", [-Infinity, 1e-5], ["  -inf", "1.e-05"]],
])("%s", (_, values, texts) => {
  expect(values.map(floatFormat(values, "float64"))).toEqual(texts);
});

// The same of np.array(values, dtype=np.float32)
test.each<[string, number[], string[]]>([
  ["the digits of a float32", [0.1, 1 / 3], ["0.1       ", "0.33333334"]],
  ["a ratio that float32 rounds to 1000", [5349, 5.348999977111816], ["5349.   ", "   5.349"]],
  ["exact digits past the shortest", [1e-5, 1.2345678e-9], ["9.9999997e-06", "1.2345678e-09"]],
  ["all digits before the point", [99999992], ["99999992."]],
])("float32: %s", (_, values, texts) => {
  const singles = values.map(Math.fround);
  expect(singles.map(floatFormat(singles, "float32"))).toEqual(texts);
});
