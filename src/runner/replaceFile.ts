/** Writes a file so that it is there whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes the text under a temporary name in the same folder, then renames it.
 *
 * @throws {Error} of the file system, with what is there left as it was
 */
export function replaceFile(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Error(`replaceFile: expected to write ${path}, got: ${(error as Error).message}`);
  }
}
