import { StringDecoder } from "node:string_decoder";
import { setImmediate } from "node:timers";

type StreamName = "stdout" | "stderr";

/** Text is sent when the event loop turns, and in a long synchronous cell as soon as this much or this old. */
const BATCH_CHARACTERS = 32_768;
const BATCH_MS = 50;

/**
 * Collects what the user's code writes to stdout and stderr and passes it on in order, in batches of one stream and
 * one owner.
 */
export class OutputStreams<T> {
  readonly #owner: () => T | undefined;
  readonly #publish: (owner: T, name: StreamName, text: string) => void;
  #texts: string[] = [];
  #size = 0;
  #of: { owner: T; name: StreamName } | undefined;
  #flushedAt = 0;
  #scheduled = false;

  /**
   * @param owner whose output it is now; undefined drops it
   * @param publish sends a batch
   */
  constructor(owner: () => T | undefined, publish: (owner: T, name: StreamName, text: string) => void) {
    this.#owner = owner;
    this.#publish = publish;
  }

  write(name: StreamName, text: string): void {
    const owner = this.#owner();
    if (owner === undefined || text === "") return;
    if (this.#of?.owner !== owner || this.#of.name !== name) this.flush();
    this.#of ??= { owner, name };
    this.#texts.push(text);
    this.#size += text.length;
    if (this.#size >= BATCH_CHARACTERS || performance.now() - this.#flushedAt >= BATCH_MS) this.flush();
    else this.#schedule();
  }

  /** Sends what is collected: before anything else that belongs after it. */
  flush(): void {
    const [of, text] = [this.#of, this.#texts.join("")];
    this.#texts = [];
    this.#size = 0;
    this.#of = undefined;
    this.#flushedAt = performance.now();
    if (of && text !== "") this.#publish(of.owner, of.name, text);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.flush();
    });
  }
}

/**
 * Puts a writer in the place of the process's stdout and stderr.
 *
 * @param write gets each text as it is written
 */
export function replaceStandardStreams(write: (name: StreamName, text: string) => void): void {
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    // A notebook is no terminal, even when the kernel was started from one: no colour codes.
    Object.defineProperty(process[name], "isTTY", { value: false, configurable: true });
    process[name].write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      write(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback as () => void);
      return true;
    };
  }
}
