/** Where an error arose, here as V8 tells it: see `browser/trace.ts` for a page. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const LIBRARY = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Its frames, one a line, `    at f (place:line:column)`. */
export function traceOf(error: Error): string {
  return error.stack ?? "";
}

/** Whether a place is Node's, a package's or this library's, and not of the code that called it. */
export function isForeign(place: string): boolean {
  return place.startsWith("node:") || place.startsWith(LIBRARY) || /[/\\]node_modules[/\\]/.test(place);
}
