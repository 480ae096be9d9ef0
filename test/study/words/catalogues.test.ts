/** Every twin is Korean, has what the English has, and stands in one place. */
import { expect, it } from "vitest";
import { catalogues, twinOf } from "../../../src/study/words/twinOf.js";
import { englishWords } from "../../fixtures/koreanText.js";

const twins = Object.values(catalogues).flatMap(Object.entries);
const holes = (text: string) => [...text.matchAll(/\{(\d)\}/g)].map(([, hole]) => Number(hole));

it("has the holes of its English, which are counted from the left", () => {
  expect(twins.filter(([english]) => holes(english).some((hole, i) => hole !== i))).toEqual([]);
  expect(twins.filter(([english, korean]) => holes(korean).sort().join() !== holes(english).join())).toEqual([]);
});

it("has no English but code and names", () => {
  expect(twins.filter(([, korean]) => englishWords(korean.replaceAll(/\{\d\}/g, "7")).length > 0)).toEqual([]);
});

it("is found, behind no wider pattern", () => {
  expect(twins.filter(([english, korean]) => twinOf(english) !== korean)).toEqual([]);
});

it("stands in one catalogue", () => {
  const texts = twins.map(([english]) => english);
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([]);
});
