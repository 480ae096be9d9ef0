import { AsyncLocalStorage } from "node:async_hooks";
import timers from "node:timers";
import { promiseHooks } from "node:v8";
import type { CellContext } from "../session/cellContext.js";
import { ofItsCell, wrapTimers } from "../session/timers.js";

/**
 * Follows cells through promises, timers and, from Node 24 on, every other callback.
 *
 * AsyncLocalStorage is the tool for this, but before Node 24 it rests on async_hooks, whose bookkeeping ends the
 * process when V8 stops a callback half-way; so there promise hooks and wrapped timers do the work, and a callback of
 * I/O counts as the code of whichever cell runs when it comes.
 *
 * @param isStopped a callback of a timer whose cell is stopped does not run any more
 */
export function createCellContext<T extends object>(isStopped: (cell: T) => boolean): CellContext<T> {
  const context = Number.parseInt(process.versions.node) >= 24 ? storageContext<T>() : hookContext<T>();
  const places: [target: object, names: string[]][] = [
    [globalThis, ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]],
    [timers, ["setTimeout", "setInterval", "setImmediate"]],
    [process, ["nextTick"]],
  ];
  wrapTimers(places, ofItsCell(context, isStopped));
  return context;
}

function storageContext<T extends object>(): CellContext<T> {
  const storage = new AsyncLocalStorage<T>();
  return {
    current: () => storage.getStore(),
    run: (cell, work) => storage.run(cell, work),
    reset: () => {},
  };
}

function hookContext<T extends object>(): CellContext<T> {
  const owners = new WeakMap<Promise<unknown>, T>();
  let current: T | undefined;
  promiseHooks.createHook({
    init: (promise) => void (current && owners.set(promise, current)),
    before: (promise) => void (current = owners.get(promise)),
    after: () => void (current = undefined),
  });
  return {
    current: () => current,
    run(cell, work) {
      const outer = current;
      current = cell;
      try {
        return work();
      } finally {
        current = outer;
      }
    },
    reset: () => void (current = undefined),
  };
}
