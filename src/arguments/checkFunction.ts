import { describeValue } from "./describeValue.js";

/** @throws {TypeError} if value is not a function */
export function checkFunction(caller: string, name: string, value: unknown): void {
  if (typeof value !== "function") throw new TypeError(`${caller}: expected ${name} to be a function, got ${describeValue(value)}`);
}
