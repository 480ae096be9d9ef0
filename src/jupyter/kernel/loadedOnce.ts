/**
 * Local files that import each other in a circle. tslab knows a file only when it has been loaded to its end, and would
 * load the first one again and again; as in Node, who comes back to it gets what it has exported so far.
 */

/** Under this name files find the modules that have begun to load. */
const LOADING = Symbol.for("two-layer-net.kernel.loading");

const loading = new Map<string, unknown>();
Object.defineProperty(globalThis, LOADING, { value: loading, configurable: true });

/** Code for the beginning of a file's first line. @param path of the file */
export function loadedOnce(path: string): string {
  const [modules, name] = [`globalThis[Symbol.for(${JSON.stringify(LOADING.description)})]`, JSON.stringify(path)];
  return `if (${modules}.has(${name})) { module.exports = ${modules}.get(${name}).exports; return; } ${modules}.set(${name}, module); `;
}

/** A new cell begins: what has been loaded is known to tslab, and what has failed is to be tried again. */
export function forgetLoading(): void {
  loading.clear();
}
