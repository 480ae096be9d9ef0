/** Files of the page that are too large to be held in memory: they are read in parts, as cells ask for them. */
import type { LargeFile } from "../../host/browser/pageKernel.js";
import type { LargeSource } from "./workerMessages.js";

/** What a web worker has and a page has not: it may wait for what it reads. */
interface Scope {
  readonly FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };
  readonly XMLHttpRequest: new () => SyncRequest;
}

interface SyncRequest {
  responseType: "blob";
  readonly status: number;
  readonly response: Blob | null;
  open(method: string, address: string, isAsync: false): void;
  send(): void;
}

/** @param sources by their paths in the store */
export function largeFiles(sources: ReadonlyMap<string, LargeSource>, scope = globalThis as unknown as Scope): ReadonlyMap<string, LargeFile> {
  return new Map([...sources].map(([path, source]) => [`/${path}`, largeFile(path, source, scope)]));
}

function largeFile(path: string, source: LargeSource, scope: Scope): LargeFile {
  let blob = source instanceof Blob ? source : null;
  return {
    size: source.size,
    read(from, to) {
      blob ??= loaded(path, source as Exclude<LargeSource, Blob>, scope);
      return new Uint8Array(new scope.FileReaderSync().readAsArrayBuffer(blob.slice(from, to)));
    },
  };
}

function loaded(path: string, { address, size }: Exclude<LargeSource, Blob>, { XMLHttpRequest }: Scope): Blob {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "blob";
  let found: string;
  try {
    request.send();
    const { status, response } = request;
    if (status === 200 && response?.size === size) return response;
    found = status === 200 ? `${response?.size ?? 0} bytes of ${size}` : `status ${status}`;
  } catch (error) {
    found = (error as Error).message;
  }
  throw new Error(`${path} could not be loaded from this site: ${found}; is the network there? Run the cell again`);
}
