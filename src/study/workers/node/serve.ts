/** How a worker's program is given its data and its tasks: see `browser/serve.ts` for a page. */
import { workerData } from "node:worker_threads";

/**
 * @param start is given the `workerData` of the pool
 * @returns what the program exports as its default: the pool calls it with each task
 */
export function serve<Data, Task, Result>(start: (data: Data) => (task: Task) => Result): (task: Task) => Result {
  return start(workerData as Data);
}
