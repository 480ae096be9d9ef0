import process from "node:process";
import readline from "node:readline";
import readlinePromises from "node:readline/promises";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Cell } from "../session/cell.js";
import type { Outbox } from "../session/outbox.js";
import { cellThatAsks, installPrompt } from "../session/questions.js";
import type { Interrupts } from "./interrupts.js";
import type { StdinAnswer } from "./threads.js";

/** Time between two looks for the answer, in ms; between them an interrupt is heeded. */
const LOOK_MS = 20;

/** What cells ask of the user, by way of the front end. */
export class Questions {
  readonly #outbox: Outbox;
  readonly #answers: MessagePort;
  readonly #interrupts: Interrupts;
  readonly #whoAsks: () => Cell | undefined;
  readonly #nothing = new Int32Array(new SharedArrayBuffer(4));
  #asked = 0;

  /** @param answers brings what the user answers */
  constructor(outbox: Outbox, answers: MessagePort, interrupts: Interrupts, whoAsks: () => Cell | undefined) {
    this.#outbox = outbox;
    this.#answers = answers;
    this.#interrupts = interrupts;
    this.#whoAsks = whoAsks;
  }

  /**
   * Asks, and waits for the answer; an interrupt ends that too.
   *
   * @param caller names the function in an error
   * @throws {Error} if nobody could answer
   */
  ask(caller: string, prompt: string): string {
    const cell = cellThatAsks(caller, this.#whoAsks());
    const question = ++this.#asked;
    this.#interrupts.shield(() => this.#outbox.ask(cell.request, prompt, question));
    for (; ;) {
      const answer = receiveMessageOnPort(this.#answers)?.message as StdinAnswer | undefined;
      // An answer to a question that was interrupted is nobody's.
      if (answer?.question === question) return answer.value;
      if (!answer) Atomics.wait(this.#nothing, 0, 0, LOOK_MS);
    }
  }
}

type Question = (this: { input?: unknown }, query: string, ...rest: unknown[]) => unknown;
type Asks = { question: Question };

/** Gives cells a global `prompt`, and lets readline's `question` ask where it would read the process's own stdin. */
export function installQuestions(ask: (caller: string, prompt: string) => string): void {
  installPrompt(ask);
  replaceQuestion(readline.Interface.prototype as unknown as Asks, (query, rest) => {
    const answer = ask("question", query);
    const callback = rest.find((argument) => typeof argument === "function") as ((answer: string) => void) | undefined;
    if (callback) process.nextTick(callback, answer);
  });
  replaceQuestion(readlinePromises.Interface.prototype as unknown as Asks, async (query) => ask("question", query));
}

function replaceQuestion(prototype: Asks, askInstead: (query: string, rest: unknown[]) => unknown): void {
  const { question } = prototype;
  prototype.question = function (query, ...rest) {
    return this.input === process.stdin ? askInstead(String(query), rest) : question.call(this, query, ...rest);
  };
  // For util.promisify, as Node's own has it.
  for (const key of Object.getOwnPropertySymbols(question)) Object.defineProperty(prototype.question, key, Object.getOwnPropertyDescriptor(question, key)!);
}
