import { describe, expect, it } from "vitest";
import { parallelCoordinates } from "../../../src/study/index.js";
import { outcome } from "./trialOutcomes.js";

const trials = [
  outcome(0, { rate: 1e-2, hidden: 50 }, [0.4]),
  outcome(1, { rate: 1e-4, hidden: 100 }, [0.2]),
  outcome(2, { rate: 1e-3, hidden: 60 }, [0.3], "stopped"),
  outcome(3, { rate: 1, hidden: 70 }, [0.9], "diverged"),
];
const axes = [{ name: "rate", log: true }, { name: "hidden" }];

describe("parallelCoordinates", () => {
  const { data, layout } = parallelCoordinates(trials, axes);

  it("draws a line across all axes for each trial that did not diverge, the best on top", () => {
    expect(data.map(({ name }) => name)).toEqual(["trial 1", "trial 2", "trial 0"]);
    expect(data[2].x).toEqual([0, 1, 2]);
    const heights = data.map(({ y }) => (y as number[]).map((height) => Number(height.toFixed(12))));
    expect(heights).toEqual([[0, 1, 0], [0.5, 0.2, 0.5], [1, 0, 1]]);
  });

  it("makes the best darkest and widest", () => {
    const lines = data.map(({ line }) => line as { color: string; width: number });
    expect(lines.map(({ width }) => Number(width.toFixed(6)))).toEqual([1.5, 2.5, 3.5]);
    expect(lines[2].color).toBe("rgb(5, 34, 84)");
  });

  it("compares all trials after the same epoch where one is named", () => {
    const slow = outcome(0, { rate: 1e-2, hidden: 50 }, [0.1, 0.2, 0.4]);
    const early = parallelCoordinates([slow, outcome(1, { rate: 1e-4, hidden: 100 }, [0.1, 0.3], "stopped")], axes, { epoch: 1 });
    expect(early.data.map(({ name }) => name)).toEqual(["trial 0", "trial 1"]);
    expect((early.layout.xaxis as { ticktext: string[] }).ticktext.at(-1)).toBe("accuracy, epoch 1");
    expect((early.data[0].text as string[])[2]).toBe("trial 0, accuracy 0.200<br>accuracy, epoch 1: 0.2");
    expect(() => parallelCoordinates(trials, axes, { epoch: 5 })).toThrow(
      new RangeError("parallelCoordinates: expected every trial to be trained for 5 epochs or more, got 0"),
    );
  });

  it("names the axes, and the values at their ends and middles", () => {
    expect((layout.xaxis as { ticktext: string[] }).ticktext).toEqual(["rate", "hidden", "validation accuracy"]);
    const ticks = layout.annotations as { x: number; y: number; text: string }[];
    expect(ticks.map(({ x, y, text }) => [x, y, text])).toEqual([
      [0, 0, "0.0001"], [0, 0.5, "0.001"], [0, 1, "0.01"],
      [1, 0, "50"], [1, 0.5, "75"], [1, 1, "100"],
      [2, 0, "0.2"], [2, 0.5, "0.3"], [2, 1, "0.4"],
    ]);
    expect(layout.shapes).toHaveLength(3);
  });

  it("puts what is the same for all in the middle", () => {
    const single = parallelCoordinates([trials[0]], axes);
    expect(single.data[0].y).toEqual([0.5, 0.5, 0.5]);
    expect((single.layout.annotations as { text: string; y: number }[]).map(({ text, y }) => [text, y])).toEqual([["0.01", 0.5], ["50", 0.5], ["0.4", 0.5]]);
    expect(single.data[0].line).toMatchObject({ color: "rgb(5, 34, 84)" });
  });

  it("says what to point at", () => {
    expect((data[2].text as string[])[1]).toBe("trial 0, accuracy 0.400<br>hidden: 50");
  });

  it("refuses a setting that there is not, and 0 on a logarithmic axis", () => {
    expect(() => parallelCoordinates(trials, [{ name: "reg" }])).toThrow(
      new RangeError("parallelCoordinates: expected every trial to have a reg, got undefined"),
    );
    const unregularised = [outcome(0, { reg: 1 }, [0.4]), outcome(1, { reg: 0 }, [0.3])];
    expect(() => parallelCoordinates(unregularised, [{ name: "reg", log: true }])).toThrow(
      new RangeError("parallelCoordinates: expected every trial to have a reg above 0, got 0"),
    );
  });

  it("refuses a search of which all diverged", () => {
    expect(() => parallelCoordinates([trials[3]], axes)).toThrow(
      new RangeError("parallelCoordinates: expected at least one trial that did not diverge, got none"),
    );
  });
});
