/** The engines that the suite runs over, and matrices to feed them with. */
import { type BlasOptions, createBlasEngine } from "../../../src/numeric/engine/blas.js";
import type { Engine, FloatArray, Product } from "../../../src/numeric/engine/engine.js";
import { plain } from "../../../src/numeric/engine/plain.js";
import { createWasmEngine } from "../../../src/numeric/engine/wasm.js";
import { oracleProduct } from "./oracle.js";

export interface Candidate {
  readonly name: string;
  /** Undefined where the machine has no such engine. */
  readonly engine: Engine | undefined;
}

export function candidates(): Candidate[] {
  return [
    { name: "plain", engine: plain },
    { name: "wasm, 1 thread", engine: createWasmEngine({ threads: 1 }) },
    { name: "wasm, 3 threads", engine: createWasmEngine({ threads: 3 }) },
    { name: "wasm without FMA", engine: createWasmEngine({ threads: 2, fused: false }) },
    { name: "wasm without shared memory", engine: createWasmEngine({ threads: 2, shared: false }) },
    { name: "blas", engine: blasIfPresent({ base: createWasmEngine({ threads: 1 }) }) },
  ];
}

function blasIfPresent(options: BlasOptions): Engine | undefined {
  try {
    return createBlasEngine(options);
  } catch {
    return undefined;
  }
}

/** Values in [-1, 1) that look random, the same each time. */
export function values(dtype: "float64" | "float32", length: number, seed: number): FloatArray {
  const data = dtype === "float64" ? new Float64Array(length) : new Float32Array(length);
  let state = (seed * 2654435761 + 12345) >>> 0;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = state / 2 ** 31 - 1;
  }
  return data;
}

/** A product of such values, with c full of what must not stay there. */
export function product(
  dtype: "float64" | "float32",
  [M, N, K]: readonly [number, number, number],
  transposeA = false,
  transposeB = false,
): Product {
  const c = values(dtype, M * N, 3).fill(NaN);
  return { M, N, K, a: values(dtype, M * K, 1), transposeA, b: values(dtype, K * N, 2), transposeB, c };
}

/** The same product with its arrays in the engine's own memory. */
export function inEngineMemory(engine: Engine, original: Product): Product {
  const dtype = original.c instanceof Float64Array ? "float64" : "float32";
  const [a, b, c] = [original.a, original.b, original.c].map((data) => {
    const placed = engine.allocate(dtype, data.length);
    placed.set(data);
    return placed;
  }) as [FloatArray, FloatArray, FloatArray];
  return { ...original, a, b, c };
}

const expectedProducts = new Map<string, Float64Array>();

/** What the oracle makes of `product(...)`, which has the same values each time: computed once for all engines. */
export function expectedProduct({ M, N, K, a, transposeA, b, transposeB, c }: Product): Float64Array {
  const key = [c.constructor.name, M, N, K, transposeA, transposeB].join();
  const known = expectedProducts.get(key);
  if (known) return known;
  const expected = new Float64Array(M * N);
  oracleProduct({ M, N, K, a, transposeA, b, transposeB, c: expected });
  expectedProducts.set(key, expected);
  return expected;
}
