/** One page at a kernel: its sockets, which may be exchanged for those to another process while it stays. */
import type { Connection } from "../../protocol/connection.js";
import { KernelSockets } from "../../client/kernelSockets.js";
import type { Channel, ChannelMessage, Tab } from "./kernels.js";
import { framesOf, partsOf } from "./signedParts.js";

/** Messages that may wait for a kernel that starts. */
const WAITING = 1000;
/** In this order: a kernel can only ask what it is asked on shell once stdin is there. */
const CHANNELS: readonly Channel[] = ["stdin", "control", "shell"];

export class Seat {
  /** Null once the page is gone. */
  tab: Tab | null;
  private sockets: { open: KernelSockets; key: string } | null = null;
  private waiting: ChannelMessage[] = [];
  private readonly answer: (seat: Seat, message: ChannelMessage) => void | Promise<void>;

  /** @param answer told of each message that the kernel sends to this page alone */
  constructor(tab: Tab, answer: (seat: Seat, message: ChannelMessage) => void | Promise<void>) {
    this.tab = tab;
    this.answer = answer;
  }

  connect(connection: Connection): void {
    this.disconnect();
    const { key } = connection;
    const open = new KernelSockets(connection, CHANNELS);
    for (const channel of CHANNELS) open.on(channel, (frames) => this.receive(channel, frames, key));
    this.sockets = { open, key };
    const waiting = this.waiting;
    this.waiting = [];
    for (const message of waiting) this.send(message);
  }

  /** Until it is connected again, what is sent waits. */
  disconnect(): void {
    this.sockets?.open.close();
    this.sockets = null;
  }

  send(message: ChannelMessage): void {
    if (this.sockets === null) {
      if (this.waiting.length < WAITING) this.waiting.push(message);
      return;
    }
    const { open, key } = this.sockets;
    // A send fails when the socket was closed under it: the kernel is gone, and its pages are told.
    open.send(message.channel, framesOf(message.parts, key)).catch(() => {});
  }

  private async receive(channel: Channel, frames: readonly Uint8Array[], key: string): Promise<void> {
    const parts = partsOf(frames, key);
    if (parts !== null) await this.answer(this, { channel, parts });
  }
}
