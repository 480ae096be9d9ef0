import { describe, expect, it } from "vitest";
import { figureSvg } from "../../../src/notebook/figure/figureSvg.js";
import { COLORS, figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";

/** Contrast with white, by the definition of the Web Content Accessibility Guidelines. */
function contrastWithWhite(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

it("has a line for each colour, told apart without it too", () => {
  const { scatter } = figureTemplate.data;
  expect(scatter.map(({ line }) => line.color)).toEqual([...COLORS]);
  expect(new Set(COLORS).size).toBe(COLORS.length);
  expect(new Set(scatter.map(({ line, marker }) => `${line.dash} ${marker.symbol}`)).size).toBe(COLORS.length);
  expect(new Set(scatter.slice(0, 6).map(({ line }) => line.dash)).size).toBe(6);
  expect(new Set(scatter.map(({ marker }) => marker.symbol)).size).toBe(COLORS.length);
});

it("has no colour that is lost on white", () => {
  for (const color of COLORS) expect(contrastWithWhite(color), color).toBeGreaterThan(2);
});

it("names fonts without quotes, which Plotly's export would spoil", () => {
  expect(figureTemplate.layout.font.family).not.toMatch(/["']/);
});

describe("in the drawing", () => {
  const draw = (data: object[], layout: object) => figureSvg(plainFigure({ data, layout }, {}, figureTemplate));
  let drawn = "";
  const lines = () => (drawn ||= draw([{ y: [-1, 2, 3] }, { y: [1, 0] }], { title: { text: "Loss" }, xaxis: { title: { text: "Epoch" } } }));

  it.each([
    ["white ground", /<rect x="0" y="0" width="700" height="450" style="fill: rgb\(255, 255, 255\)/],
    ["margins", /<rect x="0" y="60" width="700" height="33\d"\/>/],
    ["pale lines for numbers", /class="ygrid crisp"[^>]*stroke: rgb\(227, 227, 227\)/],
    ["grey axes", /class="xlines-above crisp" style="[^"]*stroke: rgb\(85, 85, 85\)/],
    ["ticks outside", /class="xtick ticks crisp"[^>]* d="M0,391v5"/],
    ["fonts", /class="gtitle" style="[^"]*font-family: Arial, Liberation Sans, Arimo, Helvetica, Noto Sans CJK KR, [^;]*, sans-serif; font-size: 17px; fill: rgb\(34, 34, 34\)/],
    ["a title in the middle", /class="gtitle"[^>]* x="350"[^>]* text-anchor="middle"/],
    ["letters of a readable size", /<g class="xtick"><text [^>]*font-size: 14px/],
    ["a legend on white, with a frame", /<rect class="bg"[^>]*stroke: rgb\(204, 204, 204\);[^>]*fill: rgb\(255, 255, 255\); fill-opacity: 0\.8; stroke-width: 1px/],
    ["thick lines", /class="js-line" style="[^"]*stroke: rgb\(0, 114, 178\)[^"]*stroke-width: 2px/],
    ["a dash of its own", /class="js-line" style="[^"]*stroke: rgb\(213, 94, 0\)[^"]*stroke-dasharray: 9px,9px/],
    ["a marker of its own", /class="point"[^>]*fill: rgb\(213, 94, 0\)[^>]* d="M3\.5,3\.5H-3\.5V-3\.5H3\.5Z"/],
  ])("there are %s", (_, pattern) => {
    expect(lines()).toMatch(pattern);
  });

  it("there is no line at 0 but those for all numbers, and the axis's title stands off its numbers", () => {
    expect(lines()).not.toMatch(/class="[xy]zl/);
    expect(lines()).toMatch(/class="xtitle"[^>]* y="437/);
  });

  it.each(["heatmap", "contour"])("a %s has the colours and the scale of the others", (type) => {
    const svg = draw([{ type, z: [[1, 2], [2, 3]] }], {});
    expect(svg).toMatch(/class="cbbg"[^>]*stroke-width: 0;/);
    expect(svg).toMatch(/class="cbaxis crisp"[^>]*><path class="[^"]*tick ticks crisp"[^>]* d="M59[\d.]*,0h5"/);
    expect(figureTemplate.data[type as "heatmap"][0]!.colorscale).toBe("Viridis");
  });

  it("has other colours for what goes both ways, and asks for the nearest point", () => {
    expect(figureTemplate.layout.colorscale).toEqual({ sequential: "Viridis", sequentialminus: "Viridis", diverging: "RdBu" });
    expect([figureTemplate.layout.colorway, figureTemplate.layout.hovermode]).toEqual([COLORS, "closest"]);
  });
});
