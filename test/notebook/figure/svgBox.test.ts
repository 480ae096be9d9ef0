import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { svgBox, type SvgNode, svgPageBox } from "../../../src/notebook/figure/svgBox.js";
import { textWidth } from "../../../src/notebook/figure/textWidth.js";

function find(svg: string, selector: string): SvgNode {
  return new JSDOM(`<svg>${svg}</svg>`).window.document.querySelector(selector) as unknown as SvgNode;
}

const rounded = (box: object) => Object.fromEntries(Object.entries(box).map(([key, value]) => [key, Number((value as number).toFixed(3))]));
const wide = textWidth("loss", 10);

describe("svgBox", () => {
  it("places a line of text around its base line", () => {
    const box = svgBox(find('<text x="5" y="20" style="font-size: 10px">loss</text>', "text"));
    expect(rounded(box)).toEqual(rounded({ left: 5, top: 20 - 9.05, right: 5 + wide, bottom: 20 + 2.12 }));
  });

  it("knows where a text is anchored", () => {
    const box = (anchor: string) => svgBox(find(`<g text-anchor="${anchor}"><text x="50" style="font-size: 10px">loss</text></g>`, "text")).left;
    expect(box("start")).toBe(50);
    expect(box("middle")).toBeCloseTo(50 - wide / 2, 10);
    expect(box("end")).toBeCloseTo(50 - wide, 10);
  });

  it("takes the widest of several lines, and the height of all", () => {
    const box = svgBox(find('<text y="10" style="font-size: 10px"><tspan class="line" dy="0em">a</tspan><tspan class="line" dy="1.3em">loss</tspan></text>', "text"));
    expect(rounded(box)).toEqual(rounded({ left: 0, top: 10 - 9.05, right: wide, bottom: 23 + 2.12 }));
  });

  it("follows sizes and weights inside a line", () => {
    const box = svgBox(find('<text style="font-size: 10px">10<tspan style="font-size:70%">loss</tspan><tspan style="font-weight:bold">b</tspan></text>', "text"));
    expect(box.right).toBeCloseTo(textWidth("10", 10) + textWidth("loss", 7) + textWidth("b", 10, true), 10);
  });

  it("joins the texts of a group, each moved or turned", () => {
    const box = svgBox(find('<g><text transform="translate(100,0)" style="font-size: 10px">loss</text><text transform="rotate(-90,0,0)" style="font-size: 10px">loss</text></g>', "g"));
    expect(rounded(box)).toEqual(rounded({ left: -9.05, top: -wide, right: 100 + wide, bottom: 2.12 }));
  });

  it.each([
    ["12 pixels where nobody says one", '<text>loss</text>', 12],
    ["the attribute's", '<text font-size="20">loss</text>', 20],
    ["the nearest one's around it", '<g style="fill: red; font-size: 30px"><g style="font-size: 8px">LOSS</g></g>'.replace("LOSS", "<text>loss</text>"), 8],
    ["the style's before the attribute's", '<text font-size="20" style="font-size: 9px">loss</text>', 9],
    ["a share of the one around it", '<g style="font-size: 20px"><text style="font-size: 50%">loss</text></g>', 10],
    ["12 for what is no number", '<text style="font-size: large">loss</text>', 12],
  ])("takes as the size %s", (_, svg, size) => {
    expect(svgBox(find(svg, "text")).right).toBeCloseTo(textWidth("loss", size), 10);
  });

  it.each([["bold", true], ["700", true], ["600", true], ["500", false], ["normal", false]])("takes weight %s for bold: %s", (weight, bold) => {
    expect(svgBox(find(`<text style="font-size: 10px; font-weight: ${weight}">loss</text>`, "text")).right).toBeCloseTo(textWidth("loss", 10, bold), 10);
  });

  it.each([
    ["scale(2)", { left: 0, top: -18.1, right: 2 * wide, bottom: 4.24 }],
    ["scale(2,3)", { left: 0, top: -27.15, right: 2 * wide, bottom: 6.36 }],
    ["translate(5)", { left: 5, top: -9.05, right: 5 + wide, bottom: 2.12 }],
    ["translate(5 7)", { left: 5, top: -2.05, right: 5 + wide, bottom: 9.12 }],
    ["rotate(180)", { left: -wide, top: -2.12, right: 0, bottom: 9.05 }],
    ["rotate(90, 10, 20)", { left: 27.88, top: 10, right: 39.05, bottom: 10 + wide }],
    ["translate(10,0) rotate(180)", { left: 10 - wide, top: -2.12, right: 10, bottom: 9.05 }],
    ["skewX(10)", { left: 0, top: -9.05, right: wide, bottom: 2.12 }],
  ])("follows %s", (transform, box) => {
    expect(rounded(svgBox(find(`<g> <text transform="${transform}" style="font-size: 10px">loss</text></g>`, "g")))).toEqual(rounded(box));
  });

  it("leaves out of a group what has no width", () => {
    const box = svgBox(find('<g><text style="font-size: 10px" x="50" y="50">loss</text><text></text><g transform="translate(-99,0)"></g></g>', "g"));
    expect(rounded(box)).toEqual(rounded({ left: 50, top: 40.95, right: 50 + wide, bottom: 52.12 }));
  });

  it("is empty without text", () => {
    expect(svgBox(find('<g><rect width="10" height="10"></rect><text></text></g>', "g"))).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
  });
});

describe("svgPageBox", () => {
  it("applies the transforms of all that is around", () => {
    const box = svgPageBox(find('<g transform="translate(10,20) scale(2)"><g transform="translate(3)"><text style="font-size: 10px">loss</text></g></g>', "text"));
    expect(rounded(box)).toEqual(rounded({ left: 16, top: 20 - 18.1, right: 16 + 2 * wide, bottom: 20 + 4.24 }));
  });
});
