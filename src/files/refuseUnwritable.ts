import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { diskAdvice } from "./diskErrors.js";
import { remove } from "./remove.js";

/**
 * Makes the folder and a file in it, so that work of hours is not lost for a folder that takes nothing.
 *
 * @param caller how the error begins
 * @throws {Error} if the folder cannot be made or written to, with what to do
 */
export function refuseUnwritable(folder: string, caller: string): void {
  const probe = join(folder, `.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(probe, "w"));
    remove(probe);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const isBlocked = code === "ENOTDIR" || code === "EEXIST";
    const advice = isBlocked ? "a file lies where a folder should be: move it away or choose another folder" : diskAdvice(cause, folder);
    throw new Error(`${caller}: expected to write into ${folder}, got ${message}; ${advice}`, { cause });
  }
}
