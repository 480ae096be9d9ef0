/** What a page and the worker in which its kernel lives tell each other, by `postMessage`. */
import type { Message } from "../protocol/messages.js";

/** Addresses of the scripts and texts that a kernel is made of, absolute. */
export interface KernelFiles {
  /** The compiler: a module with it as its default export. */
  readonly typescript: string;
  /** Declarations by path, as JSON: the compiler's own libraries and those of the packages below. */
  readonly declarations: string;
  /** Modules by the names that cells import them by, loaded when a cell asks for one. */
  readonly packages: Readonly<Record<string, string>>;
  /** Programs of the threads that compute parts of products, try settings and measure gaps, by what they do. */
  readonly workers: { readonly engine: string; readonly trial: string; readonly gap: string };
}

/** A file that is too large for messages: kept by the browser, or to be had from the site. */
export type LargeSource = Blob | { readonly address: string; readonly size: number };

/** What a kernel is started with. */
export interface KernelStart {
  readonly files: KernelFiles;
  /** Of the notebook, in the store of files: the kernel's working directory. */
  readonly folder: string;
  readonly lang: "en" | "ko";
  /** Environment variables of the library, such as `TWO_LAYER_NET_THREADS`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Memory of a {@link SharedLine}, or null in a page that is not isolated: then nothing can be told to a cell that runs. */
  readonly line: SharedArrayBuffer | null;
  /** What lies in the store that cells may read, by path; notebooks are not among it. */
  readonly stored: ReadonlyMap<string, Uint8Array>;
  /** More files that cells may read, by path. */
  readonly large?: ReadonlyMap<string, LargeSource>;
}

export type ToWorker =
  | { readonly kind: "start"; readonly start: KernelStart }
  | { readonly kind: "request"; readonly channel: "control" | "shell"; readonly message: Message }
  /** A file of the store is another now, or gone. */
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array | null }
  /** What a thread of its own has said, or why that thread failed. */
  | { readonly kind: "fromThread"; readonly thread: number; readonly data: unknown }
  | { readonly kind: "threadFailed"; readonly thread: number; readonly reason: string };

export type ThreadRequest =
  | { readonly kind: "startThread"; readonly thread: number; readonly address: string; readonly options: ThreadOptions }
  | { readonly kind: "toThread"; readonly thread: number; readonly data: unknown }
  | { readonly kind: "endThread"; readonly thread: number };

/** As a browser's `Worker` takes them. */
export interface ThreadOptions {
  readonly type?: "classic" | "module";
  readonly name?: string;
}

export type FromWorker =
  /** The kernel answers. */
  | { readonly kind: "ready" }
  | { readonly kind: "message"; readonly channel: "control" | "iopub" | "shell" | "stdin"; readonly message: Message }
  /** A cell has written a file, or removed it; told before the reply of the cell. */
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array | null }
  /** It has its threads from the page: see `pageThreads.ts`. */
  | ThreadRequest
  /** It could not start, or is lost. */
  | { readonly kind: "broken"; readonly reason: string };
