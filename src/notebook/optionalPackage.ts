import { createRequire } from "node:module";
import { join } from "node:path";

/** Versions that this code was written for; a caller sees them in the command to install. */
const VERSIONS: Readonly<Record<string, string>> = {
  jsdom: "26.1",
  "plotly.js-cartesian-dist-min": "3.7.0",
  "danfojs-node": "1.2.0",
};

/** Path of a package, seen from the library or else from the working directory; null if it is in neither. */
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

/** Like `findPackage`, for a package that has to be there. */
export function packagePath(name: string, purpose: string): string {
  const path = findPackage(name);
  if (path !== null) return path;
  const version = VERSIONS[name];
  throw new Error(`${purpose} needs the package ${name}, which is not installed. Install it with: npm install ${name}${version ? `@${version}` : ""}`);
}

/**
 * Loads a package that only the notebooks need, when it is first needed: the library installs
 * without them, and a figure should not make every import slower.
 *
 * @param purpose what needs it, as the subject of the error's sentence
 * @throws {Error} if the package is not installed, naming it and the command that installs it
 */
export function optionalPackage<T>(name: string, purpose: string): T {
  const path = packagePath(name, purpose);
  return createRequire(import.meta.url)(path) as T;
}
