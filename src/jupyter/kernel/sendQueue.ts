import { kernelLog } from "./kernelLog.js";

type Frames = (Uint8Array | string)[];

/** The part of a socket that a queue needs. */
interface Sender {
  send(frames: Frames): Promise<void>;
}

/**
 * Sends messages through one socket, in order and one after the other.
 *
 * zeromq.js rejects a second send while one waits, and sends at most 512 messages a turn of the event loop without
 * waiting; so every send is awaited here and nothing is ever dropped.
 */
export class SendQueue {
  readonly #socket: Sender;
  #last: Promise<void> = Promise.resolve();

  constructor(socket: Sender) {
    this.#socket = socket;
  }

  /** @param onSent called when the socket has it, or has refused it */
  send(frames: Frames, onSent: () => void = () => {}): void {
    this.#last = this.#last
      .then(() => this.#socket.send(frames))
      .catch(reportLoss)
      .then(onSent);
  }

  /** Resolves when all that was queued so far has been handed to the socket. */
  drained(): Promise<void> {
    return this.#last;
  }
}

/** A router throws for a client that is gone: its reply has no reader, and the others go on. */
function reportLoss(error: Error & { code?: string }): void {
  if (error.code !== "EHOSTUNREACH") kernelLog(`a message could not be sent: ${error.message}`);
}
