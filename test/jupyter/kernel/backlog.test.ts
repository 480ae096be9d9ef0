import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { Backlog } from "../../../src/jupyter/kernel/backlog.js";

afterEach(() => void vi.restoreAllMocks());

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

it("and for so long at most, should that thread be gone", () => {
  const memory = new SharedArrayBuffer(4);
  const backlog = new Backlog(memory);
  const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
  for (let i = 0; i < 500; i++) backlog.enter();
  expect(wait).not.toHaveBeenCalled();
  backlog.enter();
  expect([wait.mock.calls.length, wait.mock.calls[99]?.slice(1), new Int32Array(memory)[0]]).toEqual([100, [0, 500, 50], 501]);
});

it("whoever waits is told at once of what was sent", () => {
  const notify = vi.spyOn(Atomics, "notify");
  const memory = new SharedArrayBuffer(4);
  new Backlog(memory).leave(1);
  expect(notify.mock.calls.map(([of, at]) => [of.buffer === memory, at])).toEqual([[true, 0]]);
});
