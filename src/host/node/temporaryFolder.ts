import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeLeftovers } from "./leftovers.js";

/**
 * A new folder that this user alone can read, among the system's temporary files. It is for the
 * caller to remove; those of callers that were killed go when the next of the same purpose is made.
 *
 * @param purpose a word for its name
 * @throws {Error} if it cannot be made, with what to do
 */
export function temporaryFolder(purpose: string): string {
  const prefix = `two-layer-net-${purpose}-`;
  removeLeftovers(tmpdir(), prefix, /^-/);
  try {
    return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  } catch (cause) {
    throw new Error(`could not make a folder in ${tmpdir()} (${(cause as Error).message}); make room there, or name another folder in TMPDIR`, { cause });
  }
}
