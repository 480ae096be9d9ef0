/** How the kernel begins and ends: shutdown, a parent that dies, a wrong start. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { KernelUnderTest, PROJECT } from "./kernelUnderTest.js";

const MAIN = join(PROJECT, "dist/jupyter/kernel/main.js");
const BUSY = "console.log('go'); for (;;);";

/** A process that starts the kernel, says its id, and does nothing more. */
const PARENT = `const kernel = require("child_process").spawn(process.argv[1], process.argv.slice(2), { stdio: "inherit" });
  console.error("kernel " + kernel.pid + ".");
  setInterval(() => {}, 1000);`;

async function busyKernel(options: { wrapper?: string[] } = {}): Promise<KernelUnderTest> {
  const kernel = await KernelUnderTest.start(undefined, options);
  kernel.sendCell(BUSY);
  await kernel.until(() => kernel.published.some((message) => message.type === "stream"), "go");
  return kernel;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a kernel that still loads its compiler", () => {
  // Windows has no signals.
  const ways = process.platform === "win32" ? ["a message"] : ["a message", "a signal"];
  it.each(ways.flatMap((how) => [100, 300, 600].map((delay) => [how, delay] as const)))("remembers an interrupt, by %s after %i ms", async (how, delay) => {
    const kernel = await KernelUnderTest.start();
    const id = kernel.sendCell("for (;;);");
    // What comes on another way than the cell must not be there before it: it would not be meant.
    await new Promise((done) => setTimeout(done, delay));
    if (how === "a message") kernel.send("interrupt_request", {}, "control");
    else kernel.process.kill("SIGINT");
    expect((await kernel.answer(id)).reply.content["ename"]).toBe("KeyboardInterrupt");
    expect((await kernel.run("1")).reply.content["status"]).toBe("ok");
    await kernel.stop();
  });
});

describe("shutdown", () => {
  it.each([true, false])("answers, restart %s, and ends the process", async (restart) => {
    const kernel = await KernelUnderTest.start();
    await kernel.run("1");
    const { reply } = await kernel.ask("shutdown_request", { restart }, "control");
    expect(reply).toMatchObject({ type: "shutdown_reply", content: { status: "ok", restart } });
    await kernel.ended();
    expect(kernel.process.exitCode).toBe(0);
    kernel.close();
  });

  it("ends a kernel that is busy", async () => {
    const kernel = await busyKernel();
    expect((await kernel.ask("shutdown_request", { restart: false }, "control")).reply.content["status"]).toBe("ok");
    await kernel.ended();
    kernel.close();
  });

  it("delivers what a cell printed before it ended the process itself", async () => {
    const kernel = await KernelUnderTest.start();
    kernel.sendCell("for (let i = 0; i < 5000; i++) console.log('line', i); process.exit(3);");
    await kernel.ended(20_000); // It may have to load the compiler first.
    expect(kernel.process.exitCode).toBe(3);
    await kernel.until(() => kernel.published.some(({ content }) => String(content["text"]).endsWith("line 4999\n")), "the last line");
    kernel.close();
  });
});

// On Windows the system itself ends them.
describe.skipIf(process.platform === "win32")("what a cell has started", () => {
  it.each(["a shutdown", "the end by a cell", "the end of a busy kernel"])("ends with the kernel, at %s", async (how) => {
    const kernel = await KernelUnderTest.start();
    const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"; // and does not want to
    const start = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}], { detached: true }).pid`;
    const { published } = await kernel.run(`await new Promise((done) => setTimeout(done, 1)); [${start}, ${start}]`);
    const text = published.find(({ type }) => type === "execute_result")!.content["data"]["text/plain"] as string;
    const ids = text.match(/\d+/g)!.map(Number);
    expect(ids.map(isAlive)).toEqual([true, true]);
    if (how === "the end of a busy kernel") kernel.sendCell(BUSY);
    if (how === "the end by a cell") kernel.sendCell("process.exit(0)");
    else kernel.send("shutdown_request", { restart: false }, "control");
    await kernel.ended();
    await kernel.until(() => !ids.some(isAlive), "the end of what the cell has started", 5000);
    kernel.close();
  });
});

describe("a parent that is killed", () => {
  it("takes a busy kernel with it", async () => {
    const kernel = await busyKernel({ wrapper: [process.execPath, "-e", PARENT] });
    const id = Number(/kernel (\d+)\./.exec(kernel.log)![1]);
    expect(isAlive(id)).toBe(true);
    kernel.process.kill("SIGKILL");
    await kernel.until(() => !isAlive(id), "the end of the kernel", 10_000);
    kernel.close();
  });
});

describe("a wrong start", () => {
  const start = (...args: string[]): string => spawnSync(process.execPath, args, { encoding: "utf8" }).stderr;

  it("without a connection file says what is missing", () => {
    expect(start("--no-force-async-hooks-checks", MAIN)).toContain(
      "TypeError: main: expected --config-path <connection file>; a Jupyter client starts the kernel with one",
    );
  });

  it("where a port is taken, or no address is this machine's, says which", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const { port } = taken.address() as AddressInfo;
    const path = join(temporaryFolder(), "connection.json");
    const starts = (change: object): ReturnType<typeof spawnSync> => {
      const ports = { shell_port: 49_001, iopub_port: 49_002, stdin_port: 49_003, control_port: 49_004, hb_port: 49_005 };
      writeFileSync(path, JSON.stringify({ transport: "tcp", ip: "127.0.0.1", key: "k", signature_scheme: "hmac-sha256", ...ports, ...change }));
      return spawnSync(process.execPath, ["--no-force-async-hooks-checks", MAIN, "--config-path", path], { encoding: "utf8" });
    };
    const used = starts({ iopub_port: port });
    expect([used.status, used.stderr]).toEqual([
      1,
      `kernel: the sockets are lost: could not listen at tcp://127.0.0.1:${port} (iopub_port): Address already in use (EADDRINUSE)\n`,
    ]);
    taken.close();
    const nowhere = starts({ ip: "no.such.address.invalid" });
    expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringMatching(/^kernel: the sockets are lost: could not listen at /)]);
  });

  it("without the option for Node says which", () => {
    expect(start(MAIN, "--config-path", "none.json")).toContain(
      "Error: main: expected Node to run with --no-force-async-hooks-checks, as in the kernel's kernel.json",
    );
  });
});
