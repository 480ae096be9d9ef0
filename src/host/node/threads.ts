/** Threads from a program's text, here Node's: see `browser/threads.ts` for a page. */
import { Worker } from "node:worker_threads";

export interface Thread {
  terminate(): Promise<unknown>;
}

/**
 * Starts a thread that neither keeps the process alive nor brings it down.
 *
 * @param source a program that defines `begin(data)`: a thread that is started from text needs no file, so it is the
 *   same from the built package, from a bundle and under a test runner
 * @param lost is called with the reason when the thread fails or ends
 */
export function startThread(source: string, data: object, lost: (reason: string) => void): Thread {
  const program = `${source}\nbegin(require("node:worker_threads").workerData);`;
  const worker = new Worker(program, { eval: true, workerData: data, execArgv: [], name: "two-layer-net" });
  worker.unref();
  worker.on("error", (error) => lost(`a worker thread failed: ${String(error)}`));
  worker.on("exit", () => lost("a worker thread ended"));
  return worker;
}
