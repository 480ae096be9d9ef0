import { afterEach, expect, it, vi } from "vitest";
import { alternativeText, pictureText } from "../../../src/notebook/display/display.js";

afterEach(() => void vi.unstubAllEnvs());

it("trims", () => {
  expect(alternativeText("showImage", "  Ten frogs \n")).toBe("Ten frogs");
  expect(pictureText("Ten frogs")).toBe("[picture: Ten frogs]");
});

it("is in the language of the notebook", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  const alt = alternativeText("showFigure", " Loss of 3 minibatches, falling from 2 to 1 ");
  expect(alt).toBe("미니배치 3개의 손실이 2에서 1까지 줄어든다");
  expect(pictureText(alt)).toBe(`[그림: ${alt}]`);
});

it("insists on a text", () => {
  const expected = "showImage: expected alt to be a sentence that says what the picture shows, got";
  expect(() => alternativeText("showImage", undefined)).toThrow(new TypeError(`${expected} none`));
  expect(() => alternativeText("showImage", " ")).toThrow(new TypeError(`${expected} " "`));
  expect(() => alternativeText("showImage", 3)).toThrow(new TypeError(`${expected} 3`));
});
