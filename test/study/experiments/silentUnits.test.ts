import { describe, expect, it } from "vitest";
import { array, zeros } from "../../../src/index.js";
import { silentUnits } from "../../../src/study/index.js";

describe("silentUnits", () => {
  it("names the units that are above 0 for no example; 0 itself is silent", () => {
    expect(silentUnits(array([[-1, 2, 0, -3], [-2, -5, 0, 1e-9]]))).toEqual([0, 2]);
    expect(silentUnits(array([[1, 2]]))).toEqual([]);
  });

  it("refuses what is not a matrix", () => {
    expect(() => silentUnits(zeros(3))).toThrow(new RangeError("silentUnits: expected preactivations to have shape (N, H), got (3,)"));
  });
});
