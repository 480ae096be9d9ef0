/**
 * The thread that owns the kernel's sockets: it goes on while the user's code blocks the main thread, so heartbeats are
 * answered, interrupts and shutdowns work, and output leaves at once.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Router, XPublisher } from "zeromq";
import { Backlog } from "./backlog.js";
import { descendantsOf, signalAll } from "./descendants.js";
import { Interrupter, WantedInterrupt } from "./interrupter.js";
import { kernelLog } from "./kernelLog.js";
import { kernelMessage } from "./kernelMessage.js";
import { watchParent } from "./parentWatch.js";
import type { StdinAnswer, WireOptions } from "./threads.js";
import { SendQueue } from "./sendQueue.js";
import { sigintChannel } from "./sigint.js";
import type { ShellRequest } from "../session/cell.js";
import type { Outgoing } from "../session/outgoing.js";
import { StreamBatch } from "../session/streamBatch.js";
import { addressOf, type Port } from "../protocol/connection.js";
import type { Header, Json, Message, Request } from "../protocol/messages.js";
import { decodeMessage, decodeRequest } from "../protocol/wire.js";

/** How long the main thread may take to begin to end after a shutdown, in ms, before the process is killed. */
const SHUTDOWN_MS = 1000;

/** How long the first answer waits for somebody who listens to what is published, in ms: some clients begin anew without. */
const SUBSCRIPTION_MS = 400;

/** How long closed sockets may take to settle, in ms. */
const SETTLING_MS = 20;

const main = parentPort!;
const { connection, kernelInfo, port, answers, backlog: memory, interrupt, closing } = workerData as WireOptions;
const { key } = connection;
const backlog = new Backlog(memory);

const iopub = new XPublisher({ sendHighWaterMark: 0, linger: 500 });
const shell = new Router({ sendHighWaterMark: 0, linger: 500 });
const control = new Router({ sendHighWaterMark: 0, linger: 500 });
const stdin = new Router({ sendHighWaterMark: 0, linger: 0 });
// A reply socket throws at bytes that are no request, and takes the process with it; a router passes them on.
const heartbeat = new Router({ linger: 0 });
const queues = { iopub: new SendQueue(iopub), shell: new SendQueue(shell), control: new SendQueue(control), stdin: new SendQueue(stdin), heartbeat: new SendQueue(heartbeat) };

const streams = new StreamBatch(({ name, text, parent }, joined) =>
  publish("stream", JSON.stringify({ name, text }), parent, () => backlog.leave(joined)),
);
const signals = sigintChannel();
const interrupter = new Interrupter(new WantedInterrupt(interrupt));
let cellsSent = 0;
/** The main thread has been given something to do, and is to answer all that comes after it. */
let isForwarding = false;
/** The question that waits for an answer: its number, and the message that asks it. */
let asked: { question: number; id: string } | undefined;
let killing: NodeJS.Timeout | undefined;

port.on("message", (message: Outgoing | "close") => {
  if (message === "close") void close();
  else if (message.to === "stream") streams.add(message);
  else if (message.to === "iopub") publish(message.type, message.content, message.parent, () => backlog.leave(1));
  else if (message.to === "stdin") ask(message);
  else reply("shell", message.type, message.content, message.request, () => backlog.leave(1));
});
signals.onmessage = () => interrupter.interrupt(cellsSent);
watchParent(endProcess);
await bindAll();
publish("status", JSON.stringify({ execution_state: "starting" }), {});
const subscribed = Promise.race([new Promise((done) => void forEachMessage(iopub, done)), new Promise((done) => setTimeout(done, SUBSCRIPTION_MS))]);
void listen(shell, async (request) => {
  if (request.header.msg_type === "kernel_info_request" && !isForwarding) return introduce(request);
  isForwarding = true;
  if (request.header.msg_type === "execute_request") cellsSent++;
  port.postMessage({ ...request, number: cellsSent } satisfies ShellRequest);
});
void listen(control, (request) => void handleControl(request));
void forEachMessage(stdin, (frames) => hearAnswer(decodeMessage(frames, key)));
void forEachMessage(heartbeat, (frames) => queues.heartbeat.send(frames));
main.postMessage("listening");

async function bindAll(): Promise<void> {
  await bind(iopub, "iopub_port");
  await bind(shell, "shell_port");
  await bind(control, "control_port");
  await bind(stdin, "stdin_port");
  await bind(heartbeat, "hb_port");
}

async function bind(socket: XPublisher | Router, name: Port): Promise<void> {
  const address = addressOf(connection, connection[name]);
  try {
    await socket.bind(address);
  } catch (cause) {
    const { message, code } = cause as Error & { code?: string };
    throw new Error(`could not listen at ${address} (${name}): ${message} (${code})`, { cause });
  }
}

function listen(socket: Router, handle: (request: Request) => unknown): Promise<void> {
  return forEachMessage(socket, (frames) => handle(decodeRequest(frames, key)));
}

/** Anyone on this machine can connect and send anything: what cannot be read is passed over, and the next one comes. */
async function forEachMessage(socket: Router | XPublisher, handle: (frames: Uint8Array[]) => unknown): Promise<void> {
  while (!socket.closed) {
    try {
      await handle(await socket.receive());
    } catch (error) {
      if (socket.closed) return;
      kernelLog(`a message was not understood: ${(error as Error).message}`);
      // Should the socket itself refuse, it is asked again, but not without end in one turn.
      await new Promise(setImmediate);
    }
  }
}

/** Says what the kernel is, while its main thread may still load the compiler. */
async function introduce(request: Request): Promise<void> {
  await subscribed;
  publish("status", JSON.stringify({ execution_state: "busy" }), request.header);
  reply("shell", "kernel_info_reply", JSON.stringify(kernelInfo), request);
  publish("status", JSON.stringify({ execution_state: "idle" }), request.header);
}

async function handleControl(request: Request): Promise<void> {
  publish("status", JSON.stringify({ execution_state: "busy" }), request.header);
  const type = request.header.msg_type;
  if (type === "kernel_info_request") replyOk("kernel_info_reply", kernelInfo, request);
  if (type === "interrupt_request") {
    interrupter.interrupt(cellsSent);
    replyOk("interrupt_reply", {}, request);
  }
  if (type === "shutdown_request") replyOk("shutdown_reply", { restart: request.content["restart"] === true }, request);
  publish("status", JSON.stringify({ execution_state: "idle" }), request.header);
  if (type === "shutdown_request") endProcess();
}

function ask({ content, request, question }: Extract<Outgoing, { to: "stdin" }>): void {
  // What was printed before belongs before the question.
  streams.flush();
  const frames = kernelMessage(key, request.identity, "input_request", content, request.header);
  asked = { question, id: decodeMessage(frames, key).header.msg_id };
  queues.stdin.send(frames, () => backlog.leave(1));
}

/** Some clients do not say what they answer: then it is the last question. One that nobody asks any more is passed over. */
function hearAnswer({ header, parent, content }: Message): void {
  if (header.msg_type !== "input_reply" || !asked || (parent.msg_id ?? asked.id) !== asked.id) return;
  answers.postMessage({ question: asked.question, value: String(content["value"] ?? "") } satisfies StdinAnswer);
  asked = undefined;
}

function replyOk(type: string, content: Json, request: Request): void {
  reply("control", type, JSON.stringify({ status: "ok", ...content }), request);
}

function reply(channel: "shell" | "control", type: string, content: string, request: Request, onSent?: () => void): void {
  queues[channel].send(kernelMessage(key, request.identity, type, content, request.header), onSent);
}

function publish(type: string, content: string, parent: Header | Record<string, never>, onSent?: () => void): void {
  if (type !== "stream") streams.flush();
  queues.iopub.send(kernelMessage(key, [type], type, content, parent), onSent);
}

/** Asks the main thread to end, and ends the process when it is too busy to do so. */
function endProcess(): void {
  main.postMessage("shutdown");
  killing ??= setTimeout(() => {
    signalAll(descendantsOf(process.pid), "SIGKILL");
    process.kill(process.pid, "SIGKILL");
  }, SHUTDOWN_MS);
}

/** Sends what is queued, ends this thread, and lets the main thread go if it waits for that. */
async function close(): Promise<void> {
  clearTimeout(killing);
  streams.flush();
  await Promise.all(Object.values(queues).map((queue) => queue.drained()));
  for (const socket of [iopub, shell, control, stdin, heartbeat]) socket.close();
  // The receives that were open are refused now; Node must not end in the midst of that.
  await new Promise((done) => setTimeout(done, SETTLING_MS));
  Atomics.store(closing, 0, 1);
  Atomics.notify(closing, 0);
  port.close();
  answers.close();
  signals.close();
}
