/** Writing a file so that a crash or a full disk never leaves half of it under its name. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname } from "node:path";
import { removeLeftovers } from "./leftovers.js";

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
    renameSync(temporary, path);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    throw new Error(`could not write ${path} (${(cause as Error).message}); make room or choose another folder. Nothing there was changed`, { cause });
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
