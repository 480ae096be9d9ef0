/** How values look as text, as in Node: the twin of `kernel/inspect.ts`. */
export { formatWithOptions, inspect } from "node-inspect-extracted";

/** Whether a value was made by an error's constructor, of whatever realm, and has not only its prototype. */
export function isNativeError(value: unknown): value is Error {
  return Object.prototype.toString.call(value) === "[object Error]";
}
