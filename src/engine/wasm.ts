/**
 * The embedded engine: WebAssembly SIMD kernels on one thread or several, with no native code.
 *
 * The sum behind each value of a product is over k in order, with separate multiplication and
 * addition, and threads share out rows or columns of the result: so its bits depend neither on
 * the number of threads nor on the machine.
 */
import { availableParallelism } from "node:os";
import { finishDot } from "./dot.js";
import type { Engine, FloatArray, Product } from "./engine.js";
import { KERNELS, SHARED_FLAG } from "./kernelBytes.js";
import { DOT_SUMS, SCRATCH_BYTES } from "./kernels/layout.js";
import { EngineMemory } from "./memory.js";
import { plain } from "./plain.js";
import { productShares, ranges } from "./shares.js";
import { type Kernels, Team } from "./team.js";

/** Bytes of an ordinary matrix that are copied into engine memory at a time. */
const COPY_BYTES = 8 << 20;
/** Bytes that are worth another thread in a gather. */
const GATHER_BYTES = 65_536;

/** More threads than this help little with the assignment's matrices, and each costs memory and a start. */
const DEFAULT_THREADS = 4;

export interface WasmOptions {
  /** Threads, the caller included; without, as many as cores, at most DEFAULT_THREADS. */
  readonly threads?: number | undefined;
  /** False does without shared memory, and so with one thread. */
  readonly shared?: boolean;
}

export interface WasmEngine extends Engine {
  /** Threads at work, the caller included. */
  readonly threads: number;
  /** Bytes of engine memory that arrays and scratch hold. */
  readonly bytesInUse: number;
  /** Parts of the work that worker threads have done so far. */
  readonly partsByWorkers: number;
}

/** @throws {Error} if this Node runs no WebAssembly with SIMD */
export function createWasmEngine({ threads, shared = true }: WasmOptions = {}): WasmEngine {
  const cores = availableParallelism();
  const { memory, note } = createMemory(shared);
  const module = new WebAssembly.Module(kernelModule(memory.shared));
  const { exports } = new WebAssembly.Instance(module, { engine: { memory: memory.memory } });
  const kernels = exports as unknown as Kernels;
  const team = new Team({
    module,
    kernels,
    memory,
    threads: memory.shared ? (threads ?? Math.min(cores, DEFAULT_THREADS)) : 1,
    note: note || (threads === undefined && cores === 1 ? "the machine has one core" : ""),
  });
  const scratch = Array.from({ length: team.threads }, () => memory.take(SCRATCH_BYTES));
  const sums = memory.take(8 * DOT_SUMS);

  return {
    get name() {
      const notes = team.note && ` (${team.note})`;
      return `wasm, ${team.threads === 1 ? "1 thread" : `${team.threads} threads`}${notes}`;
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
    const { M, N, K, a, b, c } = product;
    if (K === 0) c.fill(0, 0, M * N);
    if (M * N * K === 0) return;
    withArray(b, K * N, (bAddress) => {
      if (memory.holds(a) || product.transposeA) return multiply(product, bAddress);
      // Rows of an ordinary matrix go through scratch, some at a time.
      const rows = Math.max(4, Math.floor(COPY_BYTES / (K * a.BYTES_PER_ELEMENT)));
      for (let row = 0; row < M; row += rows) {
        const end = Math.min(M, row + rows);
        multiply({ ...product, M: end - row, a: a.subarray(row * K), c: c.subarray(row * N) }, bAddress);
      }
    });
  }

  function multiply({ M, N, K, a, transposeA, transposeB, c }: Product, b: number): void {
    const size = c.BYTES_PER_ELEMENT;
    withArray(a, M * K, (aAddress) =>
      withResult(c, M * N, (cAddress) => {
        const placed = { c: cAddress, a: aAddress, b, transposeA, transposeB, M, N, K, size };
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
    if (count * rowLength === 0) return;
    const rowBytes = rowLength * out.BYTES_PER_ELEMENT;
    const parts = ranges(count, Math.min(team.threads, Math.ceil((count * rowBytes) / GATHER_BYTES)), 1);
    withBytes(pixels, rowLength, indices, (rows) =>
      withArray(mean ?? plain.allocate(out instanceof Float64Array ? "float64" : "float32", rowLength), rowLength, (meanAddress) =>
        withResult(out, count * rowLength, (outAddress) =>
          team.run(
            `gather_${suffix(out)}`,
            parts.map(([start, end]) => [rows + 4 * start, end - start, rowLength, meanAddress, outAddress + start * rowBytes]),
          ),
        ),
      ),
    );
  }

  /** The addresses of rows of pixels; rows outside the engine's memory are copied in. */
  function withBytes(pixels: Uint8Array, rowLength: number, indices: ArrayLike<number>, use: (rows: number) => void): void {
    const inside = memory.holds(pixels);
    const table = memory.take(4 * indices.length);
    const copies = inside ? pixels.byteOffset : memory.take(indices.length * rowLength);
    const addresses = new Uint32Array(memory.memory.buffer, table, indices.length);
    for (let i = 0; i < indices.length; i++) {
      const from = indices[i]! * rowLength;
      addresses[i] = copies + (inside ? from : i * rowLength);
      if (!inside) memory.views.uint8.set(pixels.subarray(from, from + rowLength), copies + i * rowLength);
    }
    try {
      use(table);
    } finally {
      memory.give(table);
      if (!inside) memory.give(copies);
    }
  }

  function addScaled(alpha: number, x: FloatArray, y: FloatArray, out: FloatArray = y): void {
    if (!memory.holds(x) || !memory.holds(y) || !memory.holds(out)) return plain.addScaled(alpha, x, y, out);
    kernels[`addScaled_${suffix(out)}`]!(alpha, x.byteOffset, y.byteOffset, out.byteOffset, out.length);
  }

  function dot(x: FloatArray, y: FloatArray): number {
    if (!memory.holds(x) || !memory.holds(y)) return plain.dot(x, y);
    const whole = x.length - (x.length % DOT_SUMS);
    kernels[`dot_${suffix(x)}`]!(x.byteOffset, y.byteOffset, whole, sums);
    return finishDot(memory.views.float64.slice(sums / 8, sums / 8 + DOT_SUMS), x, y, whole);
  }

  /** Calls `use` with the array's address, or with that of a copy. */
  function withArray(data: FloatArray, length: number, use: (address: number) => void): void {
    if (memory.holds(data)) return use(data.byteOffset);
    const address = memory.take(length * data.BYTES_PER_ELEMENT);
    view(data).set(data.length === length ? data : data.subarray(0, length), address / data.BYTES_PER_ELEMENT);
    try {
      use(address);
    } finally {
      memory.give(address);
    }
  }

  /** Calls `use` with the array's address, or with that of scratch that is then copied to it. */
  function withResult(data: FloatArray, length: number, use: (address: number) => void): void {
    if (memory.holds(data)) return use(data.byteOffset);
    const address = memory.take(length * data.BYTES_PER_ELEMENT);
    const start = address / data.BYTES_PER_ELEMENT;
    try {
      use(address);
      data.set(view(data).subarray(start, start + length));
    } finally {
      memory.give(address);
    }
  }

  function view(data: FloatArray): FloatArray {
    return data instanceof Float64Array ? memory.views.float64 : memory.views.float32;
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
    return { memory: new EngineMemory(false), note: `no shared memory: ${String(error)}` };
  }
}

function kernelModule(shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(Buffer.from(KERNELS, "base64"));
  if (!shared) bytes[SHARED_FLAG.at] = SHARED_FLAG.unshared;
  return bytes;
}
