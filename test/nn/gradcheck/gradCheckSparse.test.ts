import { describe, expect, it } from "vitest";
import { gradCheckSparse, RandomState, zeros } from "../../../src/index.js";
import { spaced } from "../../fixtures/spaced.js";

describe("gradCheckSparse", () => {
  const x = () => spaced(-1, 2, 30, 20);
  const f = (v: ReturnType<typeof x>) => v.mul(v).sum();

  it("checks random positions and reports each", () => {
    const lines: string[] = [];
    const checked = x();
    const checks = gradCheckSparse(f, checked, x().mul(2), { random: new RandomState(231), log: (line) => lines.push(line) });
    expect(checks).toHaveLength(10);
    for (const { index, numeric, analytic, relError } of checks) {
      expect(analytic).toBe(2 * x().data[index]);
      expect(Math.abs(numeric - analytic)).toBeLessThan(1e-7);
      expect(relError).toBeLessThan(1e-6);
    }
    expect(new Set(checks.map(({ index }) => index)).size).toBeGreaterThan(5);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(/^numerical: -?\d\.\d{6} analytic: -?\d\.\d{6}, relative error: \d\.\d{6}e-\d\d$/);
    expect(checked.data).toEqual(x().data);
  });

  it("tells a gradient that is wrong by 0.1 %", () => {
    const checks = gradCheckSparse(f, x(), x().mul(2.002), { numChecks: 3 });
    expect(Math.min(...checks.map(({ relError }) => relError))).toBeGreaterThan(4e-4);
  });

  it("refuses float32, another shape, nothing to check, and no checks", () => {
    expect(() => gradCheckSparse(f, zeros(2, "float32"), zeros(2))).toThrow(
      new TypeError('gradCheckSparse: expected x to be float64, got float32; a numeric gradient needs the digits: x.astype("float64")'),
    );
    expect(() => gradCheckSparse(f, x(), zeros(600))).toThrow(
      new RangeError("gradCheckSparse: expected gradient to have shape (30, 20), got (600,)"),
    );
    expect(() => gradCheckSparse(f, zeros(0), zeros(0))).toThrow(
      new RangeError("gradCheckSparse: expected x to have elements, got an empty array"),
    );
    expect(() => gradCheckSparse(f, x(), x(), { numChecks: 0 })).toThrow(
      new RangeError("gradCheckSparse: expected numChecks to be a whole number of 1 or more, got 0"),
    );
  });
});
