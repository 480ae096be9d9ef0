/** How values look as text, in Node: `worker/inspect.ts` is the twin for pages. */
import { types } from "node:util";

export { formatWithOptions, inspect } from "node:util";
export const { isNativeError } = types;
