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

export interface WorkerPoolOptions<Program> {
  /** what the workers run, from `#workers/programs`: a module that ends in a `workerProgram` */
  readonly program: Program;
  /** threads */
  readonly workers: number;
  /** what each of them is given at its start, on memory that they share */
  readonly workerData: unknown;
}

/** The result, or the error that the worker's program met, thrown here. */
export function resultOf<Result>(answer: Answer<Result>): Result {
  if ("error" in answer) throw answer.error;
  return answer.result;
}
