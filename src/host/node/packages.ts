/** Packages beside this one, here as Node finds them: see `browser/packages.ts` for a page. */
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** Path of a package, seen from this one or else from the working directory; null if it is in neither. */
export function findPackage(name: string): string | null {
  for (const from of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(from).resolve(name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return null;
}

/** @param path as `findPackage` gives it */
export function loadPackage(path: string): unknown {
  return require(path);
}

/** What a module that somebody has loaded exports, by its path; undefined if none has been. */
export function loadedModule(path: RegExp): unknown {
  const name = Object.keys(require.cache).find((name) => path.test(name));
  return name === undefined ? undefined : require.cache[name]?.exports;
}
