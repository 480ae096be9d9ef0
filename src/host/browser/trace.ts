/** Where an error arose: the twin of `node/trace.ts`. */
import { pageKernel } from "./pageKernel.js";

/** A frame of Firefox and Safari, `f@place:line:column`, becomes one of V8. */
export function traceOf(error: Error): string {
  return pageKernel.trace?.(error) ?? (error.stack ?? "").replace(/^(.*?)@(.+:\d+:\d+)$/gm, "    at $1 ($2)");
}

/** All that has an address was loaded; cells have names. */
export function isForeign(place: string): boolean {
  return /^[a-z-]+:\/\/|^blob:|^node:/.test(place);
}
