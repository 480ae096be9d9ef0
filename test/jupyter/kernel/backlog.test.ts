import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { Backlog } from "../../../src/jupyter/kernel/backlog.js";

it("lets messages in as long as few wait", () => {
  const memory = new SharedArrayBuffer(4);
  const backlog = new Backlog(memory);
  for (let i = 0; i < 500; i++) backlog.enter();
  backlog.leave(200);
  expect(new Int32Array(memory)[0]).toBe(300);
});

it("holds the next one back until another thread has sent some", async () => {
  const memory = new SharedArrayBuffer(4);
  const backlog = new Backlog(memory);
  for (let i = 0; i < 500; i++) backlog.enter();
  const code = `const count = new Int32Array(require("worker_threads").workerData);
    setTimeout(() => { Atomics.sub(count, 0, 400); Atomics.notify(count, 0); }, 50);`;
  const worker = new Worker(code, { eval: true, workerData: memory });
  backlog.enter();
  expect(new Int32Array(memory)[0]).toBe(101);
  await worker.terminate();
});
