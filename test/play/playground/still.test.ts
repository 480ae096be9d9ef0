import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { presetNames } from "../../../src/play/playground/presets.js";
import { playgroundStill } from "../../../src/play/playground/still.js";

it.each(presetNames)("the picture of %s is whole, needs no font but Latin, and says in words what it shows", (preset) => {
  const { svg, width, height, alt } = playgroundStill({ preset }, "ko");
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  expect([document.documentElement.getAttribute("width"), document.documentElement.getAttribute("height")]).toEqual([String(width), String(height)]);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|[^\x20-\x7e]/);
  expect(document.querySelectorAll("circle, path[transform]").length).toBeGreaterThan(29);
  expect(alt).toMatch(/훈련 정확도 \d+ %/);
  expect(playgroundStill({ preset }, "en").svg).toBe(svg);
});

it("settings go into it", () => {
  expect(playgroundStill({ hiddenDim: 3 }, "en").alt).toContain("of 3 hidden units");
});
