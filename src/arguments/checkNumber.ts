/** Checks on numbers that users give, made once at the public edge. */
import { describeValue } from "./describeValue.js";

/** @throws {TypeError} if value is not a number; NaN and the infinities are */
export function checkNumber(caller: string, name: string, value: number): void {
  if (typeof value !== "number") throw new TypeError(`${caller}: expected ${name} to be a number, got ${describeValue(value)}`);
}

/** @throws {RangeError} if value is not a whole number of 1 or more */
export function checkCount(caller: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new RangeError(`${caller}: expected ${name} to be a whole number of 1 or more, got ${describeValue(value)}`);
  }
}

/** @throws {RangeError} if value is not a finite number above 0 */
export function checkPositive(caller: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${caller}: expected ${name} to be a positive number, got ${describeValue(value)}`);
  }
}

/** @throws {RangeError} if value is not a finite number of 0 or more */
export function checkNotNegative(caller: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`${caller}: expected ${name} to be a number of 0 or more, got ${describeValue(value)}`);
  }
}

/** @throws {RangeError} if a share such as a momentum is not from 0 to below 1 */
export function checkShare(caller: string, name: string, value: number): void {
  if (!(typeof value === "number" && value >= 0 && value < 1)) {
    throw new RangeError(`${caller}: expected ${name} to be from 0 to below 1, got ${describeValue(value)}`);
  }
}
