import type { Cell } from "./cell.js";

const REMEDY = "write the answer into the cell, such as const answer = \"yes\"";

/**
 * Whoever runs a cell asks its user: that must be possible.
 *
 * @param caller names the function in an error
 * @returns the cell
 * @throws {Error} if nobody could answer
 */
export function cellThatAsks(caller: string, cell: Cell | undefined): Cell {
  if (!cell || cell.settled) throw new Error(`${caller}: expected a cell that still runs, got one that has ended; await what asks`);
  if (cell.request.content["allow_stdin"] !== true) {
    throw new Error(`${caller}: expected a notebook that somebody looks at, got a run that nobody can answer; ${REMEDY}`);
  }
  return cell;
}

/** Gives cells a global `prompt`. */
export function installPrompt(ask: (caller: string, prompt: string) => string): void {
  const prompt = (message: unknown = ""): string => ask("prompt", String(message));
  Object.defineProperty(globalThis, "prompt", { value: prompt, writable: true, configurable: true });
}
