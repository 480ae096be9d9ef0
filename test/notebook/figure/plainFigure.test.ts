import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import type { Figure } from "../../../src/notebook/figure/figure.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";

const template = { layout: {} };
const line = { data: [{ y: [1, 2] }] };

describe("plainFigure", () => {
  it("gives a figure a size and a template", () => {
    expect(plainFigure(line, {}, template)).toEqual({ data: [{ y: [1, 2] }], layout: { template, width: 700, height: 450 } });
  });

  it("keeps what the figure says itself, but for a size that is asked for", () => {
    const figure = { ...line, layout: { template: "none", width: 500, height: 300 } };
    expect(plainFigure(figure, {}, template).layout).toEqual({ template: "none", width: 500, height: 300 });
    expect(plainFigure(figure, { width: 600 }, template).layout).toEqual({ template: "none", width: 600, height: 300 });
  });

  it("takes sizes from 50 to 4000 pixels, whole ones", () => {
    expect(plainFigure(line, { width: 50, height: 4000 }, template).layout).toMatchObject({ width: 50, height: 4000 });
    expect(plainFigure(line, { width: 600.4, height: 300.6 }, template).layout).toMatchObject({ width: 600, height: 301 });
    expect(() => plainFigure(line, { width: 49.9 }, template)).toThrow(/width to be a number of pixels from 50 to 4000, got 49\.9$/);
    expect(() => plainFigure(line, { height: "300" as never }, template)).toThrow(/height to be a number of pixels from 50 to 4000, got "300"$/);
  });

  it("tells where in data or layout something is that has no place there", () => {
    expect(() => plainFigure({ data: [{ y: [1n] }] }, {}, template)).toThrow(/ at data\[0\]\.y\[0\], /);
    expect(() => plainFigure({ ...line, layout: { title: Symbol("a") } }, {}, template)).toThrow(/ at layout\.title, /);
  });

  it("turns typed arrays and NDArrays into lists, and NaN into null", () => {
    const figure = { data: [{ x: Float32Array.of(0.5, NaN), y: Int32Array.of(1, 2), z: array([[1, 2], [3, 4]]), name: undefined }] };
    expect(plainFigure(figure, {}, template).data).toEqual([{ x: [0.5, null], y: [1, 2], z: [[1, 2], [3, 4]] }]);
    expect(Object.keys(plainFigure(figure, {}, template).data[0])).not.toContain("name");
  });

  it("rounds fractions to eight digits and leaves whole numbers alone", () => {
    const y = [1 / 3, 1e-10 / 3, 123456789012];
    expect(plainFigure({ data: [{ y }] }, {}, template).data).toEqual([{ y: [0.33333333, 3.3333333e-11, 123456789012] }]);
  });

  it("does not change the figure", () => {
    const figure = Object.freeze({ data: Object.freeze([Object.freeze({ y: Object.freeze([0.1234567891]) })]) });
    plainFigure(figure, {}, template);
    expect(figure.data[0].y[0]).toBe(0.1234567891);
  });

  it("refuses what is no figure, has no trace or no sensible size", () => {
    expect(() => plainFigure(undefined as unknown as Figure, {}, template)).toThrow(
      new TypeError("showFigure: expected a figure { data: [...], layout: {...} }, got undefined without a list of data"),
    );
    expect(() => plainFigure(null as unknown as Figure, {}, template)).toThrow(/got null without a list of data$/);
    expect(() => plainFigure({ data: "scatter" } as unknown as Figure, {}, template)).toThrow(/got object without a list of data$/);
    expect(() => plainFigure({ data: [] }, {}, template)).toThrow(
      new RangeError("showFigure: expected a figure with at least one trace in data, got none. Was it made from an empty history?"),
    );
    expect(() => plainFigure(line, { width: NaN }, template)).toThrow(new RangeError("showFigure: expected width to be a number of pixels from 50 to 4000, got NaN"));
    expect(() => plainFigure({ ...line, layout: { height: 9000 } }, {}, template)).toThrow(
      new RangeError("showFigure: expected height to be a number of pixels from 50 to 4000, got 9000"),
    );
  });
});
