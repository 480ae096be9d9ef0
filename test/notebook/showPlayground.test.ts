import { describe, expect, it, vi } from "vitest";
import { type PlaygroundOptions, showPlayground } from "../../src/notebook/showPlayground.js";
import { playType } from "../../src/jupyter/display/playType.js";
import { inKernel } from "./fakeKernel.js";

describe("showPlayground", () => {
  it("is data for those who draw it, a picture that comes alive in a page, the picture, and a line of text", async () => {
    vi.resetModules();
    const { showPlayground } = await import("../../src/notebook/showPlayground.js");
    const sent = inKernel(() => [{ preset: "dead" }, {}].forEach((options) => showPlayground(options as PlaygroundOptions)));
    const [first, second] = sent.map(({ content }) => content.data);
    expect(first![playType]).toEqual({ kind: "playground", language: "en", options: { preset: "dead" } });
    expect(first!["text/plain"]).toMatch(/^\[picture: Playground, “Dead units after too large a step”, at step 1: /);
    const html = String(first!["text/html"]);
    const [, id] = /<div data-play="(\w+)"><img alt="Playground/.exec(html)!;
    expect(html).toContain(`.push({"id":"${id}","kind":"playground"`);
    expect(Buffer.from(String(first!["image/png"]), "base64").subarray(1, 4).toString()).toBe("PNG");
    expect([first, second].map((data) => String(data!["text/html"]).split("<script>").length - 1)).toEqual([2, 1]);
  });

  it("speaks the notebook's language", () => {
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    const [sent] = inKernel(() => showPlayground());
    vi.unstubAllEnvs();
    expect(sent!.content.data[playType]).toMatchObject({ language: "ko" });
    expect(sent!.content.data["text/plain"]).toContain("놀이터");
  });

  it("is a line of text outside a kernel", () => {
    const lines: string[] = [];
    showPlayground({ log: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringMatching(/^\[picture: Playground, “A good start”/)]);
  });

  it.each([{ hiddenDim: 1 }, { hiddenDim: 50 }, { learningRate: 0.0001 }, { learningRate: 100 }])("takes %j", (options) => {
    const [sent] = inKernel(() => showPlayground({ ...options, log: () => {} }));
    expect(sent!.content.data[playType]).toEqual({ kind: "playground", language: "en", options });
  });

  it.each([
    [{ preset: "deadly" }, RangeError, "expected preset to be one of start, dead, offCentre, saturated, underfitting, overfitting, regularised, got \"deadly\""],
    [{ activation: "elu" }, RangeError, "expected activation to be one of relu, leakyRelu, tanh, sigmoid, got \"elu\""],
    [{ data: "spirals" }, RangeError, "expected data to be one of "],
    [{ hiddenDim: 0 }, RangeError, "expected hiddenDim to be a whole number from 1 to 50, got 0"],
    [{ hiddenDim: 2.5 }, RangeError, "expected hiddenDim to be a whole number from 1 to 50, got 2.5"],
    [{ learningRate: NaN }, RangeError, "expected learningRate to be a number from 0.0001 to 100, got NaN"],
    [{ hiddenDim: 51 }, RangeError, "expected hiddenDim to be a whole number from 1 to 50, got 51"],
    [{ learningRate: "1" }, RangeError, "expected learningRate to be a number from 0.0001 to 100, got \"1\""],
    [{ centred: 1 }, TypeError, "expected centred to be true or false, got 1"],
    [{ hiddenDims: 8 }, TypeError, "unknown option \"hiddenDims\"; did you mean \"hiddenDim\"?"],
  ])("refuses %j", (options, Kind, message) => {
    expect(() => showPlayground(options as PlaygroundOptions)).toThrow(Kind as ErrorConstructor);
    expect(() => showPlayground(options as PlaygroundOptions)).toThrow(`showPlayground: ${message}`);
  });
});
