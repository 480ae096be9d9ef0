/** Who takes part: the library with each engine, NumPy, and other JavaScript libraries. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The Python that may have NumPy. */
export const PYTHON = process.env.BENCH_PYTHON ?? (existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3");

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The library's engines, as the environment chooses them. */
export function engines(program, dtype, args = [], choices = ENGINES) {
  return choices.map(({ name, env }) => ({
    name: `${name}, ${dtype}`,
    dtype,
    command: process.execPath,
    args: [path(`contenders/${program}.mjs`), dtype, ...args],
    env,
  }));
}

/**
 * Which kernels OpenBLAS takes: those for 256 bits, whatever the machine has, and those that it chooses by itself, on
 * many machines for 512. Both, as the first is what most machines have and the second what this one can.
 */
const KERNELS = [
  ...(process.arch === "x64" ? [{ kernels: "AVX2", env: { OPENBLAS_CORETYPE: "Haswell" } }] : []),
  { kernels: "own", env: { OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined } },
];

export const ENGINES = [
  { name: "embedded, 1 thread", env: { TWO_LAYER_NET_BACKEND: "wasm", TWO_LAYER_NET_THREADS: "1" } },
  { name: "embedded, 2 threads", env: { TWO_LAYER_NET_BACKEND: "wasm", TWO_LAYER_NET_THREADS: "2" } },
  ...KERNELS.map(({ kernels, env }) => ({ name: `BLAS, ${kernels} kernels`, env: { TWO_LAYER_NET_BACKEND: "blas", ...env } })),
];

export const PLAIN = [{ name: "plain loops", env: { TWO_LAYER_NET_BACKEND: "plain" } }];

/** Lets glibc keep memory from one step to the next; without, NumPy's steps take up to twice as long. */
const MALLOC = { MALLOC_TRIM_THRESHOLD_: "1000000000", MALLOC_MMAP_THRESHOLD_: "1000000000" };

/** NumPy with each of the kernels, and with its BLAS's own number of threads, and with one. */
export function numpy(program, dtype, args = [], threads = ["1", undefined]) {
  const variants = KERNELS.flatMap((choice) => threads.map((count) => ({ ...choice, count })));
  return variants.map(({ kernels, env, count }) => ({
    name: `NumPy, ${count ? `${count} thread` : "its threads"}, ${kernels} kernels, ${dtype}`,
    dtype,
    reference: count === undefined ? kernels : null,
    command: PYTHON,
    args: [path(`contenders/${program}.py`), dtype, ...args],
    env: { ...MALLOC, ...env, ...(count ? { OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count } : {}) },
  }));
}

/** Two cores of 128 bits that do nothing but the multiplications and additions of the work. */
export function peak(dtype, flops) {
  return { name: `peak of 2 cores, 128 bits, ${dtype}`, dtype, command: process.execPath, args: [path("contenders/peak.mjs"), dtype, flops] };
}

/** Other libraries, installed by `npm install --prefix bench`. */
export function peers(program) {
  return [
    { name: "tfjs (WebAssembly), float32", peer: "tfjs.mjs", options: ["wasm"], dtype: "float32" },
    { name: "tfjs (CPU), float32", peer: "tfjs.mjs", options: ["cpu"], dtype: "float32" },
    { name: "ml-matrix, float64", peer: "mlMatrix.mjs", dtype: "float64" },
  ].map(({ name, peer, dtype, options = [] }) => ({
    name,
    dtype,
    command: process.execPath,
    args: [path(`peers/${peer}`), program, ...options],
  }));
}
