/** The client's end of a kernel's sockets: requests out, replies and iopub messages in. */
import { randomUUID } from "node:crypto";
import type { Connection } from "../protocol/connection.js";
import { createMessage, type Json, type Message } from "../protocol/messages.js";
import { decodeMessage, encodeMessage } from "../protocol/wire.js";
import { type Channel, KernelSockets } from "./kernelSockets.js";

export interface Request {
  readonly id: string;
  readonly reply: Promise<Message>;
}

export class KernelClient {
  /** Called with each message of iopub, in order. */
  onIopub: (message: Message) => void = () => {};
  /** Called with what is wrong with a message that could not be read; it is dropped. */
  onProblem: (problem: string) => void = () => {};
  readonly sockets: KernelSockets;
  private readonly key: string;
  private readonly session = randomUUID();
  private readonly waiting = new Map<string, (reply: Message) => void>();

  /** @param backlog how many messages of iopub may wait here to be read; 0: any number, however fast a cell prints */
  constructor(connection: Connection, backlog = 0) {
    this.key = connection.key;
    this.sockets = new KernelSockets(connection, ["shell", "control", "iopub"], backlog);
    this.read("shell", (message) => this.settle(message));
    this.read("control", (message) => this.settle(message));
    this.read("iopub", (message) => this.onIopub(message));
  }

  /** Sends a request on the shell channel. */
  request(type: string, content: Json): Request {
    return this.send("shell", type, content);
  }

  /** Asks the kernel to end by itself. */
  requestShutdown(): Request {
    return this.send("control", "shutdown_request", { restart: false });
  }

  /** Asks the kernel to stop what it runs. */
  requestInterrupt(): Request {
    return this.send("control", "interrupt_request", {});
  }

  close(): void {
    this.sockets.close();
  }

  private send(channel: Channel, type: string, content: Json): Request {
    const message = createMessage(type, content, this.session);
    const id = message.header.msg_id;
    const reply = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    // A send that fails leaves the reply open: the caller's time limit or the kernel's end decides.
    this.sockets.send(channel, encodeMessage(message, this.key)).catch((error: Error) => this.onProblem(error.message));
    return { id, reply };
  }

  private settle(message: Message): void {
    const id = message.parent.msg_id ?? "";
    this.waiting.get(id)?.(message);
    this.waiting.delete(id);
  }

  private read(channel: Channel, receive: (message: Message) => void): void {
    this.sockets.on(channel, (frames) => {
      try {
        receive(decodeMessage(frames, this.key));
      } catch (error) {
        this.onProblem((error as Error).message);
      }
    });
  }
}
