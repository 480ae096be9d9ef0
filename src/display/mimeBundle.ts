/**
 * What a front end is given to show: one value in several formats, of which it takes the richest
 * that it can render. `metadata` says more about a format, such as the size of a picture.
 */
export interface MimeBundle {
  readonly data: { readonly "text/plain": string; readonly [type: string]: unknown };
  readonly metadata: { readonly [type: string]: unknown };
}

/** The method by which a value shows itself as the last expression of a cell: returns `data` of a bundle. */
export const displayMethod: unique symbol = Symbol.for("Jupyter.display") as never;

/** The method by which Node prints a value, for kernels and terminals that show text only. */
export const inspectMethod: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
