/** Which properties of an object a function reads that are not there. */

/** @returns the names, in the order of reading; none if it is no plain object */
export function missingReads(value: unknown, read: (watched: unknown) => unknown): string[] {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return [];
  const missing = new Set<string>();
  const watched = new Proxy(value, {
    get(target, name, receiver) {
      if (typeof name === "string" && !(name in target)) missing.add(name);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  try {
    read(watched);
  } catch {
    // that it stops is known: only what it has read until then is asked
  }
  return [...missing];
}
