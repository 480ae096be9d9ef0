/** A pool of web workers, with workers that are played. */
import { expect, it } from "vitest";
import type { PageWorker } from "../../../src/study/workers/browser/programs.js";
import { startWorkerPool } from "../../../src/study/workers/browser/startWorkerPool.js";

class PlayedWorker implements PageWorker {
  onmessage: PageWorker["onmessage"] = () => {};
  onerror: PageWorker["onerror"] = () => {};
  readonly messages: unknown[] = [];
  terminated = 0;
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
  terminate(): void {
    this.terminated++;
  }
  answer(result: unknown): void {
    this.onmessage({ data: { result } });
  }
}

async function start(workers: number) {
  const made: PlayedWorker[] = [];
  const program = (): PageWorker => made[made.push(new PlayedWorker()) - 1]!;
  const pool = await startWorkerPool<string, string>({ program, workers, workerData: "data" });
  return { pool, made };
}

it("gives each worker its data, then tasks as it becomes free", async () => {
  const { pool, made } = await start(2);
  const answers = ["a", "b", "c"].map((task) => pool.run(task));
  expect(made.map(({ messages }) => messages)).toEqual([["data", "a"], ["data", "b"]]);
  made[1]!.answer("B");
  expect(made[1]!.messages).toEqual(["data", "b", "c"]);
  made[0]!.answer("A");
  made[1]!.answer("C");
  expect(await Promise.all(answers)).toEqual([{ result: "A" }, { result: "B" }, { result: "C" }]);
});

it("replaces a worker that fails at a task, which is lost", async () => {
  const { pool, made } = await start(1);
  const first = pool.run("a");
  made[0]!.answer("A");
  await first;
  const [lost, next] = [pool.run("b"), pool.run("c")];
  made[0]!.onerror({ message: "out of memory" });
  await expect(lost).rejects.toThrow(new Error("a worker failed: out of memory"));
  expect([made[0]!.terminated, made[1]!.messages]).toEqual([1, ["data", "c"]]);
  made[1]!.answer("C");
  expect(await next).toEqual({ result: "C" });
});

it("says what to do where workers cannot start, instead of trying again", async () => {
  const { pool, made } = await start(2);
  const all = Promise.allSettled(["a", "b", "c"].map((task) => pool.run(task)));
  made[0]!.onerror({});
  const texts = (await all).map((each) => String((each as PromiseRejectedResult).reason));
  expect(texts).toEqual(Array(3).fill(expect.stringMatching(/^Error: a worker could not start \(its program was not found\); bundle .*trialWorker\.js/)));
  expect(made).toHaveLength(2);
  await expect(pool.run("d")).rejects.toThrow("a worker could not start");
});

it("ends all that waits when it is stopped, and takes no more", async () => {
  const { pool, made } = await start(1);
  const all = Promise.allSettled(["a", "b"].map((task) => pool.run(task)));
  await pool.stop();
  expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect([pool.isStopped, made[0]!.terminated]).toEqual([true, 1]);
  await expect(pool.run("c")).rejects.toThrow("the workers were stopped");
});
