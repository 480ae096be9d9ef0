/** The command as a process of its own: its status, what it prints, and what signals do. Needs a build. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { usage } from "../../src/cli/run/options.js";
import { code, notebookText } from "./run/notebookText.js";
import { childrenOf, isRunning } from "./run/processes.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

// Kernels take seconds to start, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const main = fileURLToPath(new URL("../../dist/cli/run.js", import.meta.url));
const folder = temporaryFolder();
const command = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8" });

function put(name: string, source: string): string {
  const path = join(folder, `${name}.ipynb`);
  writeFileSync(path, notebookText([code(source)]));
  return path;
}

test("--help prints the usage", () => {
  expect(command("--help")).toMatchObject({ status: 0, stdout: usage, stderr: "" });
});

test("a wrong command line is status 2, with what is wrong", () => {
  const { status, stdout, stderr } = command("--no-such-option");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^Unknown option '--no-such-option'/);
  expect(stderr).toContain(usage);
  expect(command("no-such-notebook")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^selectNotebooks: expected the name or path of a notebook, got "no-such-notebook"; in /,
    ),
  });
});

test("status 0 if all went through, 1 if not", () => {
  const out = join(folder, "out");
  expect(command(put("good", "console.log(1)"), "--out", out).status).toBe(0);
  expect(command(put("bad", "throw new Error('x')"), "--out", out).status).toBe(1);
  expect(readdirSync(out).sort()).toEqual(["bad.html", "bad.ipynb", "good.html", "good.ipynb", "index.html"]);
});

test("--until stops there: a failure behind it is none, one in it is, and nothing is written", () => {
  const path = join(folder, "part.ipynb");
  writeFileSync(path, notebookText([code("console.log(6 * 7)"), code("throw new Error('x')")]));
  const until = (cell: string) => command(path, "--out", join(folder, "part-out"), "--until", cell);
  expect(until("1")).toMatchObject({ status: 0, stdout: expect.stringMatching(/\n\n {2}42\n\npart {2}stopped behind cell 1 of 2 /) });
  expect(until("2").status).toBe(1);
  expect(until("3").status).toBe(2);
  expect(existsSync(join(folder, "part-out"))).toBe(false);
});

interface Started {
  readonly child: ChildProcess;
  readonly kernel: number;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** A run whose only cell is busy and deaf to signals. */
async function startBusyRun(): Promise<Started> {
  const flag = join(folder, `flag-${Date.now()}`);
  const path = put(
    "busy",
    `process.on("SIGTERM", () => {}); require("fs").writeFileSync(${JSON.stringify(flag)}, ""); while (true) {}`,
  );
  const child = spawn(process.execPath, [main, path, "--out", join(folder, "busy-out")], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (status, signal) => resolve(status ?? signal)),
  );
  await expect.poll(() => existsSync(flag), { timeout: 50_000 }).toBe(true);
  const [kernel] = childrenOf(child.pid!, "kernel --config-path");
  return { child, kernel: kernel!, ended };
}

test.skipIf(process.platform === "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends runner and kernel, with nothing written", async (signal, status) => {
  const { child, kernel, ended } = await startBusyRun();
  expect(isRunning(kernel)).toBe(true);
  child.kill(signal);
  expect(await ended).toBe(status);
  expect(isRunning(kernel)).toBe(false);
  expect(existsSync(join(folder, "busy-out"))).toBe(false);
});

test.skipIf(process.platform === "win32")("a second signal ends both at once", async () => {
  const { child, kernel, ended } = await startBusyRun();
  child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill("SIGINT");
  expect([130, 143]).toContain(await ended);
  await expect.poll(() => isRunning(kernel)).toBe(false);
});
