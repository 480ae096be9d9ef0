import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeLeftovers } from "./leftovers.js";

/**
 * A new folder that this user alone can read, among the system's temporary files. It is for the
 * caller to remove; those of callers that were killed go when the next of the same purpose is made.
 *
 * @param purpose a word for its name
 * @throws {Error} of the file system
 */
export function temporaryFolder(purpose: string): string {
  const prefix = `two-layer-net-${purpose}-`;
  removeLeftovers(tmpdir(), prefix, /^-/);
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}
