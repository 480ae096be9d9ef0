import { expect, it, vi } from "vitest";
import { playType } from "../../../src/jupyter/display/playType.js";
import type { PlaySpec, Still } from "../../../src/play/spec.js";
import { inKernel } from "../fakeKernel.js";

const spec: PlaySpec = { kind: "backprop", language: "en", options: { example: "affine" } };
const still: Still = { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>', width: 40, height: 20, alt: "Two <stations>" };

it("is data, a page with its picture, the picture and its size, and a line of text", async () => {
  vi.resetModules();
  const { showPlay } = await import("../../../src/notebook/play/showPlay.js");
  const [first, second] = inKernel(() => [1, 2].forEach(() => showPlay(spec, still, {}))).map(({ content }) => content);
  expect(Object.keys(first!.data)).toEqual([playType, "text/html", "image/png", "text/plain"]);
  expect(first!.data[playType]).toBe(spec);
  expect(first!.data["text/plain"]).toBe("[picture: Two <stations>]");
  expect(first!.metadata).toEqual({ "image/png": { width: 40, height: 20 } });
  const html = second!.data["text/html"] as string;
  const [, id] = /^<div data-play="([0-9a-f]{16})"><img alt="Two &lt;stations&gt;" [^>]*><\/div>\n/.exec(html)!;
  expect(html.split("\n").at(-1)).toBe(`<script>(window.twoLayerNetPlay = window.twoLayerNetPlay || []).push({"id":"${id}","kind":"backprop","language":"en","options":{"example":"affine"}});</script>`);
});

it("is a line of text outside a kernel, printed if nobody takes it", async () => {
  const { showPlay } = await import("../../../src/notebook/play/showPlay.js");
  const printed = vi.spyOn(console, "log").mockImplementation(() => {});
  showPlay(spec, still, {});
  expect(printed.mock.calls).toEqual([["[picture: Two <stations>]"]]);
  printed.mockRestore();
});
