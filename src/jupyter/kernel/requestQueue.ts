import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { ShellRequest } from "./threads.js";

/** The requests of the shell channel that wait for their turn. */
export class RequestQueue {
  readonly #port: MessagePort;
  readonly #waiting: ShellRequest[] = [];
  readonly #aborted = new Set<ShellRequest>();

  /** @param port brings the requests, one at each turn of the event loop */
  constructor(port: MessagePort) {
    this.#port = port;
  }

  add(request: ShellRequest): void {
    this.#waiting.push(request);
  }

  /** The next in turn, and whether an error before it has called it off. */
  take(): { request: ShellRequest; isAborted: boolean } | undefined {
    const request = this.#waiting.shift();
    return request && { request, isAborted: this.#aborted.delete(request) };
  }

  /** Calls off the cells that wait, those that are still in the port among them. */
  abortCells(): void {
    for (let item = receiveMessageOnPort(this.#port); item; item = receiveMessageOnPort(this.#port)) {
      this.#waiting.push(item.message as ShellRequest);
    }
    for (const request of this.#waiting) {
      if (request.header.msg_type === "execute_request") this.#aborted.add(request);
    }
  }
}
