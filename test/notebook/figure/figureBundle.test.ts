import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import { figureBundle } from "../../../src/notebook/figure/figureBundle.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";

const figure = plainFigure({ data: [{ y: [3, 1, 2], name: "</script><b>" }], layout: { title: { text: "Loss" } } }, { width: 400, height: 300 }, figureTemplate);
const bundle = figureBundle(figure, 'Loss of "W1" & <b1>', "");
const html = bundle.data["text/html"] as string;

describe("figureBundle", () => {
  it("has the four formats and nothing else", () => {
    expect(Object.keys(bundle.data).sort()).toEqual(["application/vnd.plotly.v1+json", "image/png", "text/html", "text/plain"]);
    expect(bundle.data["application/vnd.plotly.v1+json"]).toBe(figure);
    expect(bundle.data["text/plain"]).toBe('[picture: Loss of "W1" & <b1>]');
    expect(bundle.metadata).toEqual({ "image/png": { width: 400, height: 300 } });
  });

  it("has a picture of twice the size, for fine screens", () => {
    const { width, height, data } = decode(Buffer.from(bundle.data["image/png"] as string, "base64"));
    expect([width, height]).toEqual([800, 600]);
    expect(new Set(data).size).toBeGreaterThan(20);
  });

  it("has the same picture in the page, with its alternative text", () => {
    expect(html).toContain(`<img alt="Loss of &quot;W1&quot; &amp; &lt;b1&gt;" width="400" height="300" style="max-width:100%;height:auto" src="data:image/png;base64,${bundle.data["image/png"]}">`);
    expect(html.match(/<img/g)).toHaveLength(1);
  });

  it("hands the figure to the page's script under the id of its place, without a fixed width", () => {
    const id = /<div data-figure="([0-9a-f]{16})" style="max-width:400px;overflow-x:auto">/.exec(html)![1];
    const pushed = /<script>\(window\.twoLayerNetFigures = window\.twoLayerNetFigures \|\| \[\]\)\.push\((.*)\);<\/script>$/.exec(html)![1];
    const { width: _, ...layout } = figure.layout;
    expect(JSON.parse(pushed)).toEqual({ id, data: figure.data, layout: { ...layout, autosize: true }, minWidth: 400 });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });

  it("needs no network", () => {
    expect(html).not.toMatch(/(src|href)\s*=\s*["']?(https?:)?\/\//i);
  });
});
