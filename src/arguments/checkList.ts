import { describeValue } from "./describeValue.js";

/** @throws {TypeError} if value is not a plain list, e.g. an NDArray */
export function checkList(caller: string, name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError(`${caller}: expected ${name} to be a list, got ${describeValue(value)}`);
}
