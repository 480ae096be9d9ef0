import type { Cell } from "./cell.js";

/** Which cell is to give a value to which name. */
export class Definitions {
  readonly #cells = new Map<string, Cell>();

  /** The cell begins: from now on the names are its own. */
  begin(cell: Cell, names: Iterable<string>): void {
    for (const name of names) this.#cells.set(name, cell);
  }

  /** The error for a name that the cell which defines it did not get to. */
  missing(name: string): ReferenceError {
    const cell = this.#cells.get(name);
    return new ReferenceError(cell ? `${name} has no value: Cell [${cell.count}], which defines it, ${whyNot(cell)}` : `${name} has no value`);
  }
}

function whyNot({ settled, interrupted, outcome }: Cell): string {
  if (!settled) return "has not got there yet";
  const stopped = interrupted || outcome.kind === "interrupt";
  return `${stopped ? "was interrupted" : "failed"} before it got there; ${stopped ? "" : "mend it and "}run it again`;
}
