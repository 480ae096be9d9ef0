/** Which cell runs, followed by either of the two means: the one of this Node's version, and the other. */
import timers from "node:timers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCellContext } from "../../../src/jupyter/kernel/cellContext.js";
import type { CellContext } from "../../../src/jupyter/session/cellContext.js";

interface Cell {
  name: string;
  stopped?: boolean;
}
const places = [globalThis, timers, process] as object[];
const NAMES = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick"];
const own = places.map((place) => NAMES.filter((name) => name in place).map((name) => [name, Object.getOwnPropertyDescriptor(place, name)] as const));
let context: CellContext<Cell>;

describe.each(["20.19.0", "24.1.0"])("with Node %s", (node) => {
  beforeEach(() => {
    vi.spyOn(process, "versions", "get").mockReturnValue({ ...process.versions, node });
    context = createCellContext<Cell>(({ stopped }) => stopped === true);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    context.reset();
    places.forEach((place, i) => own[i]!.forEach(([name, descriptor]) => descriptor && Object.defineProperty(place, name, descriptor)));
  });
  const cells = (): [Cell, Cell] => [{ name: "a" }, { name: "b" }];

  it("a cell is the one that runs within it, and no longer, though it fails", () => {
    const [a, b] = cells();
    expect(context.run(a, () => [context.current(), context.run(b, () => context.current()), context.current()])).toEqual([a, b, a]);
    expect(() => context.run(a, () => { throw new Error("expected"); })).toThrow("expected");
    expect(context.current()).toBeUndefined();
  });

  it("is it behind what it waits for, whatever runs meanwhile", async () => {
    const seen: unknown[] = [];
    const wait = (cell: Cell) => context.run(cell, async () => {
      for (let i = 0; i < 3; i++) {
        await Promise.resolve();
        seen.push(context.current() === cell);
      }
      await new Promise((done) => setTimeout(done, 1));
      seen.push(context.current() === cell);
    });
    await Promise.all(cells().map(wait));
    expect(seen).toEqual(Array.from({ length: 8 }, () => true));
  });

  it.each(["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick", "timers.setTimeout", "timers.setInterval", "timers.setImmediate"])("and in what it has given to %s, unless it is stopped", async (name) => {
    const place = name === "nextTick" ? process : name.startsWith("timers.") ? timers : globalThis;
    const start = (callback: () => void): unknown => (place as unknown as Record<string, (callback: () => void) => unknown>)[name.replace("timers.", "")]!(callback);
    const [a, b] = cells();
    const seen: unknown[] = [];
    const started = [a, b].map((cell) => context.run(cell, () => start(() => seen.push(context.current()))));
    b.stopped = true;
    await vi.waitFor(() => expect(seen).toContain(a), { timeout: 30_000, interval: 1 });
    if (name.endsWith("setInterval")) for (const timer of started) clearInterval(timer as NodeJS.Timeout);
    expect(seen.filter((cell) => cell !== a)).toEqual([]);
  });
});
