import { describe, expect, it } from "vitest";
import { assertBelow } from "../../src/study/index.js";

describe("assertBelow", () => {
  it("passes below the limit", () => {
    expect(assertBelow("dx error", 1e-10, 1e-9)).toBeUndefined();
  });

  it("stops at the limit, above it and at NaN, and says what came", () => {
    expect(() => assertBelow("dx error", 0.25, 1e-9, "Is it transposed?")).toThrow(
      new RangeError("dx error: expected a value below 1e-09, got 0.25. Is it transposed?"),
    );
    expect(() => assertBelow("dx error", 1e-9, 1e-9)).toThrow("expected a value below 1e-09, got 1e-09");
    expect(() => assertBelow("loss", NaN, 1)).toThrow(new RangeError("loss: expected a value below 1.0, got nan"));
  });
});
