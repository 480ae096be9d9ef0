import type { Cell } from "./cell.js";

/** What the compiler puts first into a script: all names that it defines, still without a value. */
const PROLOGUE = /^(?:exports\.[^\s=]+ = )+void 0;$/;
const NAME = /exports\.([^\s=]+) =/g;

/**
 * Forgets at a script's beginning what the names that it defines meant before, so that one that it does not get to is
 * missing, and not undefined.
 *
 * @param output of the compiler
 * @param defines the names that the script is certain to give a value, if it gets to its end
 */
export function forgetFirst(output: string, defines: ReadonlySet<string>): string {
  const lines = output.split("\n");
  const first = lines.findIndex((line) => PROLOGUE.test(line));
  for (let i = first; i >= 0 && PROLOGUE.test(lines[i] ?? ""); i++) {
    const names = Array.from(lines[i].matchAll(NAME), ([, name]) => name);
    lines[i] = names.map((name) => (defines.has(name) ? `delete exports.${name};` : `exports.${name} = void 0;`)).join(" ");
  }
  return lines.join("\n");
}

/** Which cell is to give a value to which name. */
export class Definitions {
  readonly #cells = new Map<string, Cell>();

  /** The cell begins: from now on the names are its own. */
  begin(cell: Cell, names: Iterable<string>): void {
    for (const name of names) this.#cells.set(name, cell);
  }

  /**
   * Makes it an error to ask for a name that the cell which defines it did not get to.
   *
   * @param locals where scripts put the values of their names
   */
  guard(locals: object): void {
    const get = (target: object, name: string | symbol, receiver: unknown): unknown => {
      const cell = typeof name === "string" ? this.#cells.get(name) : undefined;
      if (cell) throw new ReferenceError(`${String(name)} has no value: Cell [${cell.count}], which defines it, ${whyNot(cell)}`);
      return Reflect.get(target, name, receiver);
    };
    // Asked only for what the object itself does not have.
    Object.setPrototypeOf(locals, new Proxy(Object.prototype, { get }));
  }
}

function whyNot({ settled, interrupted, outcome }: Cell): string {
  if (!settled) return "has not got there yet";
  const stopped = interrupted || outcome.kind === "interrupt";
  return `${stopped ? "was interrupted" : "failed"} before it got there; ${stopped ? "" : "mend it and "}run it again`;
}
