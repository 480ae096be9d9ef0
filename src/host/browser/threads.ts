/** Threads from a program's text, as web workers: the twin of `node/threads.ts`. */
import type { Thread } from "../node/threads.js";
import { scope } from "./scope.js";

/** A page whose policy forbids `worker-src blob:` has no threads: `lost` says so, and the work goes on without. */
export function startThread(source: string, data: object, lost: (reason: string) => void): Thread {
  const program = `${source}\nonmessage = ({ data }) => begin(data);`;
  const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new scope.Worker(address, { name: "two-layer-net" });
  worker.onerror = ({ message }) => lost(`a worker thread failed: ${message}`);
  worker.postMessage(data);
  return {
    terminate: async () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
