/**
 * The names of all cells that ran, at run time: who asks for one gets the variable of the cell that declared it last,
 * and who assigns to it sets that variable, live.
 */

interface Variable {
  get: () => unknown;
  set: ((value: unknown) => void) | undefined;
}

interface Name extends PropertyDescriptor {
  variable: Variable | undefined;
}

/** Names of cells, and where their values are. */
export class LiveNames {
  readonly #names = new Map<string, Name>();
  readonly #missing: (name: string) => Error;

  /** @param missing the error for a name whose cell has begun, and has not got to it */
  constructor(missing: (name: string) => Error) {
    this.#missing = missing;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** A cell begins that declares the names: what they meant before is forgotten. */
  begin(names: Iterable<string>): void {
    for (const name of names) this.#named(name).variable = undefined;
  }

  /** @param own an object with the accessors of a cell's variables */
  define(own: object): void {
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(own))) {
      this.#named(name).variable = { get: get!, set };
    }
  }

  /** An object with the names that one cell uses. */
  view(names: Iterable<string>): object {
    const view = {};
    for (const name of names) Object.defineProperty(view, name, this.#named(name));
    return view;
  }

  #named(name: string): Name {
    let named = this.#names.get(name);
    if (named === undefined) {
      named = this.#accessors(name);
      this.#names.set(name, named);
    }
    return named;
  }

  #accessors(name: string): Name {
    const accessors: Name = {
      variable: undefined,
      get: () => {
        try {
          return accessors.variable!.get();
        } catch (error) {
          throw this.#explained(name, accessors, error);
        }
      },
      set: (value) => {
        try {
          accessors.variable!.set!(value);
        } catch (error) {
          throw this.#explained(name, accessors, error);
        }
      },
    };
    return accessors;
  }

  /** Without a cell, or before its line was reached, which is a ReferenceError of JavaScript's own. */
  #explained(name: string, { variable }: Name, error: unknown): unknown {
    return variable === undefined || error instanceof ReferenceError ? this.#missing(name) : error;
  }
}
