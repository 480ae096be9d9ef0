import { expect, test } from "vitest";
import { roundedLog } from "../../../src/numeric/random/roundedLog.js";

// float(mpmath.log(x)) at 200 bits. NumPy rounds the first four the other way, Math.log those after.
test.each([
  [0.6400189912242148, -0.446257429280842],
  [0.9035672245381867, -0.1014047671375639],
  [0.6515848719461371, -0.42834761930378346],
  [0.9428028342838988, -0.05889810168380281],
  [0.5821620360643678, -0.5410064575185306],
  [0.39122819049566204, -0.9384642818235586],
  [0.5867985714381407, -0.5330736672116031],
  [0.28420116374879145, -1.2580729685041867],
  [0.2927207490124871, -1.2285361994725765],
  [0.8917110704451572, -0.11461311092996761],
  [0.7069650956556235, -0.34677398395686915],
  [0.08489477216546804, -2.4663427639392066],
])("log(%d) is %d", (x, expected) => {
  expect(roundedLog(x)).toBe(expected);
});

test.each([
  ["smallest subnormal", 5e-324, -744.4400719213812],
  ["subnormal", 1e-310, -713.8013788281542],
  ["smallest normal", 2.2250738585072014e-308, -708.3964185322641],
  ["one that needs the last term of the series", 0.9927841244221668, -0.0072420359305444435],
  ["another one that needs it", 0.9933924127982654, -0.006629513948013948],
  ["half", 0.5, -0.6931471805599453],
  ["one", 1, 0],
  ["one less a bit", 1 - 2 ** -53, -1.1102230246251565e-16],
  ["one and a bit", 1 + 2 ** -52, 2.2204460492503128e-16],
  ["below the root of a half", 0.7071067811865475, -0.34657359027997275],
  ["above the root of a half", 0.7071067811865476, -0.3465735902799726],
  ["below the root of two", 1.414213562373095, 0.3465735902799726],
  ["above the root of two", 1.4142135623730951, 0.3465735902799727],
  ["large, but not too large to be scaled", 1e300, 690.7755278982137],
  ["large", 1e308, 709.1962086421661],
  ["zero", 0, -Infinity],
  ["infinity", Infinity, Infinity],
  ["negative", -1, NaN],
  ["nan", NaN, NaN],
])("%s", (_, x, expected) => {
  expect(roundedLog(x)).toBe(expected);
});
