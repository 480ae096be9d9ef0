/** What the program of a worker thread is made of: the engine it computes with, and its default export. */
import { serve } from "#workers/serve";
import { useBackend } from "../../numeric/engine/backend.js";
import type { Answer } from "./workerPool.js";

/**
 * The default export of a worker's program.
 *
 * It computes on one thread of the embedded engine, as the workers are as many as the cores already,
 * and the embedded engine gives the same bits whatever BLAS a machine has.
 *
 * @param start makes what works on a task, of the data that every worker is given
 */
export function workerProgram<Data, Task, Result>(start: (data: Data) => (task: Task) => Result): (task: Task) => Answer<Result> {
  return serve((data: Data) => {
    useOneThread();
    const work = start(data);
    return (task: Task) => {
      try {
        return { result: work(task) };
      } catch (error) {
        return { error };
      }
    };
  });
}

/**
 * Plain loops, which take longer, where there is no room for WebAssembly: its memory reserves 10 GiB of address
 * space in each thread, however little of it is used, and `ulimit -v` or a batch system may not grant them.
 */
function useOneThread(): void {
  try {
    useBackend("wasm", { threads: 1 });
  } catch {
    useBackend("plain");
  }
}
