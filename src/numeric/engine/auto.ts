/**
 * The automatic choice: the embedded engine, and from the first large product on a BLAS where there
 * is one. Looking for a BLAS takes some 50 ms, which a program without large products never pays.
 */
import { createBlasEngine } from "#blas";
import type { Engine, Product } from "./engine.js";
import { createWasmEngine, type WasmEngine } from "./wasm.js";

/** Multiply-adds from which a product is large: about 0.1 ms of them. */
const LARGE = 1_000_000;

export interface AutoOptions {
  readonly threads?: number | undefined;
  /** File of a BLAS; the usual places without. */
  readonly library?: string | undefined;
}

/** @throws {Error} if this Node runs no WebAssembly with SIMD */
export function createAutoEngine({ threads, library }: AutoOptions): Engine {
  const base = createWasmEngine({ threads });
  let chosen: Engine | undefined;

  return {
    get name() {
      return choice().name;
    },
    gemm: (product) => (isLarge(product) ? choice() : base).gemm(product),
    gatherRows: base.gatherRows,
    addScaled: base.addScaled,
    dot: base.dot,
    allocate: base.allocate,
    release: base.release,
    stop: base.stop,
  };

  function choice(): Engine {
    chosen ??= blasOn(base) ?? base;
    return chosen;
  }

  function blasOn(embedded: WasmEngine): Engine | undefined {
    try {
      const blas = createBlasEngine({ base: embedded, threads, library });
      // The library has threads of its own: two sets of them would fight for the cores.
      void embedded.stop();
      return blas;
    } catch {
      return undefined;
    }
  }
}

function isLarge({ M, N, K }: Product): boolean {
  return M * N * K >= LARGE;
}
