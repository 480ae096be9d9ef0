/** The kernel's main half in this process, where its wire thread would be the test: no sockets, no program. */
import { randomUUID } from "node:crypto";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Backlog } from "../../../src/jupyter/kernel/backlog.js";
import { WantedInterrupt } from "../../../src/jupyter/kernel/interrupter.js";
import { Kernel } from "../../../src/jupyter/kernel/kernel.js";
import type { StdinAnswer } from "../../../src/jupyter/kernel/threads.js";
import type { Json as Content } from "../../../src/jupyter/protocol/messages.js";
import type { ShellRequest } from "../../../src/jupyter/session/cell.js";
import type { Outgoing } from "../../../src/jupyter/session/outgoing.js";

export type Sent = { to: string; type: string; content: Content; parent: string };

export class KernelInProcess {
  readonly kernel: Kernel;
  /** All that was sent so far, in order. */
  readonly sent: Sent[] = [];
  readonly #wire;
  readonly #memory = new SharedArrayBuffer(4);
  readonly #wanted = new WantedInterrupt(new SharedArrayBuffer(4));
  readonly #answers: MessagePort;
  readonly #watchers = new Set<() => void>();
  #cells = 0;

  constructor(info: Content = {}) {
    const { port1, port2 } = new MessageChannel();
    this.#wire = port2;
    const backlog = new Backlog(this.#memory);
    port2.on("message", (message: Outgoing) => {
      backlog.leave(1);
      this.sent.push(sentOf(message));
      for (const watcher of this.#watchers) watcher();
    });
    const answers = new MessageChannel();
    this.#answers = answers.port2;
    this.kernel = new Kernel(port1, answers.port1, backlog, this.#wanted, info);
    this.kernel.start();
  }

  /** Sends a request and does not wait. @returns its id */
  send(type: string, content: Content = {}): string {
    const id = randomUUID();
    const header = { msg_id: id, msg_type: type, session: "test", username: "test", date: "", version: "5.3" };
    if (type === "execute_request") this.#cells++;
    this.#wire.postMessage({ identity: [], header, content, number: this.#cells } satisfies ShellRequest);
    return id;
  }

  sendCell(code: string, options: Content = {}): string {
    return this.send("execute_request", { code, silent: false, store_history: true, stop_on_error: true, ...options });
  }

  /** All that a request brought, once its idle is there. */
  async answer(id: string): Promise<Sent[]> {
    await new Promise<void>((done) => {
      const look = (): void => {
        if (!this.sent.some(({ parent, content }) => parent === id && content["execution_state"] === "idle")) return;
        this.#watchers.delete(look);
        done();
      };
      this.#watchers.add(look);
      look();
    });
    return this.sent.filter(({ parent }) => parent === id);
  }

  ask(type: string, content: Content = {}): Promise<Sent[]> {
    return this.answer(this.send(type, content));
  }

  run(code: string, options: Content = {}): Promise<Sent[]> {
    return this.answer(this.sendCell(code, options));
  }

  /** As the inspector does it, for the cells that have been sent. @returns false once there is nothing left to stop */
  interrupt(): boolean | void {
    this.#wanted.want(this.#cells);
    return this.kernel.heedInterrupt();
  }

  /** What the user answers to the question of that number. */
  reply(question: number, value: string): void {
    this.#answers.postMessage({ question, value } satisfies StdinAnswer);
  }

  close(): void {
    this.#wire.close();
    this.#answers.close();
  }
}

function sentOf(message: Outgoing): Sent {
  if (message.to === "stream") {
    return { to: "iopub", type: "stream", content: { name: message.name, text: message.text }, parent: message.parent.msg_id };
  }
  if (message.to === "stdin") {
    return { to: "stdin", type: "input_request", content: JSON.parse(message.content) as Content, parent: message.request.header.msg_id };
  }
  const parent = message.to === "shell" ? message.request.header.msg_id : String(message.parent.msg_id ?? "");
  return { to: message.to, type: message.type, content: JSON.parse(message.content) as Content, parent };
}
