/** What the library has to know of the machine, here Node's: see `browser/machine.ts` for a page. */
import { availableParallelism, totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";

/** Whether there is no Node, and so no command of this project. */
export const isPage: boolean = false;

/** Environment variables. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** Cores that this process may use. */
export const cores = availableParallelism;

/** Bytes that this process may use. */
export function memory(): number {
  // 0 where nobody can tell; without a limit, more than there is.
  return Math.min(process.constrainedMemory() || Infinity, totalmem());
}

/** Whether threads can share memory here. */
export const sharesMemory = true;

/** Node 20 has relaxed SIMD behind a flag, later versions without. */
export function allowRelaxedSimd(): void {
  setFlagsFromString("--experimental-wasm-relaxed-simd");
}

/** Called at each step of long work. Here whoever wants to interrupt it needs no help. */
export function breathe(): void {}

/** Sleeps while `cell[0]` is `value`, at most so long. @returns whether it has changed */
export function waitWhile(cell: Int32Array, value: number, milliseconds: number): boolean {
  return Atomics.wait(cell, 0, value, milliseconds) !== "timed-out";
}
