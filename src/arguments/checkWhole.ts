import { describeValue } from "./describeValue.js";

/**
 * Checks a whole number within a range, both ends included.
 *
 * @throws {TypeError} if value is not a number
 * @throws {RangeError} if value is not whole, or lies outside of low..high
 */
export function checkWhole(caller: string, argument: string, value: unknown, low: number, high: number): void {
  if (typeof value !== "number") {
    throw new TypeError(`${caller}: expected ${argument} to be a number, got ${describeValue(value)}`);
  }
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`${caller}: expected ${argument} to be a whole number from ${low} to ${high}, got ${describeValue(value)}`);
  }
}
