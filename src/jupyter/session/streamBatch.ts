import type { Header, StreamName } from "../protocol/messages.js";

/** What a client shows as one piece of text. */
export interface StreamText {
  name: StreamName;
  text: string;
  parent: Header;
}

/** Text that comes within this time goes out as one message, in ms. */
const BATCH_MS = 5;
const BATCH_CHARACTERS = 65_536;

/** Joins successive texts of one cell and one stream, so that twenty thousand printed lines are a few dozen messages. */
export class StreamBatch {
  readonly #send: (text: StreamText, joined: number) => void;
  #texts: string[] = [];
  #size = 0;
  #of: Omit<StreamText, "text"> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent = -Infinity;

  /** @param send sends a text that was joined from so many */
  constructor(send: (text: StreamText, joined: number) => void) {
    this.#send = send;
  }

  add({ name, text, parent }: StreamText): void {
    if (this.#of && (this.#of.name !== name || this.#of.parent.msg_id !== parent.msg_id)) this.flush();
    this.#of ??= { name, parent };
    this.#texts.push(text);
    this.#size += text.length;
    if (this.#size >= BATCH_CHARACTERS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), BATCH_MS);
  }

  /** Whether something has waited for long enough: for a thread that computes, in which no timer goes off. */
  get isDue(): boolean {
    return this.#of !== undefined && performance.now() - this.#sent >= BATCH_MS;
  }

  /** Sends what is collected: before any other message, which belongs after it. */
  flush(): void {
    clearTimeout(this.#timer);
    const [of, texts] = [this.#of, this.#texts];
    this.#timer = this.#of = undefined;
    this.#texts = [];
    this.#size = 0;
    this.#sent = performance.now();
    if (of) this.#send({ ...of, text: texts.join("") }, texts.length);
  }
}
