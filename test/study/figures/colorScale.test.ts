import { describe, expect, it } from "vitest";
import { AMOUNT_SCALE, amountColor, inkOn } from "../../../src/study/figures/colorScale.js";

const lightness = (color: string) => {
  const [red, green, blue] = /rgb\((\d+), (\d+), (\d+)\)/.exec(color)!.slice(1).map(Number);
  return 0.299 * red! + 0.587 * green! + 0.114 * blue!;
};

describe("amountColor", () => {
  it("goes from pale to dark, evenly in between, and stays at its ends", () => {
    expect([amountColor(0), amountColor(-3)]).toEqual(["rgb(238, 242, 247)", "rgb(238, 242, 247)"]);
    expect([amountColor(1), amountColor(1.5)]).toEqual(["rgb(5, 34, 84)", "rgb(5, 34, 84)"]);
    expect(amountColor(0.125)).toBe("rgb(202, 222, 237)"); // half-way between the first two stops
    const steps = Array.from({ length: 21 }, (_, i) => lightness(amountColor(i / 20)));
    expect(steps.every((step, i) => i === 0 || step < steps[i - 1])).toBe(true);
  });

  it("is Plotly's scale too", () => {
    expect(AMOUNT_SCALE.map(([at]) => at)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(AMOUNT_SCALE.map(([, color]) => color)).toEqual([0, 0.25, 0.5, 0.75, 1].map(amountColor));
  });
});

describe("inkOn", () => {
  it("is black on pale and on nothing, white on dark", () => {
    expect([0, 0.3, 0.7, 1, NaN].map(inkOn)).toEqual(["#000000", "#000000", "#FFFFFF", "#FFFFFF", "#000000"]);
  });
});
