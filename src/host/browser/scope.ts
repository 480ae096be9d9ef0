/** The few names of a page or of a web worker that the library looks at: it is compiled without a browser's types. */
interface Scope {
  readonly crossOriginIsolated?: boolean;
  /** Not in a worker. */
  readonly document?: object;
  readonly navigator?: { readonly hardwareConcurrency?: number; readonly deviceMemory?: number };
  readonly Worker: new (address: string, options: { name: string }) => WebWorker;
}

export interface WebWorker {
  onerror: (event: { readonly message: string }) => void;
  postMessage(data: object): void;
  terminate(): void;
}

export const scope = globalThis as unknown as Scope;
