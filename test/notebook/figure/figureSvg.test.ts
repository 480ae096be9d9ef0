import { describe, expect, it } from "vitest";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import { figureSvg } from "../../../src/notebook/figure/figureSvg.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";

const svgOf = (data: object[], layout: object = {}) => figureSvg(plainFigure({ data, layout }, {}, figureTemplate));
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const lines = [3, 2, 1].map((y, i) => ({ y: [0, y, y * 2], mode: "lines+markers", name: `line ${i}` }));

describe("figureSvg", () => {
  it("draws lines, markers, axes, title and legend", () => {
    const svg = svgOf(lines, { title: { text: "Loss" }, xaxis: { title: { text: "Epoch" } } });
    expect(svg).toMatch(/^<svg class="main-svg"[^>]* width="700" height="450"/);
    expect(count(svg, /class="js-line"/g)).toBe(6); // each line also in the legend
    expect(count(svg, /<path class="point"/g)).toBe(9);
    for (const text of ["Loss", "Epoch", "line 0", "line 1", "line 2"]) expect(svg).toContain(`>${text}</text>`);
  });

  it("gives each line a dash, a colour and a marker of its own", () => {
    const svg = svgOf(lines);
    const styles = [...svg.matchAll(/<path class="js-line" d="M[^"]*" style="([^"]*)"/g)].map((match) => match[1]);
    const drawn = styles.filter((style) => style.includes("stroke: rgb"));
    expect(new Set(drawn.map((style) => /stroke: [^;]*/.exec(style)![0])).size).toBe(3);
    expect(new Set(drawn.map((style) => /stroke-dasharray: [^;]*/.exec(style)?.[0])).size).toBe(3);
    const markers = [...svg.matchAll(/<path class="point"[^>]* d="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(markers).size).toBe(3);
  });

  it("makes room for long labels", () => {
    const left = (label: string) => Number(/<clipPath class="axesclip"[^>]*x"><rect x="([\d.]+)"/.exec(svgOf([{ type: "bar", orientation: "h", x: [1], y: [label] }]))![1]);
    expect(left("W".repeat(20)) - left("W".repeat(10))).toBeCloseTo(10 * 0.944 * 14, 0);
  });

  it("draws bars with errors, histograms, boxes, heatmaps and contours", () => {
    expect(count(svgOf([{ type: "bar", x: ["a", "b"], y: [1, 2], error_y: { type: "data", array: [0.1, 0.2] } }]), /class="yerror"/g)).toBe(2);
    expect(count(svgOf([{ type: "histogram", x: [1, 1, 2, 5], xbins: { start: 0.5, end: 5.5, size: 1 } }]), /<g class="point">/g)).toBe(5);
    expect(svgOf([{ type: "box", y: [1, 2, 3, 9] }])).toContain('class="box"');
    expect(svgOf([{ type: "contour", z: [[1, 2], [3, 4]], contours: { showlabels: true } }])).toContain('class="contourlines"');
    const heatmap = svgOf([{ type: "heatmap", z: [[1, 2], [3, 4]], texttemplate: "%{z}" }]);
    expect(heatmap).toMatch(/<image [^>]*xlink:href="data:image\/png;base64,/);
    expect(heatmap).not.toContain("pixelated"); // which not every viewer knows
    expect(count(heatmap, /class="heatmap-label"/g)).toBe(4);
  });

  it("is the same each time, whatever was drawn in between", () => {
    const first = svgOf(lines);
    svgOf([{ type: "heatmap", z: [[1, 2], [3, 4]] }]);
    expect(svgOf(lines)).toBe(first);
  });

  it("refuses what only a browser can draw", () => {
    expect(() => svgOf([{ type: "image", z: [[[0, 0, 0]]] }])).toThrow(
      new Error("showFigure: Plotly could not draw the figure: a picture inside a figure is drawn later, by a browser only; use showImage for pictures"),
    );
  });
});
