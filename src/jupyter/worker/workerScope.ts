import type { FromWorker, ToWorker } from "./workerMessages.js";

/** The few names of a web worker that its kernel needs: it is compiled without a browser's types. */
export interface WorkerScope {
  readonly crossOriginIsolated?: boolean;
  onmessage: (event: { readonly data: ToWorker }) => void;
  postMessage(message: FromWorker): void;
  addEventListener(type: "error", listener: (event: { readonly error: unknown; preventDefault(): void }) => void): void;
  addEventListener(type: "unhandledrejection", listener: (event: { readonly reason: unknown; preventDefault(): void }) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
