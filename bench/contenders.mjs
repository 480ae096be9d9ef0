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

export const ENGINES = [
  { name: "embedded, 1 thread", env: { TWO_LAYER_NET_BACKEND: "wasm", TWO_LAYER_NET_THREADS: "1" } },
  { name: "embedded, 2 threads", env: { TWO_LAYER_NET_BACKEND: "wasm", TWO_LAYER_NET_THREADS: "2" } },
  { name: "BLAS", env: { TWO_LAYER_NET_BACKEND: "blas" } },
];

export const PLAIN = [{ name: "plain loops", env: { TWO_LAYER_NET_BACKEND: "plain" } }];

/** Lets glibc keep memory from one step to the next; without, NumPy's steps take up to twice as long. */
const MALLOC = { MALLOC_TRIM_THRESHOLD_: "1000000000", MALLOC_MMAP_THRESHOLD_: "1000000000" };

/** NumPy with its BLAS's own number of threads, and with one. */
export function numpy(program, dtype, args = [], threads = ["1", undefined]) {
  return threads.map((count) => ({
    name: `NumPy, ${count ? `${count} thread` : "its threads"}, ${dtype}`,
    dtype,
    reference: count === undefined,
    command: PYTHON,
    args: [path(`contenders/${program}.py`), dtype, ...args],
    env: { ...MALLOC, ...(count ? { OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count } : {}) },
  }));
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
