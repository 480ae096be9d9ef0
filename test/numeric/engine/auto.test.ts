import { expect, it, vi } from "vitest";
import { createAutoEngine } from "../../../src/numeric/engine/auto.js";
import * as blas from "../../../src/numeric/engine/blas.js";
import type { Engine, Product } from "../../../src/numeric/engine/engine.js";
import { plain } from "../../../src/numeric/engine/plain.js";
import { product } from "./engines.js";

vi.mock("../../../src/numeric/engine/blas.js", { spy: true });

/** A stand-in for a native engine, which notes what it multiplies. */
function nativeEngine(): Engine & { seen: Product[] } {
  const seen: Product[] = [];
  return { ...plain, name: "blas (stand-in)", seen, gemm: (given) => void seen.push(given) };
}

it("leaves small products to the embedded engine, without looking for a BLAS", () => {
  vi.mocked(blas.createBlasEngine).mockClear();
  const given = product("float64", [99, 100, 100]);
  createAutoEngine({ threads: 1 }).gemm(given);
  expect(given.c.every(Number.isFinite)).toBe(true);
  expect(blas.createBlasEngine).not.toHaveBeenCalled();
});

it("gives large products to a BLAS where there is one", () => {
  const native = nativeEngine();
  vi.mocked(blas.createBlasEngine).mockReturnValueOnce(native);
  const engine = createAutoEngine({ threads: 2 });
  const [large, small] = [product("float64", [100, 100, 100]), product("float64", [10, 10, 10])];
  engine.gemm(large);
  engine.gemm(small);
  expect(native.seen).toEqual([large]);
  expect(engine.name).toBe("blas (stand-in)");
});

it("stays with the embedded engine where there is none, and looks only once", () => {
  vi.mocked(blas.createBlasEngine).mockClear().mockImplementationOnce(() => {
    throw new Error("none");
  });
  const engine = createAutoEngine({ threads: 1 });
  const large = product("float64", [100, 100, 100]);
  engine.gemm(large);
  engine.gemm(large);
  expect(large.c.every(Number.isFinite)).toBe(true);
  expect(engine.name).toBe("wasm, 1 thread");
  expect(blas.createBlasEngine).toHaveBeenCalledTimes(1);
});
