/** Starts a kernel and waits until it answers on both of its main channels. */
import { setTimeout as delay } from "node:timers/promises";
import { type Connection, createConnection, writeConnectionFile } from "../protocol/connection.js";
import { KernelClient } from "./kernelClient.js";
import { KernelProcess } from "./kernelProcess.js";
import type { KernelSpec } from "../protocol/kernelSpec.js";
import type { Json } from "../protocol/messages.js";

const ATTEMPTS = 3;
/** How long a kernel may take to end by itself. */
const SHUTDOWN_MS = 3000;

export interface Kernel {
  readonly client: KernelClient;
  readonly connection: Connection;
  readonly process: KernelProcess;
  /** The content of its kernel_info_reply. */
  readonly info: Json;
  /** Ends the kernel; one that is known to hang is not asked first. Never throws. */
  stop(hangs?: boolean): Promise<void>;
}

/**
 * A running kernel whose info reply and iopub have been seen.
 *
 * @param cwd the kernel's working directory
 * @param seconds how long it may take to answer
 * @param backlog how many messages of iopub may wait here to be read; 0: any number
 * @throws {Error} if it ends or does not answer in time, with what it wrote
 */
export async function startKernel(
  spec: KernelSpec,
  cwd: string,
  seconds: number,
  signal?: AbortSignal,
  backlog = 0,
): Promise<Kernel> {
  for (let attempt = 1; ; attempt++) {
    const connection = await createConnection(spec.name);
    const file = writeConnectionFile(connection);
    process.once("exit", file.remove);
    const kernel = launch(spec, connection, file.path, cwd, backlog);
    const problem = await waitUntilReady(kernel, seconds, signal);
    // A kernel reads its file once, at the start: the key need not stay on the disk.
    file.remove();
    process.off("exit", file.remove);
    if (problem === null) return kernel;
    await kernel.stop(true);
    signal?.throwIfAborted();
    const { text } = kernel.process;
    // Another program may have taken one of the ports in between, or Windows may keep it for itself.
    const portTaken = /EADDRINUSE|EACCES|Address (already )?in use/i.test(text);
    if (portTaken && attempt < ATTEMPTS) continue;
    throw new Error(`startKernel: expected kernel ${spec.name} to answer, got ${problem}\n${text}`.trimEnd());
  }
}

type Starting = Kernel & { info: Json };

function launch(spec: KernelSpec, connection: Connection, connectionFile: string, cwd: string, backlog: number): Starting {
  const kernelProcess = new KernelProcess(spec, connectionFile, cwd);
  const client = new KernelClient(connection, backlog);
  const stop = async (hangs = false): Promise<void> => {
    if (!hangs && kernelProcess.ending === null) client.requestShutdown();
    await kernelProcess.stop(hangs ? 0 : SHUTDOWN_MS);
    client.close();
  };
  return { client, connection, process: kernelProcess, info: {}, stop };
}

/** Null when the kernel is ready, otherwise what happened instead. */
async function waitUntilReady(kernel: Starting, seconds: number, signal?: AbortSignal): Promise<string | null> {
  const end = performance.now() + seconds * 1000;
  let heard = false;
  const stopped = new Promise<void>((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
  kernel.client.onIopub = () => (heard = true);
  while (performance.now() < end) {
    if (kernel.process.ending !== null) return kernel.process.ending;
    const { reply } = kernel.client.request("kernel_info_request", {});
    const answer = await Promise.race([reply, kernel.process.ended, stopped, delay(1000, null, { ref: false })]);
    if (typeof answer === "object" && answer !== null) kernel.info = answer.content;
    // The first messages of iopub are lost until the subscription is through: ask until one comes.
    if (Object.keys(kernel.info).length > 0) await delay(20);
    if (signal?.aborted) return "a stop";
    if (heard && Object.keys(kernel.info).length > 0) return null;
  }
  return `no answer within ${seconds} s`;
}
