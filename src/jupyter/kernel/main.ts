/** The kernel: `node --no-force-async-hooks-checks main.js --config-path <connection file>`. */
import process from "node:process";
import { parseArgs } from "node:util";
import { MessageChannel, Worker } from "node:worker_threads";
import { Backlog } from "./backlog.js";
import { readConnectionFile } from "../protocol/connection.js";
import { endDescendants } from "./descendants.js";
import { INTERRUPTIBLE, WantedInterrupt } from "./interrupter.js";
import { kernelInfo } from "../session/kernelInfo.js";
import { kernelLog } from "./kernelLog.js";
import { SigintWatch } from "./sigint.js";
import type { WireOptions } from "./threads.js";
import { versions } from "./versions.js";

/** How long the last messages may take to leave, in ms. */
const CLOSING_MS = 1000;

/** Without it, Node ends the process when V8 stops a callback half-way, as an interrupt does. */
const NODE_OPTION = "--no-force-async-hooks-checks";

function main(): void {
  const { values } = parseArgs({ options: { "config-path": { type: "string" } } });
  const path = values["config-path"];
  if (path === undefined) {
    throw new TypeError("main: expected --config-path <connection file>; a Jupyter client starts the kernel with one");
  }
  if (!process.execArgv.includes(NODE_OPTION)) {
    throw new Error(`main: expected Node to run with ${NODE_OPTION}, as in the kernel's kernel.json`);
  }
  const connection = readConnectionFile(path);
  const info = kernelInfo({ own: versions.own, typescript: versions.typescript, host: `tslab ${versions.tslab}, Node ${versions.node}` });
  const backlog = new SharedArrayBuffer(4);
  const interrupt = new SharedArrayBuffer(4);
  const closing = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: wirePort } = new MessageChannel();
  const { port1: answers, port2: wireAnswers } = new MessageChannel();
  const workerData: WireOptions = { connection, kernelInfo: info, port: wirePort, answers: wireAnswers, backlog, interrupt, closing };
  const transferList = [wirePort, wireAnswers];
  const wire = new Worker(new URL("./wireThread.js", import.meta.url), { workerData, transferList, execArgv: [] });
  wire.on("error", (error) => {
    kernelLog(`the sockets are lost: ${error.message}`);
    process.exit(1);
  });
  wire.on("exit", () => process.exit());
  // A cell may end the process itself: what it printed still has to leave.
  process.on("exit", () => {
    endDescendants(process.pid);
    port.postMessage("close");
    Atomics.wait(closing, 0, 0, CLOSING_MS);
  });
  wire.on("message", (message: "listening" | "shutdown") => {
    if (message === "shutdown") port.postMessage("close");
    else void start();
  });

  /** The compiler is loaded when the sockets are there, which two cores have done sooner one after the other. */
  async function start(): Promise<void> {
    const sigint = new SigintWatch();
    sigint.listen();
    const [{ Kernel }, { keepCompilerCode }] = await Promise.all([import("./kernel.js"), import("./compiler.js"), sigint.begun]);
    process.on("exit", keepCompilerCode);
    // A signal that came meanwhile is heard now: once a cell runs, that would be too late for it.
    await new Promise(setImmediate);
    const kernel = new Kernel(port, answers, new Backlog(backlog), new WantedInterrupt(interrupt), info, sigint);
    Object.defineProperty(globalThis, INTERRUPTIBLE, { value: kernel });
    kernel.start();
    kernel.warmUp();
  }
}

main();
