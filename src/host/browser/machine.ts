/** What the library has to know of the machine, in a page or a web worker: the twin of `node/machine.ts`. */
import { scope } from "./scope.js";

export const environment: Readonly<Record<string, string | undefined>> = {};

export function cores(): number {
  return scope.navigator?.hardwareConcurrency ?? 1;
}

/** Only in a page that is isolated from other sites (headers COOP and COEP). */
export const sharesMemory: boolean = scope.crossOriginIsolated === true;

export function allowRelaxedSimd(): void {
  // A browser has it or has not.
}

/** The page's own thread may not sleep, and looks until it is so. */
export function waitWhile(cell: Int32Array, value: number, milliseconds: number): boolean {
  if (scope.document === undefined) return Atomics.wait(cell, 0, value, milliseconds) !== "timed-out";
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    if (Atomics.load(cell, 0) !== value) return true;
  }
  return false;
}
