import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { descendantsOf, endDescendants, signalAll } from "../../../src/jupyter/kernel/descendants.js";

/** Processes: id, and what stands in its stat; the parent is behind the state. */
const { stats, spawnSync } = vi.hoisted(() => ({ stats: new Map<string, string>(), spawnSync: vi.fn() }));
vi.mock("node:child_process", () => ({ spawnSync }));
vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  readdirSync: () => ["self", "1x", "x1", ...stats.keys(), "99"],
  readFileSync: (path: string) => {
    const stat = stats.get(/^\/proc\/(\d+)\/stat$/.exec(path)?.[1] ?? "");
    if (stat === undefined) throw new Error("ENOENT");
    return stat;
  },
}));

const { platform } = process;
let signals: [id: number, signal: string | number | undefined][];
let alive: Set<number>;
function on(name: string): void {
  Object.defineProperty(process, "platform", { value: name });
}
beforeEach(() => {
  on("linux");
  stats.clear();
  for (const [id, stat] of [["1", "(init) S 0 1"], ["10", "(kernel) R 1 10"], ["11", "(a (b) c) S 10 1"], ["12", "(d) S 11 1"], ["13", "(e) Z 10 1"], ["20", "(other) S 1 1"]] as const) stats.set(id, `${id} ${stat} 0 0`);
  signals = [];
  alive = new Set([11, 12, 13]);
  spawnSync.mockReset();
  vi.spyOn(process, "kill").mockImplementation((id, signal) => {
    if (!alive.has(id)) throw Object.assign(new Error("gone"), { code: "ESRCH" });
    if (signal !== 0) signals.push([id, signal]);
    return true;
  });
});
afterEach(() => {
  on(platform);
  vi.restoreAllMocks();
});

it("on Linux they are found in /proc, parents first, whatever they are called", () => {
  expect(descendantsOf(10)).toEqual([11, 13, 12]);
  expect(descendantsOf(12)).toEqual([]);
  expect(descendantsOf(0)).toEqual([1, 99, 10, 20, 11, 13, 12]);
  expect(spawnSync).not.toHaveBeenCalled();
});

it("on other systems ps tells them", () => {
  on("darwin");
  spawnSync.mockReturnValue({ stdout: "    1     0\n   10     1\n   11    10\n 12 11\n" });
  expect(descendantsOf(10)).toEqual([11, 12]);
  expect(spawnSync.mock.calls).toEqual([["ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }]]);
  spawnSync.mockReturnValue({ stdout: null });
  expect(descendantsOf(10)).toEqual([]);
});

it("on Windows there are none to be found", () => {
  on("win32");
  expect(descendantsOf(10)).toEqual([]);
  expect(spawnSync).not.toHaveBeenCalled();
});

it("each gets the signal, those behind one that is gone too", () => {
  alive.delete(11);
  signalAll([11, 12, 13], "SIGINT");
  expect(signals).toEqual([[12, "SIGINT"], [13, "SIGINT"]]);
});

it("they are asked to end, and made to if they do not in time", () => {
  const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => {
    if (wait.mock.calls.length === 3) alive.delete(11);
    return "timed-out";
  });
  endDescendants(10);
  expect(wait.mock.calls.map(([, , , ms]) => ms)).toEqual(Array.from({ length: 30 }, () => 10));
  expect(signals).toEqual([[11, "SIGTERM"], [13, "SIGTERM"], [12, "SIGTERM"], [13, "SIGKILL"], [12, "SIGKILL"]]);
});

it("nobody waits longer than for the last of them", () => {
  const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => (alive.clear(), "timed-out"));
  endDescendants(10);
  expect(wait).toHaveBeenCalledTimes(1);
});
