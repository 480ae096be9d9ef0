import { describe, expect, it } from "vitest";
import { TRACE_TYPES } from "../../../src/notebook/figure/checkTraces.js";
import { figureSvg } from "../../../src/notebook/figure/figureSvg.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import { plotlyWindow } from "../../../src/notebook/figure/plotlyWindow.js";

const settle = (data: object[], layout: object = {}) => plainFigure({ data, layout }, {}, figureTemplate);
/** Something of each type that can be seen, and how Plotly names its element. */
const SEEN: Readonly<Record<(typeof TRACE_TYPES)[number], readonly [object, RegExp]>> = {
  scatter: [{ y: [1, 2] }, /class="js-line"/],
  bar: [{ y: [1, 2] }, /class="point"/],
  box: [{ y: [1, 2, 5] }, /class="box"/],
  violin: [{ y: [1, 2, 5] }, /class="violin"/],
  histogram: [{ x: [1, 2, 2] }, /class="point"/],
  heatmap: [{ z: [[1, 2]] }, /<image /],
  contour: [{ z: [[1, 2], [2, 1]] }, /class="contourfill"/],
  histogram2d: [{ x: [1, 2, 2], y: [1, 1, 2] }, /<image /],
  histogram2dcontour: [{ x: [1, 2, 2], y: [1, 1, 2] }, /class="contourlines"/],
  pie: [{ values: [1, 2] }, /class="slice"/],
  scatterternary: [{ a: [1], b: [2], c: [3], mode: "markers" }, /class="point"/],
};

describe("trace types", () => {
  it("are those of the bundle, but for pictures", () => {
    const { traces } = (plotlyWindow().plotly as unknown as { PlotSchema: { get(): { traces: object } } }).PlotSchema.get();
    expect([...TRACE_TYPES, "image"].sort()).toEqual(Object.keys(traces).sort());
  });

  it.each(Object.entries(SEEN))("draws %s", (type, [trace, element]) => {
    expect(figureSvg(settle([{ type, ...trace }]))).toMatch(element);
  });

  it.each([
    ["surface", '"contour"'], ["scatter3d", '"scatter"'], ["scattergl", '"scatter"'], ["scater", '"scatter"'], ["Scatter", '"scatter"'],
    ["line", '"pie"'], ["heatmapgl", '"heatmap"'], ["histogram2dcontuor", '"histogram2dcontour"'], ["candlestick", '"box"'], ["table", "showTable(...)"],
    ["scatterpolar", '"scatter"'], ["treemap", '"pie"'], ["parcoords", "the figure of parallelCoordinates(...)"],
    ["mesh3d", '"contour"'], ["isosurface", '"contour"'], ["volume", '"contour"'], ["contourcarpet", '"contour"'], ["densitymap", '"heatmap"'], ["ohlc", '"box"'],
    ["sunburst", '"pie"'], ["icicle", '"pie"'], ["funnelarea", '"pie"'], ["funnel", '"bar"'], ["waterfall", '"bar"'], ["splom", '"scatter"'],
  ])("refuses %s and names the nearest", (type, nearest) => {
    const text = `showFigure: expected the type of data[1] to be one of ${TRACE_TYPES.join(", ")}, got "${type}"; nearest is ${nearest}`;
    expect(() => settle([{ y: [1] }, { type, x: [1], y: [1], z: [[1]] }])).toThrow(new RangeError(text));
  });

  it("refuses types and traces that are none", () => {
    expect(() => settle([{ type: 3, y: [1] }])).toThrow(/got 3$/);
    expect(() => settle([{ type: null, y: [1] }])).toThrow(/got null$/);
    expect(() => settle([5 as never])).toThrow(new TypeError('showFigure: expected data[0] to be a trace such as { type: "scatter", y: [1, 2] }, got 5'));
    expect(() => settle([null as never])).toThrow(/got null$/);
    expect(() => settle([[1, 2]])).toThrow(/got a list of 2$/);
  });
});

describe("figures with nothing to see", () => {
  it.each([
    ["no numbers", [{ y: [] }, { x: [], y: [] }]],
    ["NaN alone", [{ y: [NaN, NaN] }]],
    ["x without y", [{ x: [1, 2], y: [NaN, NaN] }]],
    ["an empty matrix", [{ type: "heatmap", z: [[]] }]],
    ["values of another type", [{ type: "scatter", values: [] }]],
    ["no values at all", [{ type: "bar", name: "a" }]],
    ["lists of what is not there", [{ y: [undefined, null] }]],
  ])("are refused: %s", (_, data) => {
    expect(() => settle(data)).toThrow(
      new RangeError("showFigure: expected at least one trace with a number to draw, got only empty lists and NaN. Has the training diverged?"),
    );
  });

  it("are not those with one trace to see, or with shapes or words", () => {
    for (const layout of [{ shapes: [{ type: "rect" }] }, { annotations: [{ text: "a" }] }]) expect(() => settle([{ y: [] }], layout)).not.toThrow();
    expect(() => settle([{ y: [] }, { y: [NaN, 1] }])).not.toThrow();
    expect(() => settle([{ type: "box", q1: [1], median: [2], q3: [3] }])).not.toThrow();
    for (const layout of [{ shapes: [] }, { annotations: [] }]) expect(() => settle([{ y: [] }], layout)).toThrow(RangeError);
  });

  it.each(["x", "y", "z", "a", "b", "c", "values", "labels", "q1", "median", "q3"])("are those whose %s is empty, and not those that have one", (name) => {
    expect(() => settle([{ [name]: [1] }])).not.toThrow();
    expect(() => settle([{ x: [1], y: [1], [name]: [] }])).toThrow(/^showFigure: expected at least one trace/);
  });
});
