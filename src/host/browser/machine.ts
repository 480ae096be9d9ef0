/** What the library has to know of the machine, in a page or a web worker: the twin of `node/machine.ts`. */
import { pageKernel } from "./pageKernel.js";
import { scope } from "./scope.js";

export const isPage: boolean = true;

export const environment: Readonly<Record<string, string | undefined>> = pageKernel.environment;

export function cores(): number {
  return scope.navigator?.hardwareConcurrency ?? 1;
}

/** A browser tells, if it does at all, a round number of GiB up to 8. */
export function memory(): number {
  return (scope.navigator?.deviceMemory ?? 2) * 2 ** 30;
}

/** Only in a page that is isolated from other sites (headers COOP and COEP). */
export const sharesMemory: boolean = scope.crossOriginIsolated === true;

export function allowRelaxedSimd(): void {
  // A browser has it or has not.
}

/** Nobody else can reach a worker that computes: the page's kernel looks here whether it has been interrupted. */
export function breathe(): void {
  pageKernel.breathe?.();
}

/** The page's own thread may not sleep, and looks until it is so. */
export function waitWhile(cell: Int32Array, value: number, milliseconds: number): boolean {
  if (scope.document === undefined) return Atomics.wait(cell, 0, value, milliseconds) !== "timed-out";
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    if (Atomics.load(cell, 0) !== value) return true;
  }
  return false;
}
