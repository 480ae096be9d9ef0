import type { ShellRequest } from "./cell.js";

/** The requests of the shell channel that wait for their turn. */
export class RequestQueue {
  readonly #arrived: () => Iterable<ShellRequest>;
  readonly #waiting: ShellRequest[] = [];
  readonly #aborted = new Set<ShellRequest>();

  /** @param arrived hands over requests that are there, and were not added yet */
  constructor(arrived: () => Iterable<ShellRequest> = () => []) {
    this.#arrived = arrived;
  }

  add(request: ShellRequest): void {
    this.#waiting.push(request);
  }

  /** The next in turn, and whether an error before it has called it off. */
  take(): { request: ShellRequest; isAborted: boolean } | undefined {
    const request = this.#waiting.shift();
    return request && { request, isAborted: this.#aborted.delete(request) };
  }

  /** Calls off the cells that wait, those that have only arrived among them. */
  abortCells(): void {
    for (const request of this.#arrived()) this.#waiting.push(request);
    for (const request of this.#waiting) {
      if (request.header.msg_type === "execute_request") this.#aborted.add(request);
    }
  }
}
