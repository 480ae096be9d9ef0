/** What processes that were killed have not finished, known by the process's id in its name. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { remove } from "./remove.js";

/**
 * Removes files and folders named `<prefix><id><suffix>` whose process has ended. What cannot be
 * removed stays, as does what is another user's: nothing depends on it.
 *
 * @param suffix its beginning is no digit
 */
export function removeLeftovers(folder: string, prefix: string, suffix: RegExp): void {
  for (const name of namesIn(folder)) {
    const [, id = "", rest = ""] = (name.startsWith(prefix) && /^(\d+)(.*)$/s.exec(name.slice(prefix.length))) || [];
    if (id !== "" && suffix.test(rest) && !isAlive(Number(id))) removeOwn(join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function removeOwn(path: string): void {
  try {
    const isOurs = process.getuid === undefined || lstatSync(path).uid === process.getuid();
    if (isOurs) remove(path);
  } catch {
    // in use, or gone meanwhile
  }
}

/** Whether a process with this id runs, be it another user's. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
