import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import wabtModule from "wabt";
import { EngineMemory } from "../../../src/numeric/engine/memory.js";
import { type Routines, Team } from "../../../src/numeric/engine/team.js";

/** Each routine counts; `hang` and `trap` do so only where `asCaller` was called, which no worker does. */
const SOURCE = `(module (import "engine" "memory" (memory 1 65536 shared))
  (global $caller (mut i32) (i32.const 0))
  (func (export "asCaller") (global.set $caller (i32.const 1)))
  (func $count (export "count") (param $at i32) (drop (i32.atomic.rmw.add (local.get $at) (i32.const 1))))
  (func (export "hang") (param $at i32)
    (if (i32.eqz (global.get $caller)) (then (loop $ever (br $ever))))
    (call $count (local.get $at)))
  (func (export "trap") (param $at i32)
    (if (i32.eqz (global.get $caller)) (then (unreachable)))
    (call $count (local.get $at))))`;

let team: Team;
afterEach(() => {
  vi.restoreAllMocks();
  return team.stop();
});

interface Setting {
  readonly memory: EngineMemory;
  /** Addresses of a counter for each of two parts. */
  readonly counters: [number, number];
  readonly counts: () => number[];
}

async function startTeam(threads: number, patience = 10_000): Promise<Setting> {
  const wabt = await wabtModule();
  const binary = wabt.parseWat("test.wat", SOURCE, { threads: true }).toBinary({}).buffer;
  const module = new WebAssembly.Module(Uint8Array.from(binary));
  const memory = new EngineMemory(true);
  const { exports } = new WebAssembly.Instance(module, { engine: { memory: memory.memory } });
  const routines = exports as unknown as Routines;
  routines.asCaller!();
  team = new Team({ module, routines, memory, threads, patience });
  const counters: [number, number] = [memory.take(4), memory.take(4)];
  const counts = (): number[] => counters.map((at) => new Int32Array(memory.memory.buffer)[at / 4]);
  return { memory, counters, counts };
}

/** Runs until the worker has done a part, so that it is awake and waiting. */
async function workerAtWork({ memory }: Setting): Promise<void> {
  const unused = memory.take(4);
  for (let i = 0; i < 2000 && team.partsByWorkers === 0; i++) {
    team.run("count", [[unused], [unused]]);
    await sleep(5);
  }
  expect(team.partsByWorkers).toBe(1);
}

it("does each part once, also before the worker has started", async () => {
  const { counters: [first, second], counts } = await startTeam(2);
  team.run("count", [[first], [second]]);
  expect(counts()).toEqual([1, 1]);
});

it("does each part once when the worker helps", async () => {
  const setting = await startTeam(2);
  await workerAtWork(setting);
  const { counters: [first, second], counts } = setting;
  for (let i = 0; i < 5000; i++) team.run("count", [[first], [second]]);
  expect(counts()).toEqual([5000, 5000]);
  expect(team.threads).toBe(2);
  expect(team.note).toBe("");
});

it("starts no worker for a single part", async () => {
  const { counters: [first], counts } = await startTeam(2);
  for (let i = 0; i < 100; i++) team.run("count", [[first]]);
  expect(counts()).toEqual([100, 0]);
  await team.stop();
  expect(team.note).toBe("the worker threads were stopped");
});

it.each(["hang", "trap"])("repeats the part of a worker that is lost in it (%s), and goes on alone", async (routine) => {
  const setting = await startTeam(2, 300);
  await workerAtWork(setting);
  const { counters: [first, second], counts } = setting;
  const terminate = vi.spyOn(Worker.prototype, "terminate");
  let runs = 0;
  for (; team.threads === 2; runs++) team.run(routine, [[first], [second]]);
  expect(team.note).toBe("a worker thread did not finish its part");
  expect(terminate).toHaveBeenCalledOnce(); // or it would hang on, and take a core
  team.run("count", [[first], [second]]);
  expect(counts()).toEqual([runs + 1, runs + 1]);
});

it("goes on alone when a worker has ended", async () => {
  const setting = await startTeam(2, 300);
  await workerAtWork(setting);
  const { counters: [first, second], counts } = setting;
  await team.stop();
  expect(team.threads).toBe(1);
  expect(team.note).toBe("the worker threads were stopped");
  team.run("count", [[first], [second]]);
  expect(counts()).toEqual([1, 1]);
});
