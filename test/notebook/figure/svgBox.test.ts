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
