import { getEventListeners } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { type CellEnd, executeCell } from "../../../src/jupyter/client/executeCell.js";
import { OutputCollector } from "../../../src/jupyter/client/outputCollector.js";
import type { Kernel } from "../../../src/jupyter/client/startKernel.js";
import type { Json, Message } from "../../../src/jupyter/protocol/messages.js";
import type { CodeCell } from "../../../src/jupyter/nbformat/notebook.js";

/** A kernel played by the test: it answers each request as told. */
interface Played {
  kernel: Kernel;
  requests: Json[];
  die: (how: string) => void;
}

type Answer = (send: { iopub: (type: string, content: Json) => void; reply: (content: Json) => void }) => void;

let cell: CodeCell;
let collector: OutputCollector;

beforeEach(() => {
  cell = { cell_type: "code", id: "c", metadata: {}, source: "1 + 1", execution_count: null, outputs: [] };
  collector = new OutputCollector();
});

function message(type: string, content: Json, parent: string): Message {
  return {
    header: { msg_id: "m", msg_type: type, session: "", username: "", date: "", version: "" },
    parent: { msg_id: parent },
    metadata: {},
    content,
  };
}

function play(...answers: Answer[]): Played {
  const requests: Json[] = [];
  const process = { ending: null as string | null, text: "last words\n", ended: new Promise<string>(() => {}) };
  let die = (_how: string): void => {};
  process.ended = new Promise((resolve) => {
    die = (how) => {
      process.ending = how;
      resolve(how);
    };
  });
  const request = (_type: string, content: Json) => {
    const id = `r${requests.push(content)}`;
    const reply = new Promise<Message>((resolve) => {
      const send = {
        iopub: (type: string, body: Json) => collector.receive(message(type, body, id)),
        reply: (body: Json) => resolve(message("execute_reply", body, id)),
      };
      setTimeout(() => answers[requests.length - 1]?.(send));
    });
    return { id, reply };
  };
  return { kernel: { client: { request }, process } as unknown as Kernel, requests, die: (how) => die(how) };
}

const idle = { execution_state: "idle" };
const run = (kernel: Kernel, limits = { seconds: 20, silence: 0.1 }, signal?: AbortSignal): Promise<CellEnd> =>
  executeCell(kernel, cell, collector, limits, signal);

test("a cell is done when reply and idle are there, in either order", async () => {
  const first = play(({ iopub, reply }) => [
    iopub("stream", { name: "stdout", text: "2" }),
    reply({ status: "ok", execution_count: 4 }),
    iopub("status", idle),
  ]);
  expect(await run(first.kernel)).toEqual({ kind: "ok", note: null });
  expect(cell).toMatchObject({ execution_count: 4, outputs: [{ text: "2" }] });
  const second = play(({ iopub, reply }) => [
    iopub("execute_input", { execution_count: 5 }),
    iopub("status", idle),
    reply({ status: "ok", execution_count: 99 }),
  ]);
  expect(await run(second.kernel)).toEqual({ kind: "ok", note: null });
  expect(cell.execution_count).toBe(5);
});

test("what is asked of the kernel", async () => {
  const played = play(...Array<Answer>(2).fill(({ iopub, reply }) => [iopub("status", idle), reply({ status: "ok" })]));
  await run(played.kernel);
  cell.metadata.tags = ["raises-exception"];
  await run(played.kernel);
  expect(played.requests[0]).toEqual({
    code: "1 + 1",
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  });
  expect(played.requests[1]).toMatchObject({ stop_on_error: false });
});

test("a lost idle is noted after some silence, counted from the last output", async () => {
  const played = play(({ iopub, reply }) => {
    reply({ status: "ok" });
    for (const later of [300, 600, 900]) setTimeout(() => iopub("stream", { name: "stdout", text: "late " }), later);
  });
  expect(await run(played.kernel, { seconds: 20, silence: 0.7 })).toEqual({
    kind: "ok",
    note: "the kernel sent no idle for this cell; some of its output may be missing",
  });
  expect(cell.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "late late late " }]);
});

test("a lost reply is noted too", async () => {
  expect(await run(play(({ iopub }) => iopub("status", idle)).kernel)).toEqual({
    kind: "ok",
    note: "the kernel sent no reply for this cell; some of its output may be missing",
  });
});

test("an error message is the failure, also where the reply is lost", async () => {
  const error = { ename: "E", evalue: "v", traceback: ["t"] };
  const failed = { kind: "failed", error: { output_type: "error", ...error } };
  expect(
    await run(
      play(({ iopub, reply }) => [iopub("error", error), iopub("status", idle), reply({ status: "error" })]).kernel,
    ),
  ).toEqual(failed);
  expect(await run(play(({ iopub }) => [iopub("error", error), iopub("status", idle)]).kernel)).toEqual(failed);
});

test("where no error message comes, the failure is read from stderr", async () => {
  const text = "evalmachine.<anonymous>:1\n\nRangeError: too much\n    at f\n";
  const played = play(({ iopub, reply }) => [
    iopub("stream", { name: "stderr", text }),
    iopub("status", idle),
    reply({ status: "error" }),
  ]);
  expect(await run(played.kernel)).toEqual({
    kind: "failed",
    error: { output_type: "error", ename: "RangeError", evalue: "too much", traceback: [text.trimEnd()] },
  });
});

test.each([
  ["ValueError: bad\n", { ename: "ValueError", evalue: "bad" }],
  ["\n\nUncaught MyException: on line 1\nmore\n", { ename: "MyException", evalue: "on line 1" }],
  ["\n  something odd\nSaid: Error: late", { ename: "Error", evalue: "something odd" }],
])("stderr of %j", async (text, error) => {
  const played = play(({ iopub, reply }) => [
    iopub("stream", { name: "stderr", text: "an earlier warning" }),
    iopub("stream", { name: "stdout", text: "RangeError: printed only" }),
    iopub("stream", { name: "stderr", text }),
    iopub("stream", { name: "stdout", text: "TypeError: printed only" }),
    iopub("display_data", { data: {}, metadata: {} }),
    iopub("status", idle),
    reply({ status: "error" }),
  ]);
  expect(await run(played.kernel)).toEqual({ kind: "failed", error: { output_type: "error", ...error, traceback: [text.trimEnd()] } });
});

test("what the reply says of its error comes before what is read from stderr", async () => {
  const played = play(({ iopub, reply }) => [
    iopub("stream", { name: "stderr", text: "RangeError: read" }), iopub("status", idle), reply({ status: "error", ename: "Own", evalue: "said" }),
  ]);
  expect(await run(played.kernel)).toMatchObject({ kind: "failed", error: { ename: "Own", evalue: "said", traceback: ["RangeError: read"] } });
});

test("a count that is no whole number is none", async () => {
  const played = play(({ iopub, reply }) => [iopub("status", idle), reply({ status: "ok", execution_count: "4" })]);
  await run(played.kernel);
  expect(cell.execution_count).toBe(null);
});

test("where there is nothing at all, the failure says so", async () => {
  const played = play(({ iopub, reply }) => [iopub("status", idle), reply({ status: "error" })]);
  expect(await run(played.kernel)).toEqual({
    kind: "failed",
    error: { output_type: "error", ename: "Error", evalue: "no message", traceback: [] },
  });
});

test.each(["abort", "aborted"])("a cell that the kernel dropped (%s) is sent again", async (status) => {
  const drop: Answer = ({ iopub, reply }) => [iopub("status", idle), reply({ status })];
  const played = play(drop, drop, ({ iopub, reply }) => [iopub("status", idle), reply({ status: "ok" })]);
  expect(await run(played.kernel)).toEqual({ kind: "ok", note: null });
  expect(played.requests).toHaveLength(3);
});

test("a cell that is dropped again and again fails", async () => {
  const played = play(
    ...Array<Answer>(10).fill(({ iopub, reply }) => [iopub("status", idle), reply({ status: "aborted" })]),
  );
  expect(await run(played.kernel)).toMatchObject({
    kind: "failed",
    error: { ename: "CellAborted", evalue: "the kernel dropped the cell without running it" },
  });
  expect(played.requests).toHaveLength(6);
});

test("a cell that runs too long is lost", async () => {
  expect(await run(play(() => {}).kernel, { seconds: 0.05, silence: 5 })).toEqual({
    kind: "lost",
    error: {
      output_type: "error",
      ename: "CellTimeout",
      evalue: "no end within 0.05 s; allow more with --timeout <seconds>",
      traceback: [],
    },
  });
});

test("a kernel that ends takes its cell with it", async () => {
  const played = play(() => played.die("signal SIGKILL"));
  expect(await run(played.kernel)).toEqual({
    kind: "lost",
    error: {
      output_type: "error",
      ename: "KernelDied",
      evalue: "the kernel ended with signal SIGKILL",
      traceback: ["last words"],
    },
  });
});

test("a kernel that ends without a word has none in its error", async () => {
  const played = play(() => played.die("exit status 1"));
  Object.assign(played.kernel.process, { text: " \n" });
  expect(await run(played.kernel)).toMatchObject({ kind: "lost", error: { ename: "KernelDied", traceback: [] } });
});

test("the signal is let go of, cell by cell", async () => {
  const stop = new AbortController();
  for (let n = 0; n < 3; n++) await run(play(({ iopub, reply }) => [iopub("status", idle), reply({ status: "ok" })]).kernel, undefined, stop.signal);
  expect(getEventListeners(stop.signal, "abort")).toEqual([]);
});

test("a stop ends the wait, also one from before", async () => {
  const stop = new AbortController();
  const ends = run(play(() => stop.abort()).kernel, undefined, stop.signal);
  expect(await ends).toEqual({ kind: "stopped" });
  expect(await run(play(() => {}).kernel, undefined, stop.signal)).toEqual({ kind: "stopped" });
});

test("no timer is left behind", async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const played = play(({ iopub, reply }) => [iopub("status", idle), reply({ status: "ok" })]);
  await run(played.kernel, { seconds: 1000, silence: 1000 });
  expect(timers()).toBeLessThanOrEqual(before);
});
