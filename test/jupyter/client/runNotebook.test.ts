import { expect, test } from "vitest";
import { runNotebook } from "../../../src/jupyter/client/runNotebook.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import type { Cell, CodeCell, Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import type { Json, Message } from "../../../src/jupyter/protocol/messages.js";

const code = (source: string, tags: string[] = []): CodeCell => ({
  cell_type: "code", id: `c-${source}`, metadata: { tags }, source, execution_count: 9, outputs: [{ output_type: "stream", name: "stdout", text: "old" }],
});
const text: Cell = { cell_type: "markdown", id: "t", metadata: {}, source: "# Title" };

/** Runs cells on a kernel that fails at `fail`, ends at `die`, drops its idle at `mute`, and prints its code otherwise. */
async function run(cells: Cell[], { stopAt = "", info = {} as Json, metadata = {} as Json, limits = {} } = {}) {
  const stop = new AbortController();
  const [sent, events]: [string[], unknown[]] = [[], []];
  const client = {
    onIopub: (() => {}) as (message: Message) => void,
    onProblem: (() => {}) as (problem: string) => void,
    request: (_: string, content: Json) => {
      const asked = String(content["code"]);
      const id = `r${sent.push(asked)}`;
      const message = (msg_type: string, body: Json): Message => ({
        header: { msg_id: "m", msg_type, session: "", username: "", date: "", version: "" }, parent: { msg_id: id }, metadata: {}, content: body,
      });
      if (asked === "die") setTimeout(() => die("signal SIGKILL"));
      if (asked === stopAt) setTimeout(() => stop.abort());
      if (asked === "die" || asked === stopAt) return { id, reply: new Promise<Message>(() => {}) };
      const fails = asked === "fail";
      const reply = new Promise<Message>((resolve) => {
        setTimeout(() => {
          if (asked === "odd") client.onProblem("a message that cannot be read");
          client.onIopub(message("execute_input", { execution_count: sent.length }));
          if (fails) client.onIopub(message("error", { ename: "E", evalue: "no", traceback: [] }));
          else client.onIopub(message("stream", { name: "stdout", text: asked }));
          if (asked !== "mute") client.onIopub(message("status", { execution_state: "idle" }));
          resolve(message("execute_reply", { status: fails ? "error" : "ok", ename: "E", evalue: "no" }));
        });
      });
      return { id, reply };
    },
  };
  const ending = { ending: null as string | null, text: "last words", ended: new Promise<string>(() => {}) };
  let die = (() => {}) as (how: string) => void;
  ending.ended = new Promise((resolve) => {
    die = (how) => {
      ending.ending = how;
      resolve(how);
    };
  });
  const source: Notebook = { metadata, cells };
  const kept = structuredClone(source);
  const result = await runNotebook(source, { client, process: ending, info } as unknown as Kernel, { seconds: 60, silence: 0.01, ...limits }, {
    cellStarts: (number, total) => events.push(`start ${number} of ${total}`),
    cellEnds: (number, total, seconds) => events.push(`end ${number} of ${total}${seconds >= 0 && seconds < 60 ? "" : ` ${seconds} s`}`),
    note: (told) => events.push(told),
  }, stop.signal);
  expect(source).toEqual(kept);
  return { result, sent, events, cells: result.notebook.cells as CodeCell[] };
}

const printed = (stream: string) => [{ output_type: "stream", name: "stdout", text: stream }];

test("code cells run in order, with the outputs of this run alone", async () => {
  const { result, sent, events, cells } = await run([text, code("a"), code("b")]);
  expect(result).toMatchObject({ status: "ok", codeCells: 2, kernelLost: false });
  expect(result).not.toHaveProperty("failure");
  expect(result.seconds).toBeGreaterThan(0);
  expect(result.seconds).toBeLessThan(60);
  expect(sent).toEqual(["a", "b"]);
  expect(events).toEqual(["start 1 of 2", "end 1 of 2", "start 2 of 2", "end 2 of 2"]);
  expect(cells[0]).toEqual(text);
  expect(cells.slice(1).map(({ execution_count, outputs }) => [execution_count, outputs])).toEqual([[1, printed("a")], [2, printed("b")]]);
});

test("empty cells and those tagged skip-execution are not run, and keep their numbers", async () => {
  const { result, sent, events, cells } = await run([code(" \n"), code("skipped", ["skip-execution"]), code("a")]);
  expect([result.status, result.codeCells, sent]).toEqual(["ok", 3, ["a"]]);
  expect(events).toEqual(["start 3 of 3", "end 3 of 3"]);
  expect(cells.slice(0, 2).map(({ execution_count, outputs }) => [execution_count, outputs])).toEqual([[null, []], [null, []]]);
});

test("the run ends with the cell that is asked for; those behind it have no outputs, and the numbers are of the whole", async () => {
  const { result, sent, events, cells } = await run([code("a"), text, code("b"), code("fail")], { limits: { upTo: 2 } });
  expect([result.status, result.codeCells, sent]).toEqual(["ok", 3, ["a", "b"]]);
  expect(events).toEqual(["start 1 of 3", "end 1 of 3", "start 2 of 3", "end 2 of 3"]);
  expect(cells[3]).toMatchObject({ execution_count: null, outputs: [] });
});

test("the first failure ends the run; the cells behind it have no outputs", async () => {
  const { result, sent, cells } = await run([code("a"), code("fail"), code("b")]);
  const error = { output_type: "error", ename: "E", evalue: "no", traceback: [] };
  expect(result).toMatchObject({ status: "failed", kernelLost: false, failure: { number: 2, error } });
  expect(result.failure!.cell).toBe(cells[1]);
  expect(sent).toEqual(["a", "fail"]);
  expect(cells.map(({ outputs }) => outputs)).toEqual([printed("a"), [error], []]);
});

test("a cell tagged raises-exception may fail", async () => {
  const { result, sent } = await run([code("fail", ["raises-exception"]), code("b")]);
  expect([result.status, sent]).toEqual(["ok", ["fail", "b"]]);
});

test("a kernel that ends is a failure whatever the tag, and stands in the cell", async () => {
  const { result, cells } = await run([code("die", ["raises-exception"]), code("b")]);
  const error = { output_type: "error", ename: "KernelDied", evalue: "the kernel ended with signal SIGKILL", traceback: ["last words"] };
  expect(result).toMatchObject({ status: "failed", kernelLost: true, failure: { number: 1, error } });
  expect(cells.map(({ outputs }) => outputs)).toEqual([[error], []]);
});

test("a stop is the end of the run, of no cell, and no failure", async () => {
  const { result, sent, events } = await run([code("a"), code("long"), code("b")], { stopAt: "long" });
  expect(events).toEqual(["start 1 of 3", "end 1 of 3", "start 2 of 3"]);
  expect([result.status, result.failure, result.kernelLost, sent]).toEqual(["stopped", undefined, false, ["a", "long"]]);
});

test("what is odd is noted, with the cell where it is the cell's", async () => {
  const { events } = await run([code("odd"), code("mute")]);
  expect(events).toEqual([
    "start 1 of 2", "a message that cannot be read", "end 1 of 2",
    "start 2 of 2", "end 2 of 2", "cell 2: the kernel sent no idle for this cell; some of its output may be missing",
  ]);
});

test("the language is what the kernel says, or else what the notebook said; other metadata stays", async () => {
  const metadata = { title: "T", language_info: { name: "old" } };
  const told = await run([], { info: { language_info: { name: "typescript" } }, metadata });
  expect(told.result.notebook.metadata).toEqual({ title: "T", language_info: { name: "typescript" } });
  expect((await run([], { metadata })).result.notebook.metadata).toEqual(metadata);
});

type Said = readonly [type: string, content: Record<string, unknown>];

/** A kernel that says of each cell what is told, and of some more when another has ended. */
function playing(answers: Record<string, readonly Said[]>, afterwards: Record<string, readonly [of: number, ...said: Said]> = {}): Kernel {
  let count = 0;
  const client = {
    onIopub: (_message: never): void => {},
    request(_type: string, { code }: { code: string }) {
      const id = `r${++count}`;
      const send = (of: string, type: string, content: object) =>
        client.onIopub({ header: { msg_type: type }, parent: { msg_id: of }, metadata: {}, content } as never);
      const failed = answers[code]?.some(([type]) => type === "error");
      setTimeout(() => {
        for (const [type, content] of answers[code] ?? []) send(id, type, content);
        const late = afterwards[code];
        if (late) send(`r${late[0]}`, late[1], late[2]);
        send(id, "status", { execution_state: "idle" });
      });
      return { id, reply: Promise.resolve({ content: { status: failed ? "error" : "ok", execution_count: count } }) };
    },
  };
  return { client, process: { ending: null, text: "", ended: new Promise(() => {}) }, info: {} } as unknown as Kernel;
}

const cellsOf = (...sources: string[]): Notebook => ({
  metadata: {},
  cells: sources.map((source) => ({ cell_type: "code", id: source, metadata: {}, source, execution_count: null, outputs: [] })),
});
const quiet = { cellStarts: () => {}, cellEnds: () => {}, note: () => {} };
const failure = (text: string): Said => ["error", { ename: "Error", evalue: text, traceback: [] }];
const stderr = (text: string): Said => ["stream", { name: "stderr", text }];
const failuresOf = async (kernel: Kernel, keepGoing: boolean, ...sources: string[]) => {
  const { status, failures } = await runNotebook(cellsOf(...sources), kernel, { seconds: 60, silence: 5, keepGoing }, quiet);
  return [status, ...failures.map(({ number, error }) => `${number} ${error.ename}: ${error.evalue}`)];
};

test("a run that keeps going has every failure, one that does not the first", async () => {
  const answers = { bad: [failure("one")], worse: [failure("two")] };
  expect(await failuresOf(playing(answers), true, "bad", "good", "worse")).toEqual(["failed", "1 Error: one", "3 Error: two"]);
  expect(await failuresOf(playing(answers), false, "bad", "good", "worse")).toEqual(["failed", "1 Error: one"]);
});

test.each<[string, Said, string]>([
  ["an error of its own", failure("late"), "1 Error: late"],
  ["a promise that nobody waits for", stderr("Unhandled promise rejection: \u001b[31mRangeError: no room\u001b[39m\n    at f"), "1 RangeError: no room (after the cell had ended: is there an await missing?)"],
  ["a callback that throws", stderr("text before\nUncaught exception: TypeError: x is no function\n"), "1 TypeError: x is no function (after the cell had ended: is there an await missing?)"],
  ["a thrown text", stderr("Uncaught exception: 'broken'\n"), "1 Error: 'broken' (after the cell had ended: is there an await missing?)"],
])("what fails after its cell has ended is a failure of that cell: %s", async (_, [type, content], told) => {
  expect(await failuresOf(playing({}, { next: [1, type, content] }), false, "forgets to await", "next")).toEqual(["failed", told]);
});

test("what else stands on standard error is none", async () => {
  expect(await failuresOf(playing({ warns: [stderr("Warning: Unhandled promise rejection: no\n")] }), false, "warns")).toEqual(["ok"]);
});
