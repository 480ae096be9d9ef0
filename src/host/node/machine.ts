/** What the library has to know of the machine, here Node's: see `browser/machine.ts` for a page. */
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";

/** Environment variables. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** Cores that this process may use. */
export const cores = availableParallelism;

/** Whether threads can share memory here. */
export const sharesMemory = true;

/** Node 20 has relaxed SIMD behind a flag, later versions without. */
export function allowRelaxedSimd(): void {
  setFlagsFromString("--experimental-wasm-relaxed-simd");
}

/** Sleeps while `cell[0]` is `value`, at most so long. @returns whether it has changed */
export function waitWhile(cell: Int32Array, value: number, milliseconds: number): boolean {
  return Atomics.wait(cell, 0, value, milliseconds) !== "timed-out";
}
