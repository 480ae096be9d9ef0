import { expect, it } from "vitest";
import type { CellContext } from "../../../src/jupyter/session/cellContext.js";
import { ofItsCell, wrapTimers } from "../../../src/jupyter/session/timers.js";

const PROMISIFIED = Symbol.for("nodejs.util.promisify.custom");

it("a callback is wrapped, and all else is as it was", () => {
  const calls: unknown[][] = [];
  const later = (...given: unknown[]) => calls.push(given);
  const promised = (): void => {};
  const places = { later: Object.assign((...given: unknown[]) => later(...given), { [PROMISIFIED]: promised }), other: (...given: unknown[]) => later(...given), own: later };
  wrapTimers([[places, ["later", "other"]]], (callback) => (...args) => `wrapped ${String(callback.apply(undefined, args))}`);
  expect(places.later((x: number) => x + 1, 10, "more")).toBe(1);
  expect(places.other("no function", 5)).toBe(2);
  const [[wrapped, ...rest], passed] = calls as [[(x: number) => string, ...unknown[]], unknown[]];
  expect([wrapped(1), rest, passed]).toEqual(["wrapped 2", [10, "more"], ["no function", 5]]);
  expect([places.later.name, places.other.name, places.own]).toEqual(["later", "other", later]);
  expect([places.later[PROMISIFIED], Object.getOwnPropertySymbols(places.other)]).toEqual([promised, []]);
});

it("a callback runs for the cell that has given it, unless that is stopped", () => {
  const ran: unknown[] = [];
  let current: object | undefined = { name: "own" };
  const stopped = new Set<object>();
  const context: CellContext<object> = { current: () => current, run: (cell, work) => (ran.push(cell), work()), reset: () => {} };
  const wrap = ofItsCell(context, (cell) => stopped.has(cell));
  const cell = current;
  const callback = wrap(function (this: unknown, ...args) {
    return [this, ...args];
  });
  current = undefined;
  expect([callback.call("this", 1, 2), ran]).toEqual([["this", 1, 2], [cell]]);
  stopped.add(cell);
  expect([callback.call("this", 1), ran.length]).toEqual([undefined, 1]);
  const nobodys = (): void => {};
  expect(wrap(nobodys)).toBe(nobodys);
});
