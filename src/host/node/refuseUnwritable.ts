import { closeSync, existsSync, openSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { diskAdvice } from "./diskErrors.js";
import { remove } from "./remove.js";

/**
 * Tries to write where the folder is or will be, so that work of hours is not lost for a folder that
 * takes nothing. Leaves nothing behind.
 *
 * @param folder absolute path; need not be there yet
 * @param caller how the error begins
 * @throws {Error} if nothing can be written there, with what to do
 */
export function refuseUnwritable(folder: string, caller: string): void {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const refuse = (got: string, advice: string, cause?: unknown): never => {
    throw new Error(`${caller}: expected to write into ${folder}, got ${got}; ${advice}`, { cause });
  };
  try {
    if (!statSync(there).isDirectory()) refuse(`the file ${there}`, "move it away or choose another folder");
    const probe = join(there, `.${process.pid}.tmp`);
    closeSync(openSync(probe, "w"));
    remove(probe);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    refuse((error as Error).message, diskAdvice(error, there), error);
  }
}
