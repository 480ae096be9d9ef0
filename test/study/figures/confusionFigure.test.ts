import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { confusionFigure } from "../../../src/study/index.js";

describe("confusionFigure", () => {
  it("has a row for each true class with its counts", () => {
    const { data, layout } = confusionFigure(array([[5, 2], [0, 7]]), ["cat", "dog"], { note: "made up" });
    expect(data[0].z).toEqual([[5, 2], [0, 7]]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["5", "2", "0", "7"]);
    expect([layout.xaxis, layout.yaxis]).toMatchObject([
      { title: { text: "predicted class" }, ticktext: ["cat", "dog"] }, { title: { text: "true class" }, ticktext: ["cat", "dog"] },
    ]);
    expect(layout.title).toEqual({ text: "Confusion matrix<br><sub>made up</sub>" });
  });

  it("refuses a matrix of another size", () => {
    expect(() => confusionFigure(array([[1, 2]]), ["cat", "dog"])).toThrow(
      new RangeError("confusionFigure: expected matrix to have shape (2, 2), got (1, 2)"),
    );
  });
});
