/** The watch over a process, which is played here: startKernel.test.ts has real ones. */
import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KernelProcess } from "../../../src/jupyter/client/kernelProcess.js";
import type { KernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";

class Child extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  pid: number | undefined = 4321;
  exit(status: number | null, signal: string | null): void {
    this.emit("exit", status, signal);
    this.emit("close");
  }
}

const played = vi.hoisted(() => ({ spawn: vi.fn<(...args: unknown[]) => unknown>() }));
vi.mock("node:child_process", () => played);
const tree = vi.hoisted(() => ({ signal: (_pid: number, _name: string) => {}, watched: [] as number[], calledOff: 0 }));
vi.mock("../../../src/jupyter/client/endWithUs.js", () => ({
  OWN_GROUP: process.platform !== "win32",
  signalTree: (pid: number, name: string) => tree.signal(pid, name),
  endGroupWithUs(pid: number) {
    tree.watched.push(pid);
    return () => tree.calledOff++;
  },
}));

let child: Child;
const signals: string[] = [];
/** What a signal does to the process; nothing unless a test says so. */
let onSignal: (name: string) => void = () => {};

beforeEach(() => {
  child = new Child();
  signals.length = 0;
  onSignal = () => {};
  played.spawn.mockReset().mockImplementation(() => child);
  Object.assign(tree, {
    watched: [], calledOff: 0,
    signal(pid: number, name: string) {
      expect(pid).toBe(4321);
      signals.push(name);
      onSignal(name);
    },
  });
});
afterEach(() => void child.exit(0, null));

const spec: KernelSpec = { name: "k", folder: "/specs/k", argv: ["node", "{resource_dir}/main.js", "{resource_dir}", "--at={connection_file}"], env: { OWN: "1" } };
const start = (part: Partial<KernelSpec> = {}) => new KernelProcess({ ...spec, ...part }, "/tmp/c.json", "/work dir");

test("the command has its placeholders filled in, and node is this Node", () => {
  start();
  const [command, args, options] = played.spawn.mock.calls[0] as [string, string[], Record<string, any>];
  expect([command, args]).toEqual([process.execPath, ["/specs/k/main.js", "/specs/k", "--at=/tmp/c.json"]]);
  expect(options).toMatchObject({ cwd: "/work dir", stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32", windowsHide: true });
  expect(options["env"]).toEqual({ ...process.env, OWN: "1", JPY_PARENT_PID: String(process.pid) });
});

test("another command is as the kernelspec has it", () => {
  start({ argv: ["python3", "-m", "node"] });
  expect(played.spawn.mock.calls[0]!.slice(0, 2)).toEqual(["python3", ["-m", "node"]]);
});

test.each([[3, null, "exit status 3"], [0, null, "exit status 0"], [null, "SIGKILL", "signal SIGKILL"]] as const)("status %j and signal %j are %j", async (status, signal, how) => {
  const kernel = start();
  expect([kernel.pid, kernel.ending]).toEqual([4321, null]);
  child.exit(status, signal);
  expect(await kernel.ended).toBe(how);
  expect(kernel.ending).toBe(how);
});

test("a program that cannot be started is an end too", async () => {
  child.pid = undefined;
  const kernel = start({ argv: ["nowhere"] });
  child.emit("error", new Error("spawn nowhere ENOENT"));
  expect(await kernel.ended).toBe("no start: nowhere: spawn nowhere ENOENT");
  await kernel.stop(0);
  expect([signals, tree.watched]).toEqual([[], []]);
});

test("the end waits for the last words, but not for ever", async () => {
  vi.useFakeTimers();
  const kernel = start();
  child.emit("exit", 1, null);
  await vi.advanceTimersByTimeAsync(200);
  expect(kernel.ending).toBe(null);
  await vi.advanceTimersByTimeAsync(200);
  expect(kernel.ending).toBe("exit status 1");
  vi.useRealTimers();
});

test("what has ended with its last words keeps this program from nothing", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const kernel = start();
  child.exit(0, null);
  await kernel.ended;
  expect(timers()).toBe(before);
});

test("of what it writes the last 8000 characters are kept, whole characters from both streams", async () => {
  const kernel = start();
  const korean = Buffer.from("끝");
  child.stdout.write("x".repeat(9000));
  child.stderr.write(korean.subarray(0, 1));
  await vi.waitFor(() => expect(kernel.text).toHaveLength(8000), 30_000);
  child.stderr.write(korean.subarray(1));
  await vi.waitFor(() => expect(kernel.text.at(-1)).toBe("끝"), 30_000);
  expect(kernel.text).toBe(`${"x".repeat(7999)}끝`);
});

test("one that ends by itself in time is not asked to", async () => {
  const kernel = start();
  const stopped = kernel.stop(60_000);
  child.exit(0, null);
  await stopped;
  // Whatever it has left behind goes with it.
  expect(signals).toEqual(["SIGKILL"]);
});

test("one that does not is asked first, then ended", async () => {
  const asked = start();
  onSignal = (name) => name === "SIGTERM" && child.exit(null, name);
  await asked.stop(0);
  expect([signals, asked.ending]).toEqual([["SIGTERM", "SIGKILL"], "signal SIGTERM"]);

  signals.length = 0;
  const deaf = start();
  onSignal = (name) => name === "SIGKILL" && child.exit(null, name);
  await deaf.stop(0);
  expect([signals, deaf.ending]).toEqual([["SIGTERM", "SIGKILL"], "signal SIGKILL"]);
});

test("it goes with the runner, as long as it has not been stopped", async () => {
  const before = process.listenerCount("exit");
  const kernel = start();
  expect(process.listeners("exit")).toContain(kernel.kill);
  expect([tree.watched, tree.calledOff]).toEqual([[4321], 0]);
  const stopped = kernel.stop(60_000);
  child.exit(0, null);
  await stopped;
  expect(process.listenerCount("exit")).toBe(before);
  expect(tree.calledOff).toBe(1);
});
