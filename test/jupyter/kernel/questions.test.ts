/** What cells ask, with a front end that is played: stdin.test.ts has the whole kernel. */
import readline from "node:readline";
import readlinePromises from "node:readline/promises";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Interrupts } from "../../../src/jupyter/kernel/interrupts.js";
import { installQuestions, Questions } from "../../../src/jupyter/kernel/questions.js";
import type { Outbox } from "../../../src/jupyter/session/outbox.js";
import { cellOf, requestOf, shieldsThatTell } from "../session/played.js";

const prototypes = [readline.Interface.prototype, readlinePromises.Interface.prototype];
const own = prototypes.map((prototype) => prototype.question);
const asked: string[][] = [];
beforeEach(() => {
  asked.length = 0;
  installQuestions((...question) => `answer ${asked.push(question)}`);
});
afterEach(() => {
  prototypes.forEach((prototype, i) => Object.assign(prototype, { question: own[i] }));
  Reflect.deleteProperty(globalThis, "prompt");
});

it("a question goes out behind the shield, and waits for its own answer", () => {
  const { port1, port2 } = new MessageChannel();
  const told: string[] = [];
  const request = requestOf({ allow_stdin: true });
  const outbox = { ask: (...given: unknown[]) => void told.push(JSON.stringify(given.slice(1))) } as unknown as Outbox;
  const questions = new Questions(outbox, port1, shieldsThatTell(told) as Interrupts, () => cellOf({ request }));
  for (const [question, value] of [[0, "early"], [1, "one"], [1, "again"], [2, "two"]] as const) port2.postMessage({ question, value });
  expect([questions.ask("prompt", "a"), questions.ask("prompt", "b")]).toEqual(["one", "two"]);
  expect(told).toEqual(["kernel", '["a",1]', "end", "kernel", '["b",2]', "end"]);
  const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => (port2.postMessage({ question: 3, value: "late" }), "timed-out"));
  expect([questions.ask("prompt", "c"), wait.mock.calls.map(([, , , ms]) => ms)]).toEqual(["late", [20]]);
  wait.mockRestore();
  port1.close();
});

it("one where nobody asks is refused", () => {
  const questions = new Questions({} as Outbox, new MessageChannel().port1, {} as Interrupts, () => undefined);
  expect(() => questions.ask("prompt", "a")).toThrow(/^prompt: expected a cell that still runs/);
});

it("readline asks where it would read the process's own input", async () => {
  const lines = readline.createInterface({ input: process.stdin });
  const answers: string[] = [];
  const called = new Promise<void>((done) => lines.question("a", (answer) => done(void answers.push(answer))));
  expect(answers).toEqual([]);
  await called;
  lines.question("b", { signal: new AbortController().signal }, (answer) => answers.push(answer));
  lines.question("c", undefined as never);
  await new Promise(setImmediate);
  const inTime = readlinePromises.createInterface({ input: process.stdin });
  answers.push(await inTime.question("d"), await promisify(lines.question).call(lines, "e") as unknown as string);
  lines.close();
  inTime.close();
  expect(answers).toEqual(["answer 1", "answer 2", "answer 4", "answer 5"]);
  expect(asked).toEqual(["a", "b", "c", "d", "e"].map((query) => ["question", query]));
});

it("and leaves another input alone", async () => {
  const lines = readlinePromises.createInterface({ input: Readable.from(["theirs\n"]) });
  expect([await lines.question("a"), asked]).toEqual(["theirs", []]);
});

it("cells have a prompt", () => {
  expect([(globalThis as unknown as { prompt: (text: string) => string }).prompt("name?"), asked]).toEqual(["answer 1", [["prompt", "name?"]]]);
});
