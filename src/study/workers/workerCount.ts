/** How many worker threads there are unless a caller says it. */
import { cores, memory } from "#host/machine";

/** What a caller may ask for. */
export const MAX_WORKERS = 64;

/** More than these share one memory to no use. */
const MOST = 16;
/** Of a worker, with the arrays of a training of the assignment's size. */
const BYTES_EACH = 64 * 2 ** 20;
/** The others are for the program itself, the notebook beside it, and the machine. */
const SHARE_OF_MEMORY = 1 / 4;

export interface Machine {
  readonly cores: number;
  /** bytes that this process may use */
  readonly memory: number;
}

/**
 * As many as cores, up to 16, if their memory lasts: a container may see the 64 cores of its host, and own 2 GB.
 *
 * @returns 1 or more
 */
export function defaultWorkers(machine: Machine = { cores: cores(), memory: memory() }): number {
  return Math.max(1, Math.min(machine.cores, MOST, Math.floor((machine.memory * SHARE_OF_MEMORY) / BYTES_EACH)));
}
