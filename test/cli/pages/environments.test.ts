import { expect, test } from "vitest";
import { EnvironmentEnds } from "../../../src/cli/pages/environments.js";

test("the first end of the name from a place on", () => {
  const text = "\\end{a} \\end{b} \\end{a} \\end{a*} \\end{ab} \\end{1} \\end{a";
  const ends = new EnvironmentEnds(text);
  const places = (name: string, ...from: number[]) => from.map((place) => ends.next(name, place));
  expect(places("a", 0, 1, 16, 17, 100)).toEqual([0, 16, 16, -1, -1]);
  expect(places("b", 0, 8, 9)).toEqual([8, 8, -1]);
  expect(["a*", "ab", "1", "c"].map((name) => ends.next(name, 0))).toEqual([24, 33, -1, -1]);
});

test("of many ends the next one is found", () => {
  const ends = new EnvironmentEnds("\\end{a}".repeat(9));
  for (let place = 0; place <= 56; place++) expect(ends.next("a", place)).toBe(Math.ceil(place / 7) * 7);
});

test("knows its text", () => {
  const ends = new EnvironmentEnds("x");
  expect(["x", "y"].map((text) => ends.isOf(text))).toEqual([true, false]);
});
