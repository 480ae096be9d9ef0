/**
 * The native engine: the matrix product of a BLAS that the system has, called through koffi.
 * Everything else is left to the embedded engine, whose memory the BLAS reads and writes in place.
 */
import { createRequire } from "node:module";
import type { Engine, Product } from "./engine.js";

/** Where BLAS libraries with 32-bit integers and the C interface are, best first. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  linux: ["libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libmkl_rt.so", "libblis.so.4"],
  darwin: [
    "/System/Library/Frameworks/Accelerate.framework/Accelerate",
    "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
    "/usr/local/opt/openblas/lib/libopenblas.dylib",
  ],
  win32: ["libopenblas.dll", "openblas.dll", "mkl_rt.2.dll", "mkl_rt.dll"],
};

const INSTALL: Readonly<Record<string, string>> = {
  linux: "sudo apt-get install libopenblas0-pthread",
  darwin: "brew install openblas",
  win32: "conda install openblas",
};

/** cblas's names for row-major order and for transposition. */
const ROW_MAJOR = 101;
const AS_STORED = 111;
const TRANSPOSED = 112;

export interface BlasOptions {
  /** The engine that does everything but the product. */
  readonly base: Engine;
  /** Threads for the library to use; its own choice without. */
  readonly threads?: number | undefined;
  /** File of the library; the usual places without. */
  readonly library?: string | undefined;
}

interface Library {
  func(declaration: string): (...args: unknown[]) => unknown;
}

/** @throws {Error} if koffi or the library is not there, with the command that installs it */
export function createBlasEngine({ base, threads, library }: BlasOptions): Engine {
  const [file, blas] = openLibrary(library);
  const gemms = { float64: gemmFunction(blas, "d", "double"), float32: gemmFunction(blas, "s", "float") };
  if (threads !== undefined) optional(blas, "void openblas_set_num_threads(int n)")?.(threads);
  const count = optional(blas, "int openblas_get_num_threads()")?.();
  const note = count === undefined ? "" : count === 1 ? ", 1 thread" : `, ${String(count)} threads`;

  return {
    name: `blas (${file})${note}`,
    gemm,
    gatherRows: base.gatherRows,
    addScaled: base.addScaled,
    dot: base.dot,
    allocate: base.allocate,
    release: base.release,
    stop: base.stop,
  };

  function gemm({ M, N, K, a, transposeA, b, transposeB, c }: Product): void {
    if (K === 0) c.fill(0, 0, M * N);
    if (M * N * K === 0) return;
    const [ta, lda] = transposeA ? [TRANSPOSED, M] : [AS_STORED, K];
    const [tb, ldb] = transposeB ? [TRANSPOSED, K] : [AS_STORED, N];
    const call = c instanceof Float64Array ? gemms.float64 : gemms.float32;
    call(ROW_MAJOR, ta, tb, M, N, K, 1, a, lda, b, ldb, 0, c, N);
  }
}

function openLibrary(library: string | undefined): [file: string, library: Library] {
  const koffi = loadKoffi();
  const files = library ? [library] : (LIBRARIES[process.platform] ?? []);
  for (const file of files) {
    try {
      return [file, koffi.load(file)];
    } catch {
      // The next place may have it; if none has, the error below names them all.
    }
  }
  throw new Error(
    `backend "blas": expected one of the libraries ${files.join(", ")}, found none; ` +
    `install one (${INSTALL[process.platform] ?? "OpenBLAS"}) or set TWO_LAYER_NET_BLAS to its file`,
  );
}

function loadKoffi(): { load(file: string): Library } {
  try {
    return createRequire(import.meta.url)("koffi");
  } catch (cause) {
    throw new Error('backend "blas": expected the package koffi, found none; install it: npm install koffi', { cause });
  }
}

function gemmFunction(library: Library, letter: "d" | "s", type: "double" | "float"): (...args: unknown[]) => unknown {
  return library.func(
    `void cblas_${letter}gemm(int order, int transA, int transB, int M, int N, int K, ` +
    `${type} alpha, const ${type} *A, int lda, const ${type} *B, int ldb, ${type} beta, ${type} *C, int ldc)`,
  );
}

/** A function that only some libraries have. */
function optional(library: Library, declaration: string): ((...args: unknown[]) => unknown) | undefined {
  try {
    return library.func(declaration);
  } catch {
    return undefined;
  }
}
