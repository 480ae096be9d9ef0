/**
 * Worker threads that share a queue: tasks go in, answers come out. A worker that dies is replaced; its task fails.
 */

/** What a worker's program gives back: an error is an answer too, because one that is thrown would look like the worker's death. */
export type Answer<Result> = { readonly result: Result } | { readonly error: unknown };

export interface WorkerPool<Task, Result> {
  /**
   * Works on the task in a worker that is free, or as soon as one is.
   *
   * @returns rejects if the worker dies, or if workers cannot even start
   */
  run(task: Task): Promise<Answer<Result>>;
  /** Ends the workers, whatever they are doing; what waits or is being done is rejected. */
  stop(): Promise<void>;
  readonly isStopped: boolean;
}

export interface WorkerPoolOptions {
  /** the module whose default export takes a task and returns an Answer */
  readonly program: URL;
  /** threads */
  readonly workers: number;
  /** what each of them is given at its start, on memory that they share */
  readonly workerData: unknown;
}

export async function startWorkerPool<Task, Result>({ program, workers, workerData }: WorkerPoolOptions): Promise<WorkerPool<Task, Result>> {
  // Loaded when it is needed: every program that imports the library would wait for it.
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Task, Answer<Result>>({
    filename: program.href, minThreads: workers, maxThreads: workers, workerData, execArgv: [],
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

/** The result, or the error that the worker's program met, thrown here. */
export function resultOf<Result>(answer: Answer<Result>): Result {
  if ("error" in answer) throw answer.error;
  return answer.result;
}
