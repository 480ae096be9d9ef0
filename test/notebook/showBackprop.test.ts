import { afterEach, expect, it, vi } from "vitest";
import { playType } from "../../src/jupyter/display/playType.js";
import { showBackprop } from "../../src/notebook/showBackprop.js";
import { backpropStill } from "../../src/play/backprop/still.js";
import { englishWords } from "../fixtures/koreanText.js";
import { inKernel } from "./fakeKernel.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

it("shows the stations in the language of the notebook, with a picture", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  const [{ content: { data } }] = inKernel(() => showBackprop({ example: "affine" }));
  expect(data[playType]).toEqual({ kind: "backprop", language: "ko", options: { example: "affine" } });
  expect(data["text/html"]).toContain("한 단계씩 따라가는 역전파: 아핀 층, 3 × 3");
  expect(data["image/png"]).toMatch(/^iVBOR/);
});

it.each(["network", "affine", "graph"])("%s has a picture with a title in the language, a question and no answer", (example) => {
  const { svg, alt } = backpropStill({ example }, "ko");
  expect(svg).toContain(">한 단계씩 따라가는 역전파<");
  expect(svg).toMatch(/>(a|out)\[0, \d\] = \?</);
  expect(alt).toMatch(/여기에 올 수는 무엇일까요\? (a|out)\[0, \d\] = \?/);
  expect(englishWords(alt)).toEqual([]);
  expect(svg).not.toContain(">103<");
});

it("is a line of text outside a kernel, and refuses what it has not", () => {
  const lines: string[] = [];
  showBackprop({ log: (line) => lines.push(line) });
  expect(lines.join()).toContain("Backpropagation, one step at a time: 2-3-2 network. An affine layer, forward, a = x·W₁ + b₁. Which number comes here? a[0, 1] = ?");
  expect(() => showBackprop({ example: "svm" as "graph" })).toThrow('showBackprop: expected example to be one of network, affine, graph, got "svm"');
  expect(() => showBackprop({ exmaple: "graph" } as object)).toThrow(TypeError);
});
