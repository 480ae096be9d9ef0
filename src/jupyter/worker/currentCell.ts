import type { CellContext } from "../session/cellContext.js";

/** Follows cells through timers. A promise is not followed: what goes on after an `await` counts as code of whichever cell runs. */
export class CurrentCell<T extends object> implements CellContext<T> {
  #current: T | undefined;

  current(): T | undefined {
    return this.#current;
  }

  run<R>(cell: T, work: () => R): R {
    const outer = this.#current;
    this.#current = cell;
    try {
      return work();
    } finally {
      this.#current = outer;
    }
  }

  reset(): void {
    this.#current = undefined;
  }
}
