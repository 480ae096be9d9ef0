import { AsyncLocalStorage } from "node:async_hooks";
import timers from "node:timers";
import { promisify } from "node:util";
import { promiseHooks } from "node:v8";

/** Which cell the running code belongs to, also after it waited. */
export interface CellContext<T extends object> {
  /** The cell that started what runs now, if any. */
  current(): T | undefined;
  run<R>(cell: T, work: () => R): R;
  /** Forgets the running cell: needed after V8 has stopped it, when nothing else can. */
  reset(): void;
}

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
  wrapTimers((callback) => {
    const cell = context.current();
    if (!cell) return callback;
    return function (this: unknown, ...args: unknown[]) {
      if (!isStopped(cell)) return context.run(cell, () => callback.apply(this, args));
    };
  });
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

type Callback = (this: unknown, ...args: unknown[]) => unknown;
type Scheduler = (callback: Callback, ...rest: unknown[]) => unknown;

/** Passes every callback given to a timer through `wrap`, for the globals and for node:timers. */
function wrapTimers(wrap: (callback: Callback) => Callback): void {
  const places: [target: object, names: string[]][] = [
    [globalThis, ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]],
    [timers, ["setTimeout", "setInterval", "setImmediate"]],
    [process, ["nextTick"]],
  ];
  for (const [target, names] of places) {
    for (const name of names) {
      const schedule = Reflect.get(target, name) as Scheduler & { [promisify.custom]?: unknown };
      const wrapped: typeof schedule = (callback, ...rest) =>
        schedule(typeof callback === "function" ? wrap(callback) : callback, ...rest);
      if (schedule[promisify.custom]) wrapped[promisify.custom] = schedule[promisify.custom];
      Object.defineProperty(wrapped, "name", { value: name });
      Reflect.set(target, name, wrapped);
    }
  }
}
