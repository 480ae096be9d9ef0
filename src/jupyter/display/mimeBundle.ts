/** The same content in several formats, by MIME type: text, or any JSON value for a type that ends in json. */
export type MimeBundle = Record<string, unknown>;

/**
 * What a front end is given to show: one value in several formats, of which it takes the richest
 * that it can render. `metadata` says more about a format, such as the size of a picture.
 */
export interface Shown {
  readonly data: Readonly<MimeBundle> & { readonly "text/plain": string };
  readonly metadata: Readonly<MimeBundle>;
}

/**
 * The method by which a value shows itself as the last expression of a cell: returns a bundle, or a
 * promise of one (as in Deno's and other JavaScript kernels).
 */
export const displayMethod: unique symbol = Symbol.for("Jupyter.display") as never;

/** The method by which Node prints a value, for kernels and terminals that show text only. */
export const inspectMethod: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
