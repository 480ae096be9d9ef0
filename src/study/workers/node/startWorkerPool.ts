/** A pool of Node's threads: see `browser/startWorkerPool.ts` for a page. */
import type { Answer, WorkerPool, WorkerPoolOptions } from "../workerPool.js";

/**
 * Piscina asks for the program by `require` before it imports it. Node 20 aborts the whole process where a worker
 * is ended in the midst of a `require` of a module; refused, it goes on to the import, which can be ended.
 */
const REQUIRE_OF_MODULES = "--experimental-require-module";
const execArgv = process.allowedNodeEnvironmentFlags.has(REQUIRE_OF_MODULES) ? [REQUIRE_OF_MODULES.replace("--", "--no-")] : [];

export async function startWorkerPool<Task, Result>({ program, workers, workerData }: WorkerPoolOptions<URL>): Promise<WorkerPool<Task, Result>> {
  // Loaded when it is needed: every program that imports the library would wait for it.
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Task, Answer<Result>>({
    filename: program.href, minThreads: workers, maxThreads: workers, workerData, execArgv,
  });
  // From workers that cannot even start, one event each: the pool would leave the tasks waiting.
  const broken = new Promise<never>((_, reject) => pool.on("error", reject));
  broken.catch(() => {});
  let stopped: Promise<void> | undefined;
  return {
    run: (task) => Promise.race([pool.run(task), broken]),
    // Once: the pool would replace workers that end during a second call.
    stop: () => (stopped ??= pool.destroy()),
    get isStopped() {
      return stopped !== undefined;
    },
  };
}
