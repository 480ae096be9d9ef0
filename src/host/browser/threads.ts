/** Threads from a program's text, as web workers: the twin of `node/threads.ts`. */
import type { Thread } from "../node/threads.js";
import { pageKernel } from "./pageKernel.js";
import { scope } from "./scope.js";

/** The text of a web worker that runs a program with a `begin(data)`. */
export function webWorkerProgram(source: string): string {
  return `${source}\nonmessage = ({ data }) => begin(data);`;
}

/**
 * A page whose policy forbids `worker-src blob:` has no threads, unless its kernel has their program as a file: `lost`
 * says so, and the work goes on without.
 */
export function startThread(source: string, data: object, lost: (reason: string) => void): Thread {
  const file = pageKernel.workers?.engine;
  const address = file ?? URL.createObjectURL(new Blob([webWorkerProgram(source)], { type: "text/javascript" }));
  const worker = new scope.Worker(address, { name: "two-layer-net" });
  worker.onerror = ({ message }) => lost(`a worker thread failed: ${message}`);
  worker.postMessage(data);
  return {
    terminate: async () => {
      worker.terminate();
      if (file === undefined) URL.revokeObjectURL(address);
    },
  };
}
