/** An example as data: what is given, and the stations on the way through it and back. */
import type { NDArray } from "../../index.js";
import type { ExampleName, MistakeName, Rule } from "./words.js";

/** What comes out if one thing goes wrong; undefined, or of another shape, where the numbers do not even allow it. */
export type Mistake = readonly [name: MistakeName, values: NDArray | undefined];

/** A matrix and what it is called. Every array here has two axes. */
export interface Named {
  readonly name: string;
  readonly values: NDArray;
}

/** What goes into a station, and which of its numbers element (i, j) of the result is made of. */
export interface Operand extends Named {
  /** the sign between the operand before and this one */
  readonly before: string;
  /** row i, column j, element (i, j), element (0, i), or every one */
  readonly reads: "row" | "column" | "cell" | "label" | "all";
}

export interface Station extends Named {
  readonly rule: Rule;
  readonly formula: string;
  readonly operands: readonly Operand[];
  readonly mistakes: readonly Mistake[];
  /** Element (i, j) with its numbers put in. */
  readonly worked: (i: number, j: number) => string;
  /** The gradient by trying, on the way back. */
  readonly numeric?: () => NDArray;
}

/** Arrays by name: x, W₁, reg, ... */
export type Given = Readonly<Record<string, NDArray>>;

export interface Example {
  readonly name: ExampleName;
  readonly given: Given;
  readonly stations: readonly Station[];
}

/** Whether an element of an operand goes into element (i, j) of the result. */
export function isRead({ reads }: Operand, [row, column]: readonly [number, number], [i, j]: readonly [number, number]): boolean {
  switch (reads) {
    case "row": return row === i;
    case "column": return column === j;
    case "cell": return row === i && column === j;
    case "label": return column === i;
    case "all": return true;
  }
}
