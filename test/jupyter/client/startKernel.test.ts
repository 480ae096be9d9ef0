import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { findKernelSpec, type KernelSpec } from "../../../src/jupyter/protocol/kernelSpec.js";
import { startKernel } from "../../../src/jupyter/client/startKernel.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { PROJECT } from "../kernel/kernelUnderTest.js";
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

test("a stop that comes before the answer is seen at once, not after it", async () => {
  const stop = new AbortController();
  const began = performance.now();
  const start = startKernel(program("setInterval(() => {}, 1000)"), tmpdir(), 60, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(start).rejects.toThrow(stop.signal.reason);
  // Asking again, which is when it was seen before, comes after a second.
  expect(performance.now() - began).toBeLessThan(1000);
});

test.each(["EADDRINUSE", "Address in use", "Address already in use", "bind EACCES"])("%s: it tries again, with other ports", async (text) => {
  const tries = join(temporaryFolder(), "tries");
  const script = `require("fs").appendFileSync(process.env.TRIES, require("fs").readFileSync(process.argv[1]) + "\\0");
    console.error(${JSON.stringify(text)}); process.exit(1)`;
  const start = startKernel({ ...program(script), env: { TRIES: tries } }, tmpdir(), 60);
  await expect(start).rejects.toThrow(`got exit status 1\n${text}`);
  const ports = readFileSync(tries, "utf8").split("\0").filter(Boolean).map((file) => (JSON.parse(file) as { shell_port: number }).shell_port);
  expect([ports.length, new Set(ports).size]).toEqual([3, 3]);
});

test.each(["a$$b", "a$&b", "a$`b", "a$'b", "{connection_file}"])("a folder may be called %s", async (name) => {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  writeFileSync(join(folder, "main.cjs"), "console.error(__dirname); process.exit(1)");
  const spec = { ...program(""), folder, argv: ["node", "{resource_dir}/main.cjs", "{connection_file}"] };
  await expect(startKernel(spec, tmpdir(), 60)).rejects.toThrow(`got exit status 1\n${folder}`);
});

// On Windows the system ends the children of a process by itself.
test.skipIf(process.platform === "win32")("one that does not watch its parent ends with it, with what it started, though it is killed", async () => {
  const module = (path: string): string => JSON.stringify(pathToFileURL(join(PROJECT, "dist", path)).href);
  const ofKernel = `
    const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    require("fs").writeSync(1, process.pid + " " + child.pid + " ");
    setInterval(() => {}, 1000);`;
  const runner = `
    import { KernelProcess } from ${module("jupyter/client/kernelProcess.js")};
    const spec = { name: "k", folder: ".", argv: ["node", "-e", ${JSON.stringify(ofKernel)}], env: {} };
    const kernel = new KernelProcess(spec, "", ".");
    const told = setInterval(() => {
      if (kernel.text.split(" ").length < 3) return;
      clearInterval(told);
      console.log(kernel.text);
    }, 20);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", runner], { stdio: ["ignore", "pipe", "inherit"] });
  const text = await new Promise<string>((resolve) => parent.stdout.once("data", (chunk) => resolve(String(chunk))));
  const pids = text.trim().split(" ").map(Number);
  expect(pids.map(isRunning)).toEqual([true, true]);
  parent.kill("SIGKILL");
  await expect.poll(() => pids.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
});
