/** Calls from one process into another and back, each waiting for its answer: a call may ask back before it answers. */
import type { Packed } from "./packed.js";
import { SharedObjects, type StubError, type Target } from "./sharedObjects.js";

/** Lines to and from the other side. */
export interface Lines {
  send(line: string): void;
  /** Waits. @throws what says that none will come */
  receive(): string;
}

type Message =
  | ({ readonly type: "call"; readonly number: number; readonly target: Target; readonly isNew: boolean } & Packed)
  | ({ readonly type: "returned" | "thrown"; readonly number: number } & Packed);

/** Said of an answer that is none. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswer";
}

/** The function that both sides know from the start. */
export const FIRST = 0;

export class Bridge {
  readonly #lines: Lines;
  readonly #objects: SharedObjects;
  #calls = 0;

  /** @param sign tells the two sides apart */
  constructor(lines: Lines, sign: 1 | -1, stubError: StubError) {
    this.#lines = lines;
    this.#objects = new SharedObjects((target, self, args, isNew) => this.#call(target, self, args, isNew), sign, stubError);
  }

  /** The side that is asked: makes `first` callable, and answers as long as lines come. */
  serve(first: (...args: any[]) => unknown): never {
    this.#objects.agree(FIRST, first);
    for (; ;) this.#answer(JSON.parse(this.#lines.receive()) as Message & { readonly type: "call" });
  }

  /** Calls the other side's first function. */
  first(...args: unknown[]): unknown {
    return this.#call({ of: FIRST, method: null }, undefined, args, false);
  }

  #call(target: Target, self: unknown, args: readonly unknown[], isNew: boolean): unknown {
    const number = ++this.#calls;
    this.#lines.send(JSON.stringify({ type: "call", number, target, isNew, ...this.#objects.pack([self, ...args]) } satisfies Message));
    for (; ;) {
      const message = this.#read(this.#lines.receive());
      if (message.type === "call") {
        this.#answer(message);
        continue;
      }
      if (message.number !== number) throw new NoAnswerError(`expected the answer to call ${number}, got one to ${message.number}`);
      const [value] = this.#unpack(message);
      if (message.type === "thrown") throw value;
      return value;
    }
  }

  #answer(message: Message & { readonly type: "call" }): void {
    const { number, target, isNew } = message;
    const [self, ...args] = this.#unpack(message);
    const reply = (type: "returned" | "thrown", value: unknown): void =>
      // what was given may have been changed
      this.#lines.send(JSON.stringify({ type, number, ...this.#objects.pack([value, self, ...args]) } satisfies Message));
    let result: unknown;
    try {
      const called = this.#objects.callable(target);
      result = isNew ? (Reflect.construct(called, args) as unknown) : (Reflect.apply(called, self, args) as unknown);
    } catch (error) {
      reply("thrown", error);
      return;
    }
    reply("returned", result);
  }

  #read(line: string): Message {
    try {
      const message = JSON.parse(line) as Message | null;
      if (typeof message === "object" && message !== null && ["call", "returned", "thrown"].includes(message.type)) return message;
    } catch {
      // no JSON
    }
    throw new NoAnswerError("expected a message, got something else");
  }

  #unpack(message: Message): unknown[] {
    try {
      return this.#objects.unpack(message);
    } catch (cause) {
      throw new NoAnswerError(`expected values that can be read, got ones that cannot: ${(cause as Error).message}`, { cause });
    }
  }
}
