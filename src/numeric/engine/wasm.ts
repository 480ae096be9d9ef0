/**
 * The embedded engine: WebAssembly SIMD routines on one thread or several, with no native code.
 *
 * The sum behind each value of a product is over k in order, and threads share out rows or columns
 * of the result: so its bits do not depend on the number of threads. Multiplication and addition
 * are one instruction (FMA), which rounds once; on the rare processor without it they are two, and
 * the last bits differ.
 */
import { allowRelaxedSimd, cores, sharesMemory } from "#host/machine";
import type { Engine, FloatArray, Product } from "./engine.js";
import { FUSED_ROUTINES, ROUTINES, SHARED_FLAG } from "./wasmBytes.js";
import { EngineMemory } from "./memory.js";
import { Placement } from "./placement.js";
import { finishDot, plain } from "./plain.js";
import { productShares, ranges } from "./shares.js";
import { type Routines, Team } from "./team.js";
import { DOT_SUMS, SCRATCH_BYTES } from "./wat/layout.js";

/** More threads than this help little with the assignment's matrices, and each costs memory and a start. */
const DEFAULT_THREADS = 4;
/** Bytes of an ordinary matrix that are copied into engine memory at a time. */
const COPY_BYTES = 8 << 20;
/** Bytes of floats to gather that are worth another thread: some 10 us. */
const GATHER_BYTES = 131_072;

export interface WasmOptions {
  /** Threads, the caller included; without, as many as cores, at most DEFAULT_THREADS. */
  readonly threads?: number | undefined;
  /** False does without shared memory, and so with one thread. */
  readonly shared?: boolean;
  /** False multiplies and adds in two instructions, with the same bits on every processor, but slower. */
  readonly fused?: boolean;
}

export interface WasmEngine extends Engine {
  /** Threads at work, the caller included. */
  readonly threads: number;
  /** Bytes of engine memory that arrays and scratch hold. */
  readonly bytesInUse: number;
  /** Parts of the work that worker threads have done so far. */
  readonly partsByWorkers: number;
}

/** @throws {Error} if this machine runs no WebAssembly with SIMD */
export function createWasmEngine(options: WasmOptions = {}): WasmEngine {
  const { fused = true } = options;
  if (!fused || !allowsRelaxedSimd()) return createWith(ROUTINES, options);
  const engine = createWith(FUSED_ROUTINES, options);
  return roundsOnce(engine) ? engine : createWith(ROUTINES, options);
}

function createWith(wasmBytes: string, { threads, shared = sharesMemory }: WasmOptions): WasmEngine {
  const { memory, note } = createMemory(shared);
  const module = new WebAssembly.Module(moduleBytes(wasmBytes, memory.shared));
  const { exports } = new WebAssembly.Instance(module, { engine: { memory: memory.memory } });
  const routines = exports as unknown as Routines;
  const team = new Team({ module, routines, memory, ...threadCount(threads, memory.shared, note) });
  const placement = new Placement(memory);
  const scratch = Array.from({ length: team.threads }, () => memory.take(SCRATCH_BYTES));
  const sums = memory.take(8 * DOT_SUMS);

  return {
    get name() {
      const notes = team.note && ` (${team.note})`;
      return `wasm${wasmBytes === ROUTINES ? " without FMA" : ""}, ${team.threads === 1 ? "1 thread" : `${team.threads} threads`}${notes}`;
    },
    get threads() {
      return team.threads;
    },
    get bytesInUse() {
      return memory.bytesInUse;
    },
    get partsByWorkers() {
      return team.partsByWorkers;
    },
    gemm,
    gatherRows,
    addScaled,
    dot,
    // Without sharing, growing the memory would detach the arrays in it.
    allocate: (dtype, length) => (memory.shared ? memory.allocate(dtype, length) : plain.allocate(dtype, length)),
    release: (data) => memory.release(data),
    stop: () => team.stop(),
  };

  function gemm(product: Product): void {
    const { M, N, K, a, transposeA, b, c } = product;
    if (K === 0) c.fill(0, 0, M * N);
    if (M * N * K === 0) return;
    placement.input(b, K * N, (bAddress) => {
      if (transposeA || memory.holds(a)) return multiply(product, bAddress);
      // An ordinary matrix of any size goes through scratch of bounded size.
      const rows = Math.max(1, Math.floor(COPY_BYTES / (K * a.BYTES_PER_ELEMENT)));
      for (let row = 0; row < M; row += rows) {
        const part = { M: Math.min(rows, M - row), a: a.subarray(row * K), c: c.subarray(row * N) };
        multiply({ ...product, ...part }, bAddress);
      }
    });
  }

  function multiply({ M, N, K, a, transposeA, transposeB, c }: Product, b: number): void {
    placement.input(a, M * K, (aAddress) =>
      placement.output(c, M * N, (cAddress) => {
        const size = c.BYTES_PER_ELEMENT;
        const placed = { a: aAddress, b, c: cAddress, transposeA, transposeB, M, N, K, size };
        team.run(`gemm_${suffix(c)}`, productShares(placed, scratch.slice(0, team.threads)));
      }),
    );
  }

  function gatherRows(
    pixels: Uint8Array,
    rowLength: number,
    indices: ArrayLike<number>,
    mean: FloatArray | undefined,
    out: FloatArray,
  ): void {
    const count = indices.length;
    const rowBytes = rowLength * out.BYTES_PER_ELEMENT;
    if (count * rowLength === 0) return;
    const subtrahend = mean ?? out.slice(0, rowLength).fill(0);
    placement.byteRows(pixels, rowLength, indices, (rows) =>
      placement.input(subtrahend, rowLength, (meanAddress) =>
        placement.output(out, count * rowLength, (outAddress) => {
          const threads = Math.min(team.threads, Math.ceil((count * rowBytes) / GATHER_BYTES));
          const parts = ranges(count, threads, 1).map(([start, end]) => [
            rows + 4 * start, end - start, rowLength, meanAddress, outAddress + start * rowBytes,
          ]);
          team.run(`gather_${suffix(out)}`, parts);
        }),
      ),
    );
  }

  function addScaled(alpha: number, x: FloatArray, y: FloatArray, out: FloatArray = y): void {
    if (!memory.holds(x) || !memory.holds(y) || !memory.holds(out)) return plain.addScaled(alpha, x, y, out);
    // One thread: two are no faster at moving memory, and what is half changed in place cannot be repeated.
    team.run(`addScaled_${suffix(out)}`, [[alpha, x.byteOffset, y.byteOffset, out.byteOffset, out.length]]);
  }

  function dot(x: FloatArray, y: FloatArray): number {
    if (!memory.holds(x) || !memory.holds(y)) return plain.dot(x, y);
    const whole = x.length - (x.length % DOT_SUMS);
    team.run(`dot_${suffix(x)}`, [[x.byteOffset, y.byteOffset, whole, sums]]);
    return finishDot(memory.views.float64.slice(sums / 8, sums / 8 + DOT_SUMS), x, y, whole);
  }
}

function suffix(data: FloatArray): "f64" | "f32" {
  return data instanceof Float64Array ? "f64" : "f32";
}

function createMemory(shared: boolean): { memory: EngineMemory; note: string } {
  if (!shared) return { memory: new EngineMemory(false), note: "without shared memory" };
  try {
    return { memory: new EngineMemory(true), note: "" };
  } catch (error) {
    return { memory: new EngineMemory(false), note: `without shared memory: ${String(error)}` };
  }
}

function threadCount(asked: number | undefined, shared: boolean, note: string): { threads: number; note: string } {
  if (!shared) return { threads: 1, note };
  const count = cores();
  if (asked === undefined && count === 1) return { threads: 1, note: "the machine has one core" };
  return { threads: asked ?? Math.min(count, DEFAULT_THREADS), note };
}

function moduleBytes(digits: string, shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  if (!shared) bytes[SHARED_FLAG.at] = SHARED_FLAG.unshared;
  return bytes;
}

function allowsRelaxedSimd(): boolean {
  const bytes = moduleBytes(FUSED_ROUTINES, false);
  if (!WebAssembly.validate(bytes)) allowRelaxedSimd();
  return WebAssembly.validate(bytes);
}

/** Relaxed SIMD may also round twice: 1 - (1 + e)(1 - e) is e², of which nothing is left then. */
function roundsOnce(engine: WasmEngine): boolean {
  const e = 2 ** -30;
  const c = new Float64Array(1);
  const [a, b] = [Float64Array.of(1, 1 + e), Float64Array.of(1, e - 1)];
  engine.gemm({ M: 1, N: 1, K: 2, a, transposeA: false, b, transposeB: false, c });
  return c[0] === e * e;
}
