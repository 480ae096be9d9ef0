import { describe, expect, it } from "vitest";
import { dataSet, gridOf } from "../../../src/play/playground/points.js";
import { dataNames, defaults } from "../../../src/play/playground/settings.js";

describe("dataSet", () => {
  it.each(dataNames)("%s: classes in turn, within the plane, the same for a seed", (data) => {
    const { train, test, numClasses } = dataSet({ ...defaults, data, noise: 1 });
    expect([train.X.shape, test.X.shape]).toEqual([[200, 2], [300, 2]]);
    expect(train.y.slice(0, 4)).toEqual(numClasses === 3 ? [0, 1, 2, 0] : [0, 1, 0, 1]);
    expect(Math.max(...train.X.data, ...test.X.data)).toBeLessThan(3);
    expect(Math.min(...train.X.data, ...test.X.data)).toBeGreaterThan(-3);
    expect(dataSet({ ...defaults, data, noise: 1 }).train.X.data).toEqual(train.X.data);
    expect(dataSet({ ...defaults, data, noise: 1, seed: 2 }).train.X.data).not.toEqual(train.X.data);
  });

  it("adds training points without moving the others, and moves all to where no input is negative", () => {
    const [few, many, off] = [dataSet({ ...defaults, numTraining: 10 }), dataSet(defaults), dataSet({ ...defaults, centred: false })];
    expect(many.test.X.data).toEqual(few.test.X.data);
    expect(many.train.X.data.slice(0, 20)).toEqual(few.train.X.data);
    expect(off.middle).toBe(5);
    expect(off.train.X.sub(5).sub(many.train.X).abs().max()).toBeLessThan(1e-12);
    expect(off.train.X.min()).toBeGreaterThan(0);
  });
});

it("gridOf goes by rows from the top left", () => {
  expect(gridOf(2, 5).toList()).toEqual([[3.5, 6.5], [6.5, 6.5], [3.5, 3.5], [6.5, 3.5]]);
});
