import { expect, test } from "vitest";
import { checkList } from "../../../src/numeric/arguments/check.js";
import { zeros } from "../../../src/index.js";
import { accuracyFigure, confusionFigure, lineFigure, lossFigure } from "../../../src/study/index.js";

test("takes a list, and nothing else", () => {
  expect(checkList("f", "x", [])).toBeUndefined();
  expect(() => checkList("f", "x", { length: 0 })).toThrow(new TypeError("f: expected x to be a list, got an object with length"));
});

test.each([
  [() => lossFigure(zeros(3) as never), "lossFigure: expected lossHistory to be a list, got an NDArray"],
  [() => accuracyFigure(undefined as never, []), "accuracyFigure: expected trainAccHistory to be a list, got undefined"],
  [() => accuracyFigure([], 0.5 as never), "accuracyFigure: expected valAccHistory to be a list, got 0.5"],
  [() => lineFigure({ lines: [] } as never), "lineFigure: expected panels to be a list, got an object with lines"],
  [() => lineFigure([[1, 2]] as never), "lineFigure: expected a panel's lines to be a list, got undefined"],
  [() => confusionFigure(zeros([2, 2]), undefined as never), "confusionFigure: expected classNames to be a list, got undefined"],
])("is checked: %s", (call, text) => {
  expect(call).toThrow(new TypeError(text));
});
