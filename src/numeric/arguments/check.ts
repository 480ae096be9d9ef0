/** Checks on what users give, made once at the public edge. */
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

/** @throws {TypeError} if value is not a function */
export function checkFunction(caller: string, name: string, value: unknown): void {
  if (typeof value !== "function") throw new TypeError(`${caller}: expected ${name} to be a function, got ${describeValue(value)}`);
}

/** @throws {TypeError} if value is not a plain list, e.g. an NDArray */
export function checkList(caller: string, name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError(`${caller}: expected ${name} to be a list, got ${describeValue(value)}`);
}

/**
 * @param form what it should look like, e.g. `{ W1: 1e-8 }`
 * @throws {TypeError} if value is not an object, or is a list
 */
export function checkObject(caller: string, name: string, form: string, value: unknown): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${caller}: expected ${name} to be an object such as ${form}, got ${describeValue(value)}`);
}

/** @throws {TypeError} if a list comes where NumPy takes a tuple and we take one number per axis */
export function checkSpread(caller: string, args: readonly unknown[]): void {
  if (Array.isArray(args[0])) throw new TypeError(`${caller}: expected one number per axis, got a list; write ${caller}(...list)`);
}

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
