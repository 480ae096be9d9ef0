/**
 * The engine in use, and its choice: by `useBackend`, else by the environment variables
 * TWO_LAYER_NET_BACKEND and TWO_LAYER_NET_THREADS, else automatically. Nothing is loaded
 * before the first use.
 */
import { environment } from "#host/machine";
import { createAutoEngine } from "./auto.js";
import { createBlasEngine } from "#blas";
import type { Engine } from "./engine.js";
import { plain } from "./plain.js";
import { createWasmEngine } from "./wasm.js";

/**
 * `auto`: a BLAS if koffi and a library are there, else `wasm`; `wasm`: the embedded engine;
 * `blas`: a native library through koffi; `plain`: plain loops.
 */
export type BackendName = "auto" | "wasm" | "blas" | "plain";

export interface BackendOptions {
  /** Threads, the calling one included: 1 to 64. Without, as many as cores, at most 4. */
  readonly threads?: number | undefined;
}

const NAMES: readonly BackendName[] = ["auto", "wasm", "blas", "plain"];
const MAX_THREADS = 64;

let active: Engine | undefined;

/** The engine in use; chosen by the environment at the first call. */
export function engine(): Engine {
  active ??= environmentEngine();
  return active;
}

/**
 * What does the matrix products, for people: e.g. `"wasm, 2 threads"` or `"blas (libopenblas.so.0), 2 threads"`.
 *
 * @example
 * useBackend("plain");
 * backend() // "plain"
 * useBackend("auto");
 */
export function backend(): string {
  return engine().name;
}

/**
 * Chooses the engine. Arrays allocated before stay readable, and are treated as ordinary ones.
 *
 * @returns what `backend()` shows
 * @throws {RangeError} if the name is unknown or the number of threads is not 1 to 64
 * @throws {Error} if the backend asked for is not there, with the command that installs it
 * @example
 * useBackend("wasm", { threads: 65 }) // RangeError: useBackend: expected a number of threads from 1 to 64, got 65
 * useBackend("cuda") // RangeError: useBackend: expected a backend of auto, wasm, blas, plain, got "cuda"
 * useBackend("auto") === backend() // true
 */
export function useBackend(name: BackendName, { threads }: BackendOptions = {}): string {
  const chosen = create(
    checkedName("useBackend", name),
    threads === undefined ? undefined : checkedThreads("useBackend", threads),
  );
  void active?.stop();
  active = chosen;
  return active.name;
}

function environmentEngine(): Engine {
  const { TWO_LAYER_NET_BACKEND: name, TWO_LAYER_NET_THREADS: threads } = environment;
  return create(
    name ? checkedName("TWO_LAYER_NET_BACKEND", name) : "auto",
    threads ? checkedThreads("TWO_LAYER_NET_THREADS", Number(threads)) : undefined,
  );
}

function create(name: BackendName, threads: number | undefined): Engine {
  const library = environment["TWO_LAYER_NET_BLAS"] || undefined;
  if (name === "plain") return plain;
  if (name === "wasm") return createWasmEngine({ threads });
  // A BLAS has threads of its own.
  if (name === "blas") return createBlasEngine({ base: orPlain(() => createWasmEngine({ threads: 1 })), threads, library });
  return orPlain(() => createAutoEngine({ threads, library }));
}

/** Plain loops, saying so, where there is no WebAssembly (e.g. Node with --jitless). */
function orPlain(create: () => Engine): Engine {
  try {
    return create();
  } catch (error) {
    return { ...plain, name: `plain (no WebAssembly: ${String(error)})` };
  }
}

function checkedName(source: string, name: string): BackendName {
  if ((NAMES as readonly string[]).includes(name)) return name as BackendName;
  throw new RangeError(`${source}: expected a backend of ${NAMES.join(", ")}, got "${name}"`);
}

function checkedThreads(source: string, threads: number): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS) return threads;
  throw new RangeError(`${source}: expected a number of threads from 1 to ${MAX_THREADS}, got ${threads}`);
}
