import type { CellContext } from "./cellContext.js";

type Callback = (this: unknown, ...args: unknown[]) => unknown;
type Scheduler = (callback: Callback, ...rest: unknown[]) => unknown;

/** The key under which Node keeps what `util.promisify` makes of a function. */
const PROMISIFIED = Symbol.for("nodejs.util.promisify.custom");

/**
 * Passes every callback given to a timer through `wrap`.
 *
 * @param places objects, and the names of their functions that take a callback first
 */
export function wrapTimers(places: readonly (readonly [target: object, names: readonly string[]])[], wrap: (callback: Callback) => Callback): void {
  for (const [target, names] of places) {
    for (const name of names) {
      const schedule = Reflect.get(target, name) as Scheduler & { [PROMISIFIED]?: unknown };
      const wrapped: typeof schedule = (callback, ...rest) => schedule(typeof callback === "function" ? wrap(callback) : callback, ...rest);
      if (schedule[PROMISIFIED]) wrapped[PROMISIFIED] = schedule[PROMISIFIED];
      Object.defineProperty(wrapped, "name", { value: name });
      Reflect.set(target, name, wrapped);
    }
  }
}

/** A wrapper for {@link wrapTimers}: a callback belongs to the cell that has given it, and does not run once that is stopped. */
export function ofItsCell<T extends object>(context: CellContext<T>, isStopped: (cell: T) => boolean): (callback: Callback) => Callback {
  return (callback) => {
    const cell = context.current();
    if (!cell) return callback;
    return function (this: unknown, ...args: unknown[]) {
      if (!isStopped(cell)) return context.run(cell, () => callback.apply(this, args));
    };
  };
}
