import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test, vi } from "vitest";
import { findKernelSpec, type KernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { startKernel } from "../../../src/jupyter/client/startKernel.js";
import { commandOf, isRunning } from "../../cli/run/processes.js";

// Kernels take seconds to start, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

function program(script: string): KernelSpec {
  return {
    name: "scripted",
    folder: tmpdir(),
    argv: ["node", "-e", script, "{connection_file}"],
    env: { GREETING: "hello" },
  };
}

test.skipIf(process.platform === "win32")(
  "a kernel answers, its connection file is gone by then, and it ends when told to",
  async () => {
    const kernel = await startKernel(findKernelSpec("tslab", []), tmpdir(), 60);
    expect(kernel.info.language_info).toMatchObject({ name: "typescript" });
    const pid = kernel.process.pid!;
    const [path] = /\S+connection\.json/.exec(commandOf(pid))!;
    expect(existsSync(path!)).toBe(false);
    expect(isRunning(pid)).toBe(true);
    await kernel.stop();
    expect(kernel.process.ending).toBe("exit status 0");
    expect(isRunning(pid)).toBe(false);
  },
);

test("a program that ends at once is reported with its status and last words", async () => {
  const start = startKernel(program("console.error(process.env.GREETING); process.exit(3)"), tmpdir(), 60);
  await expect(start).rejects.toThrow(
    new Error("startKernel: expected kernel scripted to answer, got exit status 3\nhello"),
  );
});

test("the connection file is there for the kernel and gone with it", async () => {
  const script = "console.error(process.argv[1], require('fs').existsSync(process.argv[1])); process.exit(1)";
  const error: Error = await startKernel(program(script), tmpdir(), 60).then(
    () => new Error("it started"),
    (reason: Error) => reason,
  );
  const [path, seen] = error.message.split("\n")[1].split(" ");
  expect(seen).toBe("true");
  expect(path).toMatch(/connection\.json$/);
  expect(existsSync(path!)).toBe(false);
});

test("a program that does not exist is reported", async () => {
  const start = startKernel({ ...program(""), argv: ["no-such-program-here"] }, tmpdir(), 60);
  await expect(start).rejects.toThrow(
    /^startKernel: expected kernel scripted to answer, got no start: no-such-program-here: .*ENOENT$/,
  );
});

test.skipIf(process.platform === "win32")(
  "one that never answers is ended, with what it started, though it ignores SIGTERM",
  async () => {
    const script = `
    process.on("SIGTERM", () => {});
    const child = require("node:child_process").spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
    console.error(process.pid + " " + child.pid);
    setInterval(() => {}, 1000);`;
    const error: Error = await startKernel(program(script), tmpdir(), 2).then(
      () => new Error("it started"),
      (reason: Error) => reason,
    );
    expect(error.message).toMatch(
      /^startKernel: expected kernel scripted to answer, got no answer within 2 s\n\d+ \d+$/,
    );
    const pids = error.message.split("\n")[1].split(" ").map(Number);
    await expect.poll(() => pids.map(isRunning)).toEqual([false, false]);
  },
);

test("a stop while it starts ends it", async () => {
  const stop = new AbortController();
  const start = startKernel(program("setInterval(() => {}, 1000)"), tmpdir(), 60, stop.signal);
  stop.abort();
  await expect(start).rejects.toThrow(stop.signal.reason);
});
