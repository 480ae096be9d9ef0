/** Making arrays: from nested lists, filled with a value, or evenly spaced. */
import { checkNumber } from "../arguments/check.js";
import { describeValue } from "../arguments/describeValue.js";
import { allocate, type DType } from "./dtype.js";
import { NDArray } from "./ndarray.js";
import type { Nested } from "./indexing.js";
import { checkSizes, type Shape, shapeText, sizeOf } from "./shape.js";

/**
 * An array from nested lists, e.g. `array([[1, 2], [3, 4]])`.
 *
 * @throws {RangeError} if the lists of one level differ in length
 * @throws {TypeError} if an element is not a number
 * @example
 * array([[1, 2], [3, 4]]) // array([[1., 2.], [3., 4.]])
 * array([1, 2, 3], "int32").dtype // "int32"
 */
export function array(values: Nested, dtype: DType = "float64"): NDArray {
  const shape = nestedShape(values);
  const out = allocate(dtype, sizeOf(shape), "array");
  let next = 0;
  const visit = (value: Nested, axis: number): void => {
    if (Array.isArray(value)) {
      if (value.length !== shape[axis]) throw raggedError(shape, axis, value.length);
      for (const part of value) visit(part, axis + 1);
    } else {
      if (typeof value !== "number") throw new TypeError(`array: expected numbers, got ${describeValue(value)}`);
      if (axis !== shape.length) throw raggedError(shape, axis, 0);
      out[next++] = value;
    }
  };
  visit(values, 0);
  return new NDArray(out, shape);
}

function nestedShape(values: Nested): number[] {
  const shape: number[] = [];
  for (let level: Nested | undefined = values; Array.isArray(level); level = level[0]) shape.push(level.length);
  return shape;
}

function raggedError(shape: Shape, axis: number, length: number): RangeError {
  if (axis === shape.length) return new RangeError(`array: expected numbers at depth ${axis}, got a list`);
  const got = length === 0 ? "a number" : `one of length ${length}`;
  return new RangeError(`array: expected every list at depth ${axis + 1} to have length ${shape[axis]}, got ${got}`);
}

/**
 * An array of zeros.
 *
 * @param shape sizes, or one size
 * @example
 * zeros([2, 3]) // array([[0., 0., 0.], [0., 0., 0.]])
 */
export function zeros(shape: number | Shape, dtype: DType = "float64"): NDArray {
  return filled("zeros", shape, 0, dtype);
}

/**
 * An array of ones; `shape` as for `zeros`.
 *
 * @example
 * ones([2, 3]) // array([[1., 1., 1.], [1., 1., 1.]])
 */
export function ones(shape: number | Shape, dtype: DType = "float64"): NDArray {
  return filled("ones", shape, 1, dtype);
}

/**
 * An array of one value; `shape` as for `zeros`.
 *
 * @example
 * full(3, 0.5) // array([0.5, 0.5, 0.5])
 * full([2, 2], 7, "int32").toString() // "[[7 7]\n [7 7]]"
 */
export function full(shape: number | Shape, value: number, dtype: DType = "float64"): NDArray {
  checkNumber("full", "value", value);
  return filled("full", shape, value, dtype);
}

function filled(caller: string, shape: number | Shape, value: number, dtype: DType): NDArray {
  const sizes = typeof shape === "number" ? [shape] : shape;
  checkSizes(caller, sizes);
  const data = allocate(dtype, sizeOf(sizes), caller);
  // new memory is 0, not -0, and stays untouched until it is used
  return new NDArray(Object.is(value, 0) ? data : data.fill(value), sizes);
}

/**
 * The whole numbers 0 .. stop - 1, or start, start + step, ... before stop.
 *
 * @example
 * arange(0, 10, 3) // array([0, 3, 6, 9])
 */
export function arange(stop: number): NDArray;
export function arange(start: number, stop: number, step?: number): NDArray;
export function arange(first: number, stop?: number, step = 1): NDArray {
  const [from, to] = stop === undefined ? [0, first] : [first, stop];
  if (step === 0 || ![from, to, step].every(Number.isFinite)) {
    throw new RangeError(`arange: expected finite limits and a step other than 0, got ${shapeText([from, to, step])}`);
  }
  const length = Math.max(0, Math.ceil((to - from) / step));
  const dtype = [from, to, step].every(Number.isInteger) ? "int32" : "float64";
  const out = allocate(dtype, length, "arange");
  for (let i = 0; i < length; i++) out[i] = from + i * step;
  return new NDArray(out, [length]);
}

/**
 * `num` evenly spaced numbers from start to stop, both included: `start + i * step` with the last
 * set to stop, which is how NumPy rounds them.
 *
 * @example
 * linspace(0, 1, 5) // array([0.  , 0.25, 0.5 , 0.75, 1.  ])
 */
export function linspace(start: number, stop: number, num = 50): NDArray {
  checkNumber("linspace", "start", start);
  checkNumber("linspace", "stop", stop);
  if (!Number.isSafeInteger(num) || num < 0) {
    throw new RangeError(`linspace: expected num to be a whole number of 0 or more, got ${describeValue(num)}`);
  }
  const out = allocate("float64", num, "linspace");
  const step = (stop - start) / (num - 1);
  for (let i = 0; i < num; i++) out[i] = i * step + start;
  if (num === 1) out[0] = start;
  else if (num > 1) out[num - 1] = stop;
  return new NDArray(out, [num]);
}
