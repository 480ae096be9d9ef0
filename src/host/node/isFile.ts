import { statSync } from "node:fs";

/** True for a file and for a link to one; false for all else, also for what may not be looked at. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
