import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { unchangedBy } from "../../../src/study/exercises/unchanged.js";

describe("unchangedBy", () => {
  it("takes NaN that stays for unchanged", () => {
    const x = array([NaN, 1, -0]);
    expect(unchangedBy("the layer", { x }, () => {})).toMatchObject({ measured: "0 elements changed", diagnosis: "" });
  });

  it("sees what compares as equal: -0 for 0, NaN for another NaN's place", () => {
    const [x, w] = [array([0, NaN, 2]), array([5])];
    const found = unchangedBy("the layer", { x, w }, () => {
      x.data[0] = -0;
      x.data[1] = 3;
    });
    expect(found.measured).toBe("2 elements changed");
    expect(found.diagnosis).toMatch(/^the layer changes x in place, 2 of 3 elements/);
    expect(found.diagnosis).not.toContain("changes w");
  });

  it("sees labels and options that are changed, added or taken away", () => {
    const [y, options, kept] = [[3, 1, 2], { reg: 0.1 } as Record<string, number>, { batchSize: 4 }];
    const found = unchangedBy("the step", { y, options, kept }, () => {
      y.pop();
      y[0] = 0;
      options["rate"] = 1;
    });
    expect(found.measured).toBe("3 elements changed");
    expect(found.diagnosis).toMatch(/^the step changes y: it belongs to the caller.*; the step changes options: [^;]*$/);
  });

  it("tells of every array that changed", () => {
    const [x, w] = [array([1, 2]), array([5])];
    const { measured, diagnosis } = unchangedBy("the step", { x, w }, () => {
      x.data.fill(0);
      w.data[0] = 6;
    });
    expect(measured).toBe("3 elements changed");
    expect(diagnosis).toMatch(/the step changes x in place, 2 of 2 elements[^;]*.*; the step changes w in place, 1 of 1 elements/s);
  });
});
