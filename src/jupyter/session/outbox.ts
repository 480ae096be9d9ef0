import type { Header, Json, Request, StreamName } from "../protocol/messages.js";
import type { Outgoing } from "./outgoing.js";

/** Characters of one piece of text: no message may be longer than JavaScript lets a string be. */
const LONGEST = 4 * 1024 * 1024;

const { stringify } = JSON;

/** What the kernel has to say to its clients, by way of whoever sends it. */
export class Outbox {
  readonly #post: (message: Outgoing) => void;

  constructor(post: (message: Outgoing) => void) {
    this.#post = post;
  }

  /**
   * Sends a message to everyone who listens.
   *
   * @param parent header of the request that caused it
   * @throws {TypeError} if JSON cannot hold the content
   */
  publish(type: string, content: Json, parent: Header): void {
    this.#post({ to: "iopub", type, content: stringify(content), parent });
  }

  /** Sends printed text; successive texts may arrive as one. */
  stream(name: StreamName, text: string, parent: Header): void {
    for (let from = 0; from < text.length; from += LONGEST) {
      this.#post({ to: "stream", name, text: text.slice(from, from + LONGEST), parent });
    }
  }

  status(state: "busy" | "idle", parent: Header): void {
    this.publish("status", { execution_state: state }, parent);
  }

  /** Answers a request: `execute_request` with an `execute_reply`, and so on. */
  reply(request: Request, content: Json): void {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    this.#post({ to: "shell", type, content: stringify(content), request });
  }

  /** Asks the user of the client that sent the request. */
  ask(request: Request, prompt: string, question: number): void {
    this.#post({ to: "stdin", content: stringify({ prompt, password: false }), request, question });
  }

  /** Ends a request, with an answer where there is one. */
  finish(request: Request, content: Json | undefined): void {
    if (content) this.reply(request, content);
    this.status("idle", request.header);
  }
}
