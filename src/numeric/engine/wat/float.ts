/** The two float types as WebAssembly names them; every routine is written once for both. */
export interface Float {
  /** Scalar type, and the suffix of the routines' names. */
  readonly type: "f64" | "f32";
  /** The 128-bit vector of them. */
  readonly vector: "f64x2" | "f32x4";
  /** Bytes of one value. */
  readonly size: 8 | 4;
  /** Values in a vector. */
  readonly lanes: 2 | 4;
  /** Loads one value into every lane. */
  readonly splat: "v128.load64_splat" | "v128.load32_splat";
}

export const f64: Float = { type: "f64", vector: "f64x2", size: 8, lanes: 2, splat: "v128.load64_splat" };
export const f32: Float = { type: "f32", vector: "f32x4", size: 4, lanes: 4, splat: "v128.load32_splat" };
