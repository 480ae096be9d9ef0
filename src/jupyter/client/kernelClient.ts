/** The client's end of a kernel's sockets: requests out, replies and iopub messages in. */
import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import { addressOf, type Connection } from "../protocol/connection.js";
import { createMessage, type Json, type Message } from "../protocol/messages.js";
import { decodeMessage, encodeMessage } from "../protocol/wire.js";

export interface Request {
  readonly id: string;
  readonly reply: Promise<Message>;
}

export class KernelClient {
  /** Called with each message of iopub, in order. */
  onIopub: (message: Message) => void = () => {};
  /** Called with what is wrong with a message that could not be read; it is dropped. */
  onProblem: (problem: string) => void = () => {};
  private readonly key: string;
  private readonly session = randomUUID();
  private readonly shell = new Dealer({ linger: 0 });
  private readonly control = new Dealer({ linger: 0 });
  // Without a limit on what waits to be read, however fast a cell prints.
  private readonly iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  private readonly waiting = new Map<string, (reply: Message) => void>();

  constructor(connection: Connection) {
    this.key = connection.key;
    this.shell.connect(addressOf(connection, connection.shell_port));
    this.control.connect(addressOf(connection, connection.control_port));
    this.iopub.connect(addressOf(connection, connection.iopub_port));
    this.iopub.subscribe();
    void this.read(this.shell, (message) => this.settle(message));
    void this.read(this.control, (message) => this.settle(message));
    void this.read(this.iopub, (message) => this.onIopub(message));
  }

  /** Sends a request on the shell channel. */
  request(type: string, content: Json): Request {
    return this.send(this.shell, type, content);
  }

  /** Asks the kernel to end by itself. */
  requestShutdown(): Request {
    return this.send(this.control, "shutdown_request", { restart: false });
  }

  close(): void {
    for (const socket of [this.shell, this.control, this.iopub]) socket.close();
  }

  private send(socket: Dealer, type: string, content: Json): Request {
    const message = createMessage(type, content, this.session);
    const id = message.header.msg_id;
    const reply = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    // A send that fails leaves the reply open: the caller's time limit or the kernel's end decides.
    socket.send(encodeMessage(message, this.key)).catch((error: Error) => this.onProblem(error.message));
    return { id, reply };
  }

  private settle(message: Message): void {
    const id = message.parent.msg_id ?? "";
    this.waiting.get(id)?.(message);
    this.waiting.delete(id);
  }

  private async read(socket: Dealer | Subscriber, receive: (message: Message) => void): Promise<void> {
    for await (const frames of socket) {
      try {
        receive(decodeMessage(frames, this.key));
      } catch (error) {
        this.onProblem((error as Error).message);
      }
    }
  }
}
