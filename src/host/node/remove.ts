/**
 * Removing by single steps. `rmSync` of Node 24.0 to 24.13 deletes nothing on Windows, or ends the
 * process, where a path holds other letters than ASCII; what it is made of works.
 */
import { type Dirent, lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes a file, a link, or a folder with all that is in it; nothing where there is none.
 *
 * @throws if something cannot be removed
 */
export function remove(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isDirectory()) removeFolder(path);
  else unless("ENOENT", () => unlinkSync(path));
}

function removeFolder(folder: string): void {
  let entries: Dirent[] = [];
  unless("ENOENT", () => (entries = readdirSync(folder, { withFileTypes: true })));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFolder(path);
    else unless("ENOENT", () => unlinkSync(path));
  }
  unless("ENOENT", () => rmdirSync(folder));
}

/** What another process has removed meanwhile is as it should be. */
function unless(code: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  }
}
