import { findPackage, loadPackage } from "#host/packages";

/** Versions that this code was written for; a caller sees them in the command to install. */
const VERSIONS: Readonly<Record<string, string>> = {
  jsdom: "26.1",
  "plotly.js-cartesian-dist-min": "3.7.0",
  "danfojs-node": "1.2.0",
};

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
  return loadPackage(packagePath(name, purpose)) as T;
}
