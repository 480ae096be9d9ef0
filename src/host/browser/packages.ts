/** Packages that the page's kernel has: the twin of `node/packages.ts`. */
import { pageKernel } from "./pageKernel.js";

export function findPackage(name: string): string | null {
  return loadPackage(name) === undefined ? null : name;
}

export function loadPackage(name: string): unknown {
  return pageKernel.load?.(name);
}

export function loadedModule(_path: RegExp): unknown {
  return undefined;
}
