/** Matrix products, sums of squares and steps along an array, by the engine. */
import { engine } from "../engine/backend.js";
import type { FloatArray } from "../engine/engine.js";
import { checkArray } from "./checkArray.js";
import { allocate, promote } from "./dtype.js";
import { NDArray } from "./ndarray.js";
import { shapeText } from "./shape.js";

/** Operands to be read transposed, without making a copy of them. */
export interface MatmulOptions {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** where to put the product, overwritten: default a new array; it must be neither operand */
  readonly out?: NDArray | undefined;
}

/**
 * The matrix product `op(a)·op(b)`.
 *
 * @param a (M, K), or (K, M) with `transposeA`
 * @param b (K, N), or (N, K) with `transposeB`
 * @returns (M, N), float32 if both are, else float64
 * @throws {RangeError} if an operand is not a matrix, the inner sizes differ, or out is not (M, N)
 * @throws {TypeError} if out is of another type than the product
 * @example
 * matmul(array([[1, 2], [3, 4]]), array([[1], [10]])) // array([[21.], [43.]])
 * matmul(array([[1, 2]]), array([[3, 4]]), { transposeB: true }) // array([[11.]])
 */
export function matmul(a: NDArray, b: NDArray, options: MatmulOptions = {}): NDArray {
  const { transposeA = false, transposeB = false } = options;
  const [M, K] = matrixSizes("a", a, transposeA);
  const [inner, N] = matrixSizes("b", b, transposeB);
  if (K !== inner) {
    throw new RangeError(
      `matmul: expected the inner sizes to agree, got ${shapeText([M, K])} and ${shapeText([inner, N])}`,
    );
  }
  const dtype = promote(a.dtype, b.dtype) === "float32" ? "float32" : "float64";
  const { out = new NDArray(allocate(dtype, M * N), [M, N]) } = options;
  checkArray("matmul", "out", out, [M, N]);
  if (out.dtype !== dtype) throw new TypeError(`matmul: expected out to be ${dtype}, got ${out.dtype}`);
  const c = out.data as FloatArray;
  engine().gemm({ M, N, K, a: floats(a, dtype), transposeA, b: floats(b, dtype), transposeB, c });
  return out;
}

function matrixSizes(argument: string, matrix: NDArray, transposed: boolean): [number, number] {
  checkArray("matmul", argument, matrix);
  const { shape } = matrix;
  if (shape.length !== 2) {
    throw new RangeError(`matmul: expected ${argument} to be a matrix, got shape ${shapeText(shape)}`);
  }
  const [rows, columns] = shape as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}

function floats(x: NDArray, dtype: "float32" | "float64"): FloatArray {
  return (x.dtype === dtype ? x : x.astype(dtype)).data as FloatArray;
}

/** `y += scale·x`, elementwise and in place, for float arrays of one type and size. */
export function addScaled(y: NDArray, scale: number, x: NDArray): void {
  const addend = x.dtype === y.dtype ? x : x.astype(y.dtype);
  engine().addScaled(scale, addend.data as FloatArray, y.data as FloatArray);
}

/** `Σ x²` over all elements of a float array. */
export function sumOfSquares(x: NDArray): number {
  const data = x.data as FloatArray;
  return engine().dot(data, data);
}
