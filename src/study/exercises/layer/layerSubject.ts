/** What checks have to know of a layer: inputs to try, what is right, and how it is often wrong. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import type { Mistake } from "../mistake.js";

export type Arrays = Readonly<Record<string, NDArray>>;

export interface LayerSubject {
  readonly title: string;
  /** inputs of both signs at odd sizes, in the order of forward's parameters; x is the first */
  readonly inputs: Arrays;
  /** upstream gradient for these inputs */
  readonly dout: NDArray;
  /** what is right */
  forward(inputs: Arrays): NDArray;
  backward(dout: NDArray, inputs: Arrays): Arrays;
  /** what forward often gives instead */
  readonly forwardMistakes: readonly Mistake[];
  /** what backward often gives instead, by input */
  readonly backwardMistakes: Readonly<Record<string, readonly Mistake[]>>;
  /** inputs at a kink, where the numeric gradient says nothing */
  readonly kink?: Kink;
  /** inputs of large magnitude, where a careless formula overflows */
  readonly extreme?: Arrays;
}

export interface Kink {
  readonly inputs: Arrays;
  readonly dout: NDArray;
  /** what is right, in words */
  readonly limit: string;
  /** by the inputs whose gradients are looked at */
  readonly mistakes: Readonly<Record<string, readonly Mistake[]>>;
}

/** Gradients are named d and the input's name: dx, dw, db. */
export function gradientName(input: string): string {
  return `d${input}`;
}
