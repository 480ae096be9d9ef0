import { expect, test } from "vitest";
import { runNotebook } from "../../../src/jupyter/client/runNotebook.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";

/** A kernel that never answers. */
const silent = {
  client: { request: () => ({ id: "r", reply: new Promise(() => {}) }) },
  process: { ending: null, text: "", ended: new Promise(() => {}) },
  info: {},
} as unknown as Kernel;

const notebook: Notebook = {
  metadata: {},
  cells: ["a", "b"].map((id) => ({ cell_type: "code", id, metadata: {}, source: "1", execution_count: null, outputs: [] })),
};

test("a stop is the end of the run, and of no cell", async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  const events = {
    cellStarts(number: number) {
      seen.push(`start ${number}`);
      stop.abort();
    },
    cellEnds: (number: number) => seen.push(`end ${number}`),
    note: (text: string) => seen.push(text),
  };
  const result = await runNotebook(notebook, silent, { seconds: 60, silence: 5 }, events, stop.signal);
  expect(result).toMatchObject({ status: "stopped", codeCells: 2, kernelLost: false });
  expect(result.failure).toBeUndefined();
  expect(seen).toEqual(["start 1"]);
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
