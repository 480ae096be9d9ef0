/** The executed copy of a notebook that an earlier run left. */
import { existsSync, readFileSync } from "node:fs";
import type { Notebook } from "./notebook/notebook.js";
import { readNotebook } from "./notebook/readNotebook.js";

/**
 * The copy, or null where there is none, or no notebook: the file is not the user's, and the next
 * run replaces it.
 */
export function executedCopy(path: string): Notebook | null {
  if (!existsSync(path)) return null;
  try {
    return readNotebook(readFileSync(path, "utf8"), path);
  } catch {
    return null;
  }
}
