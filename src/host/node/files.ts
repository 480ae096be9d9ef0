/** Files as the library uses them, here on disk: see `browser/files.ts` for a page. */
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync, unlinkSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { writeFileAtomic } from "./writeFileAtomic.js";

export const exists: (path: string) => boolean = existsSync;
export const list: (folder: string) => string[] = readdirSync;
export const read: (path: string) => Uint8Array = readFileSync;
/** Whole or not at all. */
export const write: (path: string, content: Uint8Array) => void = writeFileAtomic;
/** One write at the end: a crash leaves all of it or, at worst, a part that is cut short. */
export const append: (path: string, content: Uint8Array) => void = appendFileSync;
export const joined: (...parts: string[]) => string = join;
export const absolute: (path: string) => string = resolve;
export const nameOf: (path: string) => string = basename;
export const folderOf: (path: string) => string = dirname;

export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** A folder is refused; where there is nothing, nothing happens. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Of an address that may have a scheme. */
export function pathOf(address: string): string {
  return address.startsWith("file:") ? fileURLToPath(address) : address;
}

/** In bytes. */
export function sizeOf(path: string): number {
  return statSync(path).size;
}

/**
 * Hands a file over in order, without holding it whole.
 *
 * @param use is given what fills an array from where the last one ended, and says how many bytes there were
 */
export function readPieces(path: string, use: (fill: (bytes: Uint8Array) => number) => void): void {
  const file = openSync(path, "r");
  try {
    use((bytes) => {
      let filled = 0;
      // The system may hand over less than was asked for.
      for (let read = 1; read > 0 && filled < bytes.length; filled += read) read = readSync(file, bytes, filled, bytes.length - filled, null);
      return filled;
    });
  } finally {
    closeSync(file);
  }
}

/**
 * Where data is kept: `.cache` in the folder of this package, wherever the program was started; where the package is
 * installed, in the folder of the project that has it, because node_modules is emptied with every clean install.
 */
export function dataFolder(): string {
  const [project] = fileURLToPath(new URL("../../..", import.meta.url)).split(`${sep}node_modules${sep}`);
  return join(project!, ".cache");
}
