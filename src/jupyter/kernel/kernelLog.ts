import { writeSync } from "node:fs";

/** Lines that a kernel writes at most: whoever started it may never read them, and a full pipe would block it. */
const LIMIT = 100;

let lines = 0;

/**
 * Writes a line about the kernel itself where its starter finds it: to the process's own stderr, whatever the thread,
 * and past the stream that belongs to the cells.
 */
export function kernelLog(text: string): void {
  if (++lines > LIMIT) return;
  try {
    writeSync(2, `kernel: ${text}${lines === LIMIT ? " (no more is said from here on)" : ""}\n`);
  } catch {
    // Nobody reads it.
  }
}
