import { expect, it } from "vitest";
import { InterruptedCells } from "../../../src/jupyter/kernel/interruptedCells.js";

it("an interrupt means the cells that had been sent, and what is no cell", () => {
  const cells = new InterruptedCells();
  expect([cells.mean(1), cells.mean(undefined)]).toEqual([false, true]);
  cells.add(2, true);
  expect([1, 2, 3, undefined].map((number) => cells.mean(number))).toEqual([true, true, false, true]);
});

it("those that it means do not begin, but for the one that runs", () => {
  const cells = new InterruptedCells();
  expect(cells.begin(1)).toBe(false);
  cells.add(2, true);
  expect(cells.begin(2)).toBe(false);
  cells.add(4, false);
  expect([cells.begin(3), cells.begin(4), cells.begin(5)]).toEqual([true, false, false]);
});

it("one that comes when none runs means none that has begun", () => {
  const cells = new InterruptedCells();
  cells.begin(2);
  cells.add(2, false);
  expect(cells.begin(2)).toBe(false);
  cells.add(3, false);
  expect(cells.begin(3)).toBe(true);
});
