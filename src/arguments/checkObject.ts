import { describeValue } from "./describeValue.js";

/**
 * @param form what it should look like, e.g. `{ W1: 1e-8 }`
 * @throws {TypeError} if value is not an object, or is a list
 */
export function checkObject(caller: string, name: string, form: string, value: unknown): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${caller}: expected ${name} to be an object such as ${form}, got ${describeValue(value)}`);
}
