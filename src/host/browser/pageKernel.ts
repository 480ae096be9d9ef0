/**
 * What a kernel that runs cells in a page gives this library: an object under the symbol `two-layer-net.host`, any part of
 * it, before the library is loaded. `environment`, `files` and `events` then stay the same objects; the rest may change at
 * any time. Without a kernel the library does what a page can do by itself.
 */
export interface PageKernel {
  /** Sends a display message, as Jupyter's protocol has its content; with `update` it replaces what was shown under the same id. */
  display?: ((content: object, update: boolean) => void) | null;
  /** As Node's environment variables: `TWO_LAYER_NET_LANG`, `TWO_LAYER_NET_THREADS`, `CIFAR10_DIR` ... */
  environment: Record<string, string | undefined>;
  /** The working directory in the page's files, such as `/notebooks`. */
  folder: string;
  /** The page's files by absolute path. */
  files: Map<string, Uint8Array>;
  /** More files, which are too large to be held in memory, and cannot be written. One of `files` hides that of its path. */
  large?: ReadonlyMap<string, LargeFile>;
  /** Interrupts, as an event `kernel:interrupt`. */
  events: EventTarget;
  /** A package by its name, such as `danfojs-node`; undefined where the page has none. */
  load?: (name: string) => unknown;
  /** Of Node's `util`. */
  format?: (...values: readonly unknown[]) => string;
  inspect?: (value: unknown, options?: object) => string;
  /** The trace of an error as V8 writes it, with the places of cells. */
  trace?: (error: Error) => string;
  /** Called at each step of long work; may throw, to end it. */
  breathe?: () => void;
  /**
   * Addresses of the programs of worker threads: the one that an engine starts, made by `webWorkerProgram` of
   * `host/browser/threads.ts`, and `trialWorker.js` and `gapWorker.js` of `study/workers/browser`, bundled.
   */
  workers?: { readonly engine: string; readonly trial: string; readonly gap: string };
}

/** A file that is read in parts. */
export interface LargeFile {
  readonly size: number;
  /** Bytes `from` to `to`, without the last. */
  read(from: number, to: number): Uint8Array;
}

const HOOK = Symbol.for("two-layer-net.host");

const given = ((globalThis as Record<symbol, unknown>)[HOOK] ??= {}) as Partial<PageKernel>;

export const pageKernel = Object.assign(given, {
  environment: given.environment ?? {},
  folder: given.folder ?? "/",
  files: given.files ?? new Map<string, Uint8Array>(),
  events: given.events ?? new EventTarget(),
}) as PageKernel;
