import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import { figureBundle } from "../../../src/notebook/figure/figureBundle.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import type { FigureSize } from "../../../src/notebook/figure/figure.js";
import type { Shown } from "../../../src/jupyter/display/mimeBundle.js";

const settled = (size: FigureSize) => plainFigure({ data: [{ y: [3, 1, 2], name: "</script><b>" }], layout: { title: { text: "Loss" } } }, size, figureTemplate);
const figure = settled({ width: 400, height: 300 });
const bundleOf = (before = "", shown = figure) => figureBundle(shown, 'Loss of "W1" & <b1>', before);
const htmlOf = ({ data }: Shown) => data["text/html"] as string;

describe("figureBundle", () => {
  it("has the four formats and nothing else", () => {
    const bundle = bundleOf();
    expect(Object.keys(bundle.data).sort()).toEqual(["application/vnd.plotly.v1+json", "image/png", "text/html", "text/plain"]);
    expect(bundle.data["application/vnd.plotly.v1+json"]).toBe(figure);
    expect(bundle.data["text/plain"]).toBe('[picture: Loss of "W1" & <b1>]');
    expect(bundle.metadata).toEqual({ "image/png": { width: 400, height: 300 } });
  });

  it("has a picture of twice the size, for fine screens", () => {
    const { width, height, data } = decode(Buffer.from(bundleOf().data["image/png"] as string, "base64"));
    expect([width, height]).toEqual([800, 600]);
    expect(new Set(data).size).toBeGreaterThan(20);
  });

  it("has the same picture in the page, with its alternative text", () => {
    const bundle = bundleOf();
    const html = htmlOf(bundle);
    expect(html).toContain(`<img alt="Loss of &quot;W1&quot; &amp; &lt;b1&gt;" width="400" height="300" style="max-width:100%;height:auto" src="data:image/png;base64,${bundle.data["image/png"]}">`);
    expect(html.match(/<img/g)).toHaveLength(1);
  });

  it("hands the figure to the page's script under the id of its place, without a fixed width", () => {
    const html = htmlOf(bundleOf());
    const id = /<div data-figure="([0-9a-f]{16})" style="max-width:400px;overflow-x:auto">/.exec(html)![1];
    const pushed = /<script>\(window\.twoLayerNetFigures = window\.twoLayerNetFigures \|\| \[\]\)\.push\((.*)\);<\/script>$/.exec(html)![1];
    const { width: _, ...layout } = figure.layout;
    expect(JSON.parse(pushed)).toEqual({ id, data: figure.data, layout: { ...layout, autosize: true }, minWidth: 400 });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });

  it("needs no network", () => {
    expect(htmlOf(bundleOf())).not.toMatch(/(src|href)\s*=\s*["']?(https?:)?\/\//i);
  });

  it("is scrolled where there is no room for the texts of a wide one, and has what comes before its script", () => {
    const html = htmlOf(bundleOf("<script>first</script>\n", settled({ width: 900 })));
    expect(html).toContain('style="max-width:900px;overflow-x:auto">');
    expect(html).toContain('"minWidth":700}');
    expect(html).toContain("</div>\n<script>first</script>\n<script>(window.");
  });
});
