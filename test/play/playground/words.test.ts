import { expect, it } from "vitest";
import { words } from "../../../src/play/playground/words.js";

/** Every text, functions with numbers put in. */
const texts = (of: unknown): string[] => {
  if (typeof of === "function") return [String(of(..."123456"))];
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : [String(of)];
};

it("each text has its Korean twin, but names of functions", () => {
  const [english, korean] = [texts(words.en), texts(words.ko)];
  expect(korean).toHaveLength(english.length);
  expect(english.filter((text) => /\p{Script=Hangul}/u.test(text))).toEqual([]);
  expect(korean.filter((text) => !/\p{Script=Hangul}/u.test(text))).toEqual(["ReLU", "tanh"]);
});
