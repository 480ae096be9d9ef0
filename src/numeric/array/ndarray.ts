/**
 * A dense array of numbers in C order with a shape: as much of NumPy's ndarray as the layers and
 * the notebooks use, with the same results to the last bit in elementwise arithmetic and sums.
 *
 * Every method returns a new array and leaves its operands alone; `reshape` and `slice` share
 * memory with the array they come from, as in NumPy, and only `set` and `fill` write.
 */
import { checkFunction, checkList, checkNumber, checkSpread } from "../arguments/check.js";
import { arrayRepr, arrayText } from "../print/arrayText.js";
import { add, divide, type Loop, loopOf, maximum, minimum, multiply, subtract } from "./arithmetic.js";
import { allocate, converted, type DType, dtypeOf, isFloat, promote, promoteWithNumber, type TypedArray } from "./dtype.js";
import { type Binary, mapBinary, mapUnary, type Unary } from "./elementwise.js";
import { exp, log } from "./expLog.js";
import { elementOffset, type Nested, nestedLists } from "./indexing.js";
import { notAnArray } from "./notAnArray.js";
import { argmaxAlong, maxAlong, minAlong, pairwiseSum, reduceAxis, type Reduction, sumAlong } from "./reduce.js";
import { copyRows, sliceRows } from "./rows.js";
import { broadcastShape, checkShape, checkSizes, resolveAxis, resolveReshape, type Shape, shapeText, sizeOf } from "./shape.js";
import { axisOrder, transposed } from "./transpose.js";

/**
 * A dense array of numbers with a shape and an element type, with NumPy's results and texts.
 *
 * @example
 * const x = array([[1, 2], [3, 4]]);
 * x.add(array([10, 20])) // array([[11., 22.], [13., 24.]])
 * x.mean(0) // array([2., 3.])
 * x.reshape(4).shape // [ 4 ]
 * x.add(ones(3)) // RangeError: add: expected shapes that broadcast together, got (2, 2) and (3,)
 */
export class NDArray {
  /** elements in C order */
  readonly data: TypedArray;
  readonly shape: Shape;
  readonly dtype: DType;

  /**
   * @param data elements in C order; used in place, not copied
   * @throws {TypeError} if data is not one of the four typed arrays
   * @throws {RangeError} if the shape does not hold just as many elements as data
   */
  constructor(data: TypedArray, shape: Shape) {
    const dtype = dtypeOf(data);
    checkSizes("NDArray", shape);
    if (sizeOf(shape) !== data.length) {
      throw new RangeError(
        `NDArray: expected ${sizeOf(shape)} elements for shape ${shapeText(shape)}, got ${data.length}`,
      );
    }
    this.data = data;
    this.shape = Object.freeze([...shape]);
    this.dtype = dtype;
  }

  /** How many elements there are. */
  get size(): number {
    return this.data.length;
  }

  /** How many axes there are. */
  get ndim(): number {
    return this.shape.length;
  }

  // --- elements -------------------------------------------------------------------------------

  /** The element at one index per axis; a negative index counts from the end. */
  get(...index: number[]): number {
    checkSpread("get", index);
    return this.data[elementOffset(this.shape, index)];
  }

  /**
   * Writes the element at one index per axis.
   *
   * @throws {TypeError} if index is not a list, or value not a number
   * @throws {RangeError} if the index does not fit the shape
   */
  set(index: readonly number[], value: number): void {
    checkList("set", "the index", index);
    checkNumber("set", "the value", value);
    this.data[elementOffset(this.shape, index)] = value;
  }

  /** The only element of an array of size 1. */
  item(): number {
    if (this.size !== 1) throw new RangeError(`item: expected an array of 1 element, got shape ${shapeText(this.shape)}`);
    return this.data[0];
  }

  /** Writes one value to all elements, and returns this array. */
  fill(value: number): this {
    checkNumber("fill", "the value", value);
    this.data.fill(value);
    return this;
  }

  // --- shape and rows -------------------------------------------------------------------------

  /** The same elements in another shape; one size may be -1. Shares memory. */
  reshape(...shape: number[]): NDArray {
    checkSpread("reshape", shape);
    return new NDArray(this.data, resolveReshape(this.shape, shape));
  }

  /** Axes in the given order, or reversed; a copy in C order. */
  transpose(...axes: number[]): NDArray {
    checkSpread("transpose", axes);
    const order = axisOrder(axes, this.ndim);
    return new NDArray(transposed(this.data, this.shape, order), order.map((axis) => this.shape[axis]));
  }

  /** The transpose, as `transpose()`: a copy. */
  get T(): NDArray {
    return this.transpose();
  }

  /** Rows start .. stop - 1 along the first axis. Shares memory. */
  slice(start: number, stop: number = this.shape[0] ?? 0): NDArray {
    return new NDArray(sliceRows(this.data, this.shape, start, stop), [stop - start, ...this.shape.slice(1)]);
  }

  /**
   * The rows at these indices along the first axis, copied in that order.
   *
   * @param out where to put them: default a new array of this type
   */
  takeRows(indices: ArrayLike<number>, out?: NDArray): NDArray {
    const shape = [indices.length, ...this.shape.slice(1)];
    const taken = out ?? new NDArray(allocate(this.dtype, sizeOf(shape)), shape);
    checkShape("takeRows", "out", taken.shape, shape);
    copyRows(this.data, this.shape, indices, taken.data);
    return taken;
  }

  /** The same elements in memory of their own. */
  copy(): NDArray {
    return new NDArray(this.data.slice(), this.shape);
  }

  /** A copy in another type; to integers, what typed arrays make of a float: the fraction is cut off. */
  astype(dtype: DType): NDArray {
    return new NDArray(converted(this.data, dtype), this.shape);
  }

  // --- elementwise arithmetic -----------------------------------------------------------------

  /**
   * Sum, element by element; shapes broadcast as in NumPy, here and in all arithmetic.
   *
   * @throws {RangeError} if the shapes do not broadcast
   */
  add(other: NDArray | number): NDArray {
    return this.#combine("add", other, add);
  }

  /** Difference, element by element. */
  sub(other: NDArray | number): NDArray {
    return this.#combine("sub", other, subtract);
  }

  /** Product, element by element; `matmul` is the matrix product. */
  mul(other: NDArray | number): NDArray {
    return this.#combine("mul", other, multiply);
  }

  /** True division: integers give float64. */
  div(other: NDArray | number): NDArray {
    const dividend = isFloat(this.dtype) ? this : this.astype("float64");
    return dividend.#combine("div", other, divide);
  }

  /** The larger of both, NaN if either is. */
  maximum(other: NDArray | number): NDArray {
    return this.#combine("maximum", other, maximum);
  }

  /** The smaller of both, NaN if either is. */
  minimum(other: NDArray | number): NDArray {
    return this.#combine("minimum", other, minimum);
  }

  /** Every element times -1. */
  neg(): NDArray {
    return this.mul(-1);
  }

  /** Absolute values. */
  abs(): NDArray {
    return new NDArray(mapUnary(this.data, this.dtype, Math.abs), this.shape);
  }

  /** e to the power of every element, as floats. */
  exp(): NDArray {
    return this.map(exp);
  }

  /** Natural logarithms, as floats. */
  log(): NDArray {
    return this.map(log);
  }

  /** Square roots, as floats. */
  sqrt(): NDArray {
    return this.map(Math.sqrt);
  }

  /** f of every element, as floats (float32 stays float32). */
  map(f: Unary): NDArray {
    checkFunction("map", "f", f);
    return new NDArray(mapUnary(this.data, isFloat(this.dtype) ? this.dtype : "float64", f), this.shape);
  }

  /** f of every pair of elements, broadcast as in arithmetic. */
  combine(other: NDArray | number, f: Binary): NDArray {
    checkFunction("combine", "f", f);
    return this.#combine("combine", other, loopOf(f));
  }

  #combine(caller: string, other: NDArray | number, loop: Loop): NDArray {
    if (typeof other === "number") {
      const dtype = promoteWithNumber(this.dtype, other);
      const number = { data: Float64Array.of(other), shape: [] };
      return new NDArray(mapBinary(this, number, this.shape, dtype, loop), this.shape);
    }
    if (!(other instanceof NDArray)) throw notAnArray(caller, "the operand", other);
    const shape = broadcastShape(caller, this.shape, other.shape);
    return new NDArray(mapBinary(this, other, shape, promote(this.dtype, other.dtype), loop), shape);
  }

  // --- reductions -----------------------------------------------------------------------------

  /** The sum of all elements, or along an axis. */
  sum(): number;
  sum(axis: number): NDArray;
  sum(axis?: number): number | NDArray {
    if (axis === undefined) return pairwiseSum(this.data);
    return this.#reduce("sum", axis, isFloat(this.dtype) ? this.dtype : "int32", sumAlong);
  }

  /** The mean of all elements, or along an axis, as floats. */
  mean(): number;
  mean(axis: number): NDArray;
  mean(axis?: number): number | NDArray {
    if (axis === undefined) return pairwiseSum(this.data) / this.size;
    const floats = isFloat(this.dtype) ? this : this.astype("float64");
    return floats.sum(axis).div(this.shape[resolveAxis("mean", axis, this.ndim)]);
  }

  /** The largest element, or those along an axis; NaN if there is one. */
  max(): number;
  max(axis: number): NDArray;
  max(axis?: number): number | NDArray {
    return axis === undefined ? this.#extreme("max", maxAlong) : this.#reduce("max", axis, this.dtype, maxAlong);
  }

  /** The smallest element, or those along an axis; NaN if there is one. */
  min(): number;
  min(axis: number): NDArray;
  min(axis?: number): number | NDArray {
    return axis === undefined ? this.#extreme("min", minAlong) : this.#reduce("min", axis, this.dtype, minAlong);
  }

  /** The index of the largest element, the first of equals; of the flat array, or along an axis. */
  argmax(): number;
  argmax(axis: number): NDArray;
  argmax(axis?: number): number | NDArray {
    return axis === undefined ? this.#extreme("argmax", argmaxAlong) : this.#reduce("argmax", axis, "int32", argmaxAlong);
  }

  #extreme(caller: string, reduction: Reduction): number {
    return this.reshape(this.size).#reduce(caller, 0, "float64", reduction).item();
  }

  #reduce(caller: string, axis: number, dtype: DType, reduction: Reduction): NDArray {
    const { data, shape } = reduceAxis(caller, this, axis, dtype, reduction);
    return new NDArray(data, shape);
  }

  // --- text and plain values ------------------------------------------------------------------

  /** Nested plain lists, e.g. `[[1, 2], [3, 4]]`. */
  toList(): Nested {
    return nestedLists(this.data, this.shape);
  }

  /** The text that NumPy's `print` shows, e.g. `[[1. 2.]\n [3. 4.]]`. */
  toString(): string {
    return arrayText(this);
  }

  /** The text that a NumPy cell shows, e.g. `array([[1., 2.],\n       [3., 4.]])`. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return arrayRepr(this);
  }
}
