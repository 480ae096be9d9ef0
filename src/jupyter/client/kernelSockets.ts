/** The client's sockets to a kernel: frames out and frames in, whatever they say. */
import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import { addressOf, type Connection } from "../protocol/connection.js";

export type Channel = "control" | "iopub" | "shell" | "stdin";
type Frames = readonly (Uint8Array | string)[];
/** The next message of the channel is read when the promise has resolved. */
type Receive = (frames: Uint8Array[]) => void | Promise<void>;

export class KernelSockets {
  private readonly sockets = new Map<Channel, Dealer | Subscriber>();
  private readonly receivers = new Map<Channel, Receive>();
  private readonly sent = new Map<Channel, Promise<void>>();

  /**
   * @param channels those to open; sockets of one client share an identity, by which a kernel finds its stdin
   * @param backlog how many messages of iopub may wait here to be read; those behind them wait in the kernel. 0: any number
   */
  constructor(connection: Connection, channels: readonly Channel[], backlog = 0) {
    const routingId = randomUUID();
    for (const channel of channels) {
      const socket = channel === "iopub" ? new Subscriber({ linger: 0, receiveHighWaterMark: backlog }) : new Dealer({ linger: 0, routingId });
      this.sockets.set(channel, socket);
      socket.connect(addressOf(connection, connection[`${channel}_port`]));
      if (socket instanceof Subscriber) socket.subscribe();
      void this.read(channel, socket);
    }
  }

  /** Who is told of the channel's messages, in order, from now on. */
  on(channel: Channel, receive: Receive): void {
    this.receivers.set(channel, receive);
  }

  /** Sends one message after the other: a socket refuses a second while one waits. */
  send(channel: Channel, frames: Frames): Promise<void> {
    const socket = this.sockets.get(channel) as Dealer;
    const sending = (this.sent.get(channel) ?? Promise.resolve()).then(() => socket.send([...frames]));
    this.sent.set(channel, sending.catch(() => {}));
    return sending;
  }

  close(): void {
    for (const socket of this.sockets.values()) socket.close();
  }

  private async read(channel: Channel, socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) await this.receivers.get(channel)?.(frames);
  }
}
