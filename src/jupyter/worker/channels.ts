import { createHeader, type Header, type Json, newId } from "../protocol/messages.js";
import type { Outgoing } from "../session/outgoing.js";
import { StreamBatch } from "../session/streamBatch.js";
import type { FromWorker } from "./workerMessages.js";

type Channel = Extract<FromWorker, { kind: "message" }>["channel"];

/** Sends the messages of a kernel to its page; what is printed, in batches. */
export class Channels {
  readonly #post: (message: FromWorker) => void;
  readonly #beforeReply: () => void;
  readonly #session = newId();
  readonly #streams = new StreamBatch(({ name, text, parent }) => this.#send("iopub", "stream", { name, text }, parent));

  /** @param beforeReply called when a cell is about to be answered */
  constructor(post: (message: FromWorker) => void, beforeReply: () => void) {
    this.#post = post;
    this.#beforeReply = beforeReply;
  }

  readonly send = (message: Outgoing): void => {
    if (message.to === "stream") {
      this.#streams.add(message);
      return this.breathe();
    }
    this.#streams.flush();
    if (message.to === "iopub") return this.#send("iopub", message.type, JSON.parse(message.content) as Json, message.parent);
    if (message.to === "stdin") return this.#send("stdin", "input_request", JSON.parse(message.content) as Json, message.request.header);
    if (message.type === "execute_reply") this.#beforeReply();
    this.#send("shell", message.type, JSON.parse(message.content) as Json, message.request.header);
  };

  /** Answers a request of the control channel. */
  answer(type: string, content: Json, parent: Header): void {
    this.#send("iopub", "status", { execution_state: "busy" }, parent);
    this.#send("control", type, { status: "ok", ...content }, parent);
    this.#send("iopub", "status", { execution_state: "idle" }, parent);
  }

  /** Sends what was printed if it has waited for long enough; a timer does not go off while a cell computes. */
  breathe(): void {
    if (this.#streams.isDue) this.#streams.flush();
  }

  #send(channel: Channel, type: string, content: Json, parent: Partial<Header>): void {
    const header = createHeader(type, this.#session, "kernel");
    this.#post({ kind: "message", channel, message: { header, parent, metadata: {}, content } });
  }
}
