import { describe, expect, it } from "vitest";
import { settingsHeatmap } from "../../../src/study/index.js";
import { outcome } from "./trialOutcomes.js";

describe("settingsHeatmap", () => {
  const trials = [
    outcome(0, { rate: 0.01, reg: 1 }, [0.1, 0.2]),
    outcome(1, { rate: 0.001, reg: 1 }, [0.1, 0.3]),
    outcome(2, { rate: 0.001, reg: 0 }, [0.1, 0.4]),
    outcome(3, { rate: 0.01, reg: 0 }, [0.1, 0.9], "diverged"),
    outcome(4, { rate: 0.001, reg: 0 }, [0.1, 0.35], "stopped"),
  ];

  it("shows the best accuracy of each cell, and a cross where trials diverged", () => {
    const { data, layout } = settingsHeatmap(trials, { columns: "rate", rows: "reg" });
    expect(data[0].z).toEqual([[0.4, NaN], [0.3, 0.2]]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["0.400", "×", "0.300", "0.200"]);
    expect([layout.xaxis, layout.yaxis]).toMatchObject([{ ticktext: ["0.001", "0.01"] }, { ticktext: ["0", "1"] }]);
    expect(layout.title).toEqual({ text: "Validation accuracy" });
  });

  it("refuses no trials, and a setting that they lack", () => {
    expect(() => settingsHeatmap([], { columns: "rate", rows: "reg" })).toThrow(
      new RangeError("settingsHeatmap: expected trials with a setting for rate, got no trial"),
    );
    expect(() => settingsHeatmap(trials, { columns: "rate", rows: "hidden" })).toThrow(
      new RangeError("settingsHeatmap: expected trials with a setting for hidden, got one without it"),
    );
  });
});
