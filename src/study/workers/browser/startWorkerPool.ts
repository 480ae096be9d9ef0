/** A pool of web workers: the twin of `node/startWorkerPool.ts`. */
import type { Answer, WorkerPool, WorkerPoolOptions } from "../workerPool.js";
import type { PageWorker, Program } from "./programs.js";

interface Job<Task, Result> {
  readonly task: Task;
  readonly resolve: (answer: Answer<Result>) => void;
  readonly reject: (error: Error) => void;
}

const ADVICE =
  "bundle trialWorker.js and gapWorker.js of two-layer-net/dist/study/workers/browser as modules of their own, beside the page's script, and let its policy have worker-src 'self'";

export async function startWorkerPool<Task, Result>({ program, workers, workerData }: WorkerPoolOptions<Program>): Promise<WorkerPool<Task, Result>> {
  const waiting: Job<Task, Result>[] = [];
  const busy = new Map<PageWorker, Job<Task, Result>>();
  const idle: PageWorker[] = [];
  /** Why there are no workers any more. */
  let end: Error | undefined;
  let isStopped = false;
  let hasAnswered = false;
  for (let i = 0; i < workers; i++) addWorker();
  return {
    run: (task) => new Promise((resolve, reject) => {
      if (end) return reject(end);
      waiting.push({ task, resolve, reject });
      assign();
    }),
    async stop() {
      isStopped = true;
      finish(new Error("the workers were stopped"));
    },
    get isStopped() {
      return isStopped;
    },
  };

  function addWorker(): void {
    const worker = program();
    worker.onmessage = ({ data }) => {
      hasAnswered = true;
      busy.get(worker)?.resolve(data);
      busy.delete(worker);
      idle.push(worker);
      assign();
    };
    worker.onerror = ({ message }) => lost(worker, message);
    worker.postMessage(workerData);
    idle.push(worker);
  }

  function assign(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const [worker, job] = [idle.shift()!, waiting.shift()!];
      busy.set(worker, job);
      worker.postMessage(job.task);
    }
  }

  /** Where none has ever worked, none is replaced: the next would fail as it did. */
  function lost(worker: PageWorker, message: string | undefined): void {
    if (end) return;
    if (!hasAnswered) return finish(new Error(`a worker could not start (${message ?? "its program was not found"}); ${ADVICE}`));
    busy.get(worker)?.reject(new Error(`a worker failed: ${message}`));
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    worker.terminate();
    addWorker();
    assign();
  }

  function finish(reason: Error): void {
    end ??= reason;
    for (const worker of [...busy.keys(), ...idle.splice(0)]) worker.terminate();
    for (const { reject } of [...busy.values(), ...waiting.splice(0)]) reject(end);
    busy.clear();
  }
}
