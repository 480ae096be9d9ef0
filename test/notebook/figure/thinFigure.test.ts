import { describe, expect, it } from "vitest";
import { figureSvg } from "../../../src/notebook/figure/figureSvg.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";

const settle = (data: object[], layout: object = {}) => plainFigure({ data, layout }, {}, figureTemplate);
const count = (N: number) => Array.from({ length: N }, (_, i) => i);
const wave = (N: number) => count(N).map((i) => Math.sin(i / 50));
const lengthOf = (trace: object, name = "y") => ((trace as Record<string, unknown[]>)[name] ?? []).length;
const titleOf = ({ layout }: { layout: Record<string, unknown> }) => (layout["title"] as { text: string } | undefined)?.text;

describe("figures of many points", () => {
  it("are drawn with some of their markers, and say so", () => {
    const N = 50_000;
    const figure = settle([{ mode: "markers", x: count(N), y: wave(N), marker: { size: count(N), colorscale: [[0, "red"], [1, "blue"]] } }], { title: { text: "Cloud" } });
    const [trace] = figure.data as [{ x: number[]; y: number[]; marker: { size: number[]; colorscale: unknown[] } }];
    expect(trace.x).toHaveLength(5000);
    expect([trace.x[0], trace.x.at(-1)]).toEqual([0, N - 1]);
    expect(trace.marker.size).toEqual(trace.x);
    expect(trace.marker.colorscale).toHaveLength(2);
    expect(trace.y[7]).toBe(Number(Math.sin(trace.x[7] / 50).toPrecision(8)));
    expect(titleOf(figure)).toBe("Cloud<br><sub>5,000 of 50,000 points drawn</sub>");
  });

  it.each([
    ["markers", [{ mode: "markers", y: wave(6000) }], [5000]],
    ["lines with markers", [{ mode: "lines+markers", y: wave(6000) }], [5000]],
    ["bars", [{ type: "bar", y: wave(10_000) }], [5000]],
    ["error bars", [{ mode: "lines", y: wave(6000), error_y: { type: "data", array: wave(6000) } }], [5000]],
    ["markers with error bars", [{ mode: "markers", y: wave(6000), error_y: { type: "data", array: wave(6000) } }], [2500]],
    ["words", [{ mode: "text", y: wave(2000), text: count(2000).map(String) }], [1000]],
    ["several traces, by their shares", [{ mode: "markers", y: wave(4000) }, { mode: "markers", y: wave(16_000) }, { y: wave(3000) }], [1000, 4000, 3000]],
    ["long lines", [{ y: wave(100_000) }], [20_000]],
  ])("%s", (_, data, expected) => {
    const lengths = settle(data).data.map((trace) => lengthOf(trace));
    for (const [i, length] of lengths.entries()) {
      expect(length).toBeLessThanOrEqual(expected[i] + 2);
      expect(length).toBeGreaterThan(expected[i] * 0.05);
    }
  });

  it.each([
    ["markers", [{ mode: "markers", y: wave(6000) }], [5000]],
    ["one more than can be drawn", [{ mode: "markers", y: wave(5001) }], [5000]],
    ["lines with markers", [{ mode: "lines+markers", y: wave(6000) }], [5000]],
    ["bars, whatever their mode", [{ type: "bar", mode: "lines", y: wave(10_000) }], [5000]],
    ["error bars", [{ mode: "lines", y: wave(6000), error_y: {} }], [5000]],
    ["error bars both ways", [{ mode: "lines", y: wave(6000), error_x: {}, error_y: {} }], [2500]],
    ["markers with error bars", [{ mode: "markers", y: wave(6000), error_y: {} }], [2500]],
    ["words", [{ mode: "text", y: wave(2000) }], [1000]],
    ["markers with words", [{ mode: "markers+text", y: wave(2000) }], [833]],
    ["points between three axes", [{ type: "scatterternary", mode: "markers", a: wave(6000), b: wave(6000), c: wave(6000), y: undefined }], [5000]],
    ["the shorter of two lists", [{ mode: "markers", x: count(9000), y: wave(6000) }], [5000]],
    ["two for each trace at least", [{ mode: "markers", y: wave(3) }, { mode: "markers", y: wave(100_000) }], [2, 4999]],
    ["areas on top of each other, at the same places", [{ mode: "lines", stackgroup: "a", y: wave(30_000) }, { mode: "lines", stackgroup: "a", y: wave(10_000) }], [15_000, 5000]],
  ])("%s are as many as can be drawn", (_, data, expected) => {
    expect(settle(data).data.map((trace) => lengthOf(trace, trace["type"] === "scatterternary" ? "a" : "y"))).toEqual(expected);
  });

  it("have markers of their own accord where they are few, and none where they are 20", () => {
    const rest = { mode: "markers", y: wave(5000) };
    expect(settle([{ y: wave(20) }, rest]).layout["title"]).toBeUndefined();
    expect(titleOf(settle([{ y: wave(19) }, rest]))).toMatch(/ of 5,019 points drawn/);
  });

  it("lie where they lay along an axis that goes without saying, x or y", () => {
    const [across, down, both] = settle([{ mode: "markers", y: wave(10_000) }, { mode: "markers", x: wave(10_000), y0: 1, dy: 0.5 }, { mode: "markers", x: count(10_000), y: wave(10_000) }]).data as { x: number[]; y: number[] }[];
    expect([across!.x[0], across!.x[1], across!.x.at(-1)]).toEqual([0, 6, 9999]);
    expect([down!.y[0], down!.y[1], down!.y.at(-1)]).toEqual([1, 4, 1 + 0.5 * 9999]);
    expect(both!.x).toEqual(across!.x);
  });

  it("keep of a line the lowest and the highest of each stretch, also along y and past gaps", () => {
    const x = count(100_000).map((i) => (i === 500 ? -50 : i === 70_000 ? 50 : i % 3 === 0 ? null : 0));
    const [trace] = settle([{ mode: "lines", x }]).data as [{ x: number[]; y: number[] }];
    expect([trace.y[trace.x.indexOf(-50)], trace.y[trace.x.indexOf(50)]]).toEqual([500, 70_000]);
    expect(trace.y.every((value, i) => i === 0 || value > trace.y[i - 1]!)).toBe(true);
    const [gaps] = settle([{ mode: "lines", y: Array(100_000).fill(null).with(5, 1) }]).data as [{ x: number[] }];
    expect(gaps.x).toEqual([0, 5, 99_999]);
  });

  it("keep a line's peaks, places and ends", () => {
    const y = wave(100_000).map((value, i) => (i === 31_415 ? 50 : value));
    const figure = settle([{ mode: "lines", y, x0: 10, dx: 2 }]);
    const [trace] = figure.data as [{ x: number[]; y: number[] }];
    expect(Math.max(...trace.y)).toBe(50);
    expect(trace.x[trace.y.indexOf(50)]).toBe(10 + 2 * 31_415);
    expect([trace.x[0], trace.x.at(-1)]).toEqual([10, 10 + 2 * 99_999]);
    expect(titleOf(figure)).toMatch(/^<sub>[\d,]+ of 100,000 points drawn<\/sub>$/);
  });

  it("add to a note that is there", () => {
    expect(titleOf(settle([{ mode: "markers", y: wave(6000) }], { title: "Loss<br><sub>synthetic</sub>" }))).toBe("Loss<br><sub>synthetic; 5,000 of 6,000 points drawn</sub>");
    const { layout } = settle([{ mode: "markers", y: wave(1_000_006) }], { title: { text: "Loss", x: 0.1 } });
    expect(layout["title"]).toEqual({ text: "Loss<br><sub>5,000 of 1,000,006 points drawn</sub>", x: 0.1 });
    expect(titleOf(settle([{ mode: "markers", y: wave(6000) }], { title: "x<sub>1</sub> and<br><sub>x<sub>2</sub></sub>" }))).toBe("x<sub>1</sub> and<br><sub>x<sub>2</sub>; 5,000 of 6,000 points drawn</sub>");
    expect(titleOf(settle([{ mode: "markers", y: wave(6000) }], { title: null as never }))).toBe("<sub>5,000 of 6,000 points drawn</sub>");
  });

  it("show of many values beside boxes and violins only the outliers, of very many none", () => {
    const trace = (N: number, all: object) => settle([{ y: wave(N), ...all }]).data[0];
    expect(trace(6000, { type: "box", boxpoints: "all" })).toMatchObject({ boxpoints: "outliers" });
    expect(trace(6000, { type: "violin", points: "all" })).toMatchObject({ points: "outliers" });
    expect(trace(60_000, { type: "box" })).toMatchObject({ boxpoints: false });
    expect(trace(60_000, { type: "box" })["y"]).toHaveLength(60_000);
    expect(trace(60_000, { type: "violin" })).toMatchObject({ points: false });
    expect(trace(50_000, { type: "box", boxpoints: "all" })).toMatchObject({ boxpoints: "outliers" });
    expect(trace(6000, { type: "box", boxpoints: "suspectedoutliers" })).toMatchObject({ boxpoints: "suspectedoutliers" });
    expect(trace(6000, { type: "histogram", points: "all" })).toMatchObject({ points: "all" });
    expect(trace(5000, { type: "box", boxpoints: "all" })).toMatchObject({ boxpoints: "all" });
    expect(settle([{ type: "box", x: wave(6000), boxpoints: "all" }]).data[0]).toMatchObject({ boxpoints: "outliers" });
    expect(trace(3000, { type: "box", boxpoints: "all" })).toMatchObject({ boxpoints: "all" });
  });

  it("leave alone what is drawn in a moment", () => {
    const small = [{ mode: "markers", y: wave(5000) }, { type: "histogram", x: wave(100_000) }, { mode: "lines", y: wave(20_000) }];
    const figure = settle(small);
    expect(figure.data.map((trace) => lengthOf(trace) || lengthOf(trace, "x"))).toEqual([5000, 100_000, 20_000]);
    expect(figure.layout["title"]).toBeUndefined();
  });

  it("are drawn with as many as are left", () => {
    const figure = settle([{ mode: "markers", y: wave(50_000) }]);
    expect([...figureSvg(figure).matchAll(/<path class="point"/g)]).toHaveLength(5000);
  });
});
