/** Writing a file so that a crash or a full disk never leaves half of it under its name. */
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { basename, dirname } from "node:path";
import { diskAdvice } from "./diskErrors.js";
import { removeLeftovers } from "./leftovers.js";
import { remove } from "./remove.js";
import { renameOver } from "./renameOver.js";

/**
 * Writes to a temporary name beside the file and renames it when all is on the disk; what was there
 * before stays until then. Makes the folder if it is missing. What earlier writers of this file left
 * when they were killed is removed.
 *
 * @param content a text is written in UTF-8
 * @throws {Error} if it cannot be written, with what to do
 */
export function writeFileAtomic(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeLeftovers(dirname(path), `${basename(path)}.`, /^\.tmp$/);
    writeAndSync(temporary, typeof content === "string" ? Buffer.from(content) : content);
    renameOver(temporary, path);
  } catch (cause) {
    clearAway(temporary);
    throw new Error(`could not write ${path} (${(cause as Error).message}); ${diskAdvice(cause, dirname(path))}. Nothing there was changed`, { cause });
  }
}

/** What cannot be removed now goes with the next writing. */
function clearAway(temporary: string): void {
  try {
    remove(temporary);
  } catch {
    // the first error says more
  }
}

function writeAndSync(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(file, bytes, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
