/** What checks have to know of a layer: inputs to try, what is right, and how it is often wrong. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import type { Mistake } from "../mistake.js";
import type { Subject } from "../words/wordList.js";

export type Arrays = Readonly<Record<string, NDArray>>;

/** Inputs in the order of forward's parameters, x first, and an upstream gradient for them. */
export interface LayerCase {
  readonly inputs: Arrays;
  readonly dout: NDArray;
}

export interface LayerSubject {
  readonly key: Subject;
  /** largest relative error of out that is fine */
  readonly limit: number;
  /** inputs of both signs at odd sizes; the second in other sizes, so that N is told from any other number */
  readonly cases: readonly [LayerCase, LayerCase];
  /** whether out and dx belong to x element by element */
  readonly elementwise: boolean;
  /** what is right */
  forward(inputs: Arrays): NDArray;
  backward(dout: NDArray, inputs: Arrays): Arrays;
  /** what forward often gives instead */
  forwardMistakes(): Mistake<Arrays>[];
  /** what backward often gives instead, by gradient, e.g. "dx" */
  backwardMistakes(gradient: string): Mistake<LayerCase>[];
  /** inputs at a kink, where the numeric gradient says nothing */
  readonly kink?: Kink;
  /** inputs of large magnitude, where a careless formula overflows */
  readonly extreme?: Arrays;
}

export interface Kink extends LayerCase {
  /** the gradient that is looked at */
  readonly gradient: string;
  /** what is right, in words */
  readonly limit: string;
}

/** Gradients are named d and the input's name: dx, dw, db. */
export function gradientName(input: string): string {
  return `d${input}`;
}
