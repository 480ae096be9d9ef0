/** Kernels started in advance, with one that starts at once. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { SpareKernel } from "../../../src/jupyter/server/kernels/spareKernel.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import { childrenOf, isRunning } from "../../cli/run/processes.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { smallSpec } from "./labUnderTest.js";

const { spec } = smallSpec();
const folder = temporaryFolder();
const spare = new SpareKernel(10);
const taken: Kernel[] = [];
const running = (): number[] => childrenOf(process.pid, "smallKernel");

/** Starts the first in advance, and waits until its process is there. */
async function keep(): Promise<number> {
  spare.keep(spec, folder);
  await expect.poll(running).toHaveLength(1);
  return running()[0]!;
}

async function take(cwd = folder): Promise<number> {
  const kernel = await spare.take(spec, cwd, new AbortController().signal);
  taken.push(kernel);
  return kernel.process.pid!;
}

afterEach(async () => {
  await spare.end();
  await Promise.all(taken.splice(0).map((kernel) => kernel.stop()));
  expect(running()).toEqual([]);
});

it("gives the one that is there, and starts the next", async () => {
  const first = await keep();
  expect(await take()).toBe(first);
  await expect.poll(() => running().length).toBe(2);
  const second = running().find((pid) => pid !== first);
  expect(await take()).toBe(second);
});

it("starts none in advance where nobody asked for that", async () => {
  await take();
  await delay(100);
  expect(running()).toHaveLength(1);
});

it("starts another in another folder, ends the one that does not fit, and keeps the next there", async () => {
  const other = join(folder, "ko");
  mkdirSync(other);
  const unfit = await keep();
  const fit = await take(other);
  expect(fit).not.toBe(unfit);
  await expect.poll(() => isRunning(unfit)).toBe(false);
  await expect.poll(() => running().length).toBe(2);
  const next = running().find((pid) => pid !== fit);
  expect(await take(other)).toBe(next);
});

it("starts another where the spare one has died", async () => {
  const dead = await keep();
  // It has answered by then, or dies before it has: both may be.
  await delay(1000);
  process.kill(dead, "SIGKILL");
  await expect.poll(() => isRunning(dead)).toBe(false);
  // Until this process hears of it.
  await delay(200);
  expect(await take()).not.toBe(dead);
});
