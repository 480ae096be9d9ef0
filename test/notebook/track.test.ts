import { expect, it } from "vitest";
import { track } from "../../src/notebook/track.js";
import { FakeHost } from "./fakeHost.js";

it("goes through the list, each item once", () => {
  const host = new FakeHost("kernel");
  expect([...track(["a", "b", "c"], { label: "Sweep" }, host)]).toEqual(["a", "b", "c"]);
  expect(host.texts.at(-1)).toMatch(/3\/3 · 0:00$/);
});

it("finishes the line when the loop is left or fails", () => {
  const left = new FakeHost("kernel");
  for (const item of track([1, 2, 3], { label: "Sweep" }, left)) if (item === 2) break;
  expect(left.texts.at(-1)).toMatch(/stopped at 1\/3/);
  const failed = new FakeHost("kernel");
  expect(() => {
    for (const item of track([1, 2, 3], { label: "Sweep" }, failed)) throw new Error(`diverged at ${item}`);
  }).toThrow("diverged");
  expect(failed.texts.at(-1)).toMatch(/stopped at 0\/3/);
});
