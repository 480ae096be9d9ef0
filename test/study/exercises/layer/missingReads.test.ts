import { expect, it } from "vitest";
import { missingReads } from "../../../../src/study/exercises/layer/missingReads.js";

type Record = { [name: string]: unknown };

it("names what is read and not there, once, in the order of reading", () => {
  const read = (cache: unknown) => {
    const { b, x, a } = cache as Record;
    return [b, x, a, (cache as Record)["b"]];
  };
  expect(missingReads({ x: 1 }, read)).toEqual(["b", "a"]);
});

it("takes what is inherited or undefined for there, and leaves out symbols", () => {
  expect(missingReads({ x: undefined }, (cache) => [(cache as Record)["x"], (cache as Record)["toString"], (cache as { [Symbol.iterator]: unknown })[Symbol.iterator]])).toEqual([]);
});

it("hands on what is there, and names what was read before it stopped", () => {
  let seen: unknown;
  const read = (cache: unknown) => {
    seen = (cache as Record)["x"];
    return [((cache as Record)["w"] as { shape: unknown }).shape, (cache as Record)["never"]];
  };
  expect(missingReads({ x: 7 }, read)).toEqual(["w"]);
  expect(seen).toBe(7);
});

it.each([[null], [undefined], [3], [[1]], [new Map()], [Object.create(null)]])("looks at no %s", (value) => {
  expect(missingReads(value, (watched) => (watched as Record)["x"])).toEqual([]);
});
