/** The element types of an NDArray, named as NumPy names them, and the typed arrays behind them. */

import { describeValue } from "../arguments/describeValue.js";

/** The element types, named as NumPy names them. */
export type DType = "float64" | "float32" | "int32" | "uint8";
/** The memory behind an NDArray, one kind for each element type. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

const constructors = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
} as const;
const names: ReadonlyMap<unknown, DType> = new Map(
  (Object.keys(constructors) as DType[]).map((name) => [constructors[name], name]),
);

/**
 * @param caller begins an error's text
 * @throws {TypeError} if there is no such type
 * @throws {RangeError} if there is no memory for so many elements
 */
export function allocate(dtype: DType, length: number, caller = "NDArray"): TypedArray {
  checkDType(caller, dtype);
  try {
    return new constructors[dtype](length);
  } catch (cause) {
    throw new RangeError(`${caller}: expected elements that fit into memory, got ${length} of ${dtype}`, { cause });
  }
}

/** A copy in another type; a float that becomes an integer loses its fraction. */
export function converted(data: TypedArray, dtype: DType): TypedArray {
  checkDType("astype", dtype);
  return new constructors[dtype](data);
}

/** @throws {TypeError} if data is not one of the four typed arrays */
export function dtypeOf(data: TypedArray): DType {
  const dtype = names.get(data?.constructor);
  if (dtype !== undefined) return dtype;
  throw new TypeError(
    `NDArray: expected data to be a Float64Array, Float32Array, Int32Array or Uint8Array, got ${describeValue(data)}`,
  );
}

function checkDType(caller: string, dtype: unknown): void {
  if (typeof dtype === "string" && Object.hasOwn(constructors, dtype)) return;
  // NumPy's users write zeros((2, 3)), and zeros(2, 3) by mistake
  const remedy = typeof dtype === "number" ? "; sizes go into a list: [2, 3]" : "";
  throw new TypeError(`${caller}: expected dtype to be one of ${Object.keys(constructors).join(", ")}, got ${describeValue(dtype)}${remedy}`);
}

export function isFloat(dtype: DType): boolean {
  return dtype === "float64" || dtype === "float32";
}

/**
 * The type that holds the result of arithmetic on both: float32 stays float32 only beside
 * float32, and integers become int32 (so that uint8 sums do not wrap around at 256).
 */
export function promote(a: DType, b: DType): DType {
  if (a === "float32" && b === "float32") return "float32";
  return isFloat(a) || isFloat(b) ? "float64" : "int32";
}

/** As `promote`, for a plain number beside an array: a float array keeps its type. */
export function promoteWithNumber(a: DType, value: number): DType {
  if (isFloat(a)) return a;
  return Number.isInteger(value) ? "int32" : "float64";
}

/** @throws {RangeError} if it is not one of the two float types */
export function checkFloatType(caller: string, dtype: unknown): void {
  if (dtype === "float64" || dtype === "float32") return;
  throw new RangeError(`${caller}: expected dtype to be "float64" or "float32", got ${JSON.stringify(dtype)}`);
}
