import { describe, expect, it } from "vitest";
import { stepSizeFigure } from "../../../src/study/index.js";

describe("stepSizeFigure", () => {
  it("draws measured curves with markers and guides without, on logarithmic axes", () => {
    const { data, layout } = stepSizeFigure([1e-1, 1e-2], [
      { name: "centred", errors: [1e-2, 1e-4] },
      { name: "slope 2", errors: [2e-2, 2e-4], guide: true },
    ]);
    expect(data.map(({ name, mode, x, y }) => [name, mode, x, y])).toEqual([
      ["centred", "lines+markers", [1e-1, 1e-2], [1e-2, 1e-4]],
      ["slope 2", "lines", [1e-1, 1e-2], [2e-2, 2e-4]],
    ]);
    expect(layout).toMatchObject({ xaxis: { type: "log", autorange: "reversed" }, yaxis: { type: "log" } });
    expect(layout.title).toEqual({ text: "Error of the numeric gradient by step" });
  });

  it("leaves out an error of 0", () => {
    expect(stepSizeFigure([1, 2], [{ name: "a", errors: [0, 1e-9] }]).data[0].y).toEqual([NaN, 1e-9]);
  });

  it("refuses a curve of another length", () => {
    expect(() => stepSizeFigure([1, 2], [{ name: "a", errors: [1] }])).toThrow(new RangeError("stepSizeFigure: expected 2 errors for a, got 1"));
  });
});
