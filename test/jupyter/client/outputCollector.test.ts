import { beforeEach, expect, test } from "vitest";
import { OutputCollector } from "../../../src/jupyter/client/outputCollector.js";
import type { Json } from "../../../src/jupyter/protocol/messages.js";
import type { CodeCell } from "../../../src/jupyter/nbformat/notebook.js";

let collector: OutputCollector;
let one: CodeCell;
let two: CodeCell;

beforeEach(() => {
  collector = new OutputCollector();
  [one, two] = ["one", "two"].map(
    (id): CodeCell => ({ cell_type: "code", id, metadata: {}, source: "", execution_count: null, outputs: [] }),
  ) as [CodeCell, CodeCell];
  void collector.watch("r1", one);
  void collector.watch("r2", two);
});

function send(type: string, content: Json, parent = "r1"): void {
  const header = { msg_id: "m", msg_type: type, session: "", username: "", date: "", version: "" };
  collector.receive({ header, parent: { msg_id: parent }, metadata: {}, content });
}

const stream = (text: string, name = "stdout", parent = "r1"): void => send("stream", { name, text }, parent);
const display = (id: string, text: string, parent = "r1"): void =>
  send("display_data", { data: { "text/plain": text }, metadata: {}, transient: { display_id: id } }, parent);
const shown = (text: string, metadata = {}) => ({
  output_type: "display_data",
  data: { "text/plain": text },
  metadata,
});

test("text of one stream in a row is one output", () => {
  stream("a");
  stream("b\n");
  stream("c", "stderr");
  stream("d");
  expect(one.outputs).toEqual([
    { output_type: "stream", name: "stdout", text: "ab\n" },
    { output_type: "stream", name: "stderr", text: "c" },
    { output_type: "stream", name: "stdout", text: "d" },
  ]);
});

test("output that comes late goes to the cell that asked for it; strangers' output nowhere", () => {
  stream("two", "stdout", "r2");
  stream("late", "stdout", "r1");
  stream("strange", "stdout", "r3");
  expect(one.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "late" }]);
  expect(two.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "two" }]);
});

test("output that comes after its cell's idle still goes to that cell", () => {
  send("status", { execution_state: "idle" });
  stream("two", "stdout", "r2");
  stream("a timer's");
  display("d", "late");
  expect(one.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "a timer's" }, shown("late")]);
  expect(two.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "two" }]);
});

test("results, errors and counts", () => {
  send("execute_input", { code: "", execution_count: 7 });
  send("execute_result", { execution_count: 7, data: { "text/plain": "1" }, metadata: { m: 1 } });
  send("error", { ename: "TypeError", evalue: "bad", traceback: ["a", "b"] });
  expect(one.execution_count).toBe(7);
  expect(one.outputs).toEqual([
    { output_type: "execute_result", execution_count: 7, data: { "text/plain": "1" }, metadata: { m: 1 } },
    { output_type: "error", ename: "TypeError", evalue: "bad", traceback: ["a", "b"] },
  ]);
});

test("an update changes every display of its id, in whatever cell, and adds none", () => {
  display("d", "old");
  display("other", "other");
  display("d", "old", "r2");
  send(
    "update_display_data",
    { data: { "text/plain": "new" }, metadata: { m: 1 }, transient: { display_id: "d" } },
    "r9",
  );
  send("update_display_data", { data: { "text/plain": "x" }, metadata: {}, transient: { display_id: "unknown" } });
  send("update_display_data", { data: { "text/plain": "x" }, metadata: {}, transient: {} });
  expect(one.outputs).toEqual([shown("new", { m: 1 }), shown("other")]);
  expect(two.outputs).toEqual([shown("new", { m: 1 })]);
});

test("only an update updates, and only what bears its name", () => {
  send("display_data", { data: { "text/plain": "unnamed" }, metadata: {}, transient: { display_id: 7 } });
  display("d", "first");
  display("d", "second");
  send("stream", { name: "stdout", text: "s", transient: { display_id: "d" } });
  send("update_display_data", { data: { "text/plain": "x" }, metadata: {}, transient: { display_id: 7 } });
  expect(one.outputs.slice(0, 3)).toEqual([shown("unnamed"), shown("first"), shown("second")]);
  send("update_display_data", { data: { "text/plain": "new" }, metadata: {}, transient: { display_id: "d" } });
  expect(one.outputs).toEqual([shown("unnamed"), shown("new"), shown("new"), { output_type: "stream", name: "stdout", text: "s" }]);
});

test("a message without a parent is nobody's, and a display after a text is no text", () => {
  send("stream", { name: "stdout", text: "x" }, undefined);
  collector.receive({ header: { msg_id: "m", msg_type: "stream", session: "", username: "", date: "", version: "" }, parent: {}, metadata: {}, content: { name: "stdout", text: "nobody's" } });
  display("d", "a");
  expect(one.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "x" }, shown("a")]);
});

test("idle is said by a status alone, and a first cell may count as 0", async () => {
  let idle = false;
  void collector.watch("r1", one).then(() => (idle = true));
  send("stream", { name: "stdout", text: "", execution_state: "idle" });
  send("execute_input", { code: "", execution_count: 0 });
  await Promise.resolve();
  expect([idle, one.execution_count]).toEqual([false, 0]);
  send("status", { execution_state: "idle" });
  await Promise.resolve();
  await Promise.resolve();
  expect(idle).toBe(true);
});

test("clearing at once", () => {
  stream("a");
  stream("b", "stdout", "r2");
  send("clear_output", { wait: false });
  expect(one.outputs).toEqual([]);
  expect(two.outputs).toHaveLength(1);
});

test("clearing with wait keeps the output until the next one", () => {
  stream("a");
  send("clear_output", { wait: true });
  send("status", { execution_state: "busy" });
  expect(one.outputs).toHaveLength(1);
  stream("b");
  stream("c");
  expect(one.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "bc" }]);
});

test("data that is not JSON becomes text, as the file format wants it", () => {
  send("display_data", {
    data: { "text/html": ["a", "b"], "text/plain": { x: 1 }, "application/json": [1], "application/x+json": { y: 2 } },
  });
  expect(one.outputs).toEqual([
    {
      output_type: "display_data",
      data: { "text/html": "ab", "text/plain": '{"x":1}', "application/json": [1], "application/x+json": { y: 2 } },
      metadata: {},
    },
  ]);
});

test("content of odd shapes does no harm", () => {
  send("stream", {});
  send("display_data", { data: null, metadata: [] });
  send("execute_result", { execution_count: -1, data: "x" });
  send("error", {});
  send("comm_open", { data: {} });
  expect(one.outputs).toEqual([
    { output_type: "stream", name: "stdout", text: "" },
    { output_type: "display_data", data: {}, metadata: {} },
    { output_type: "execute_result", execution_count: null, data: {}, metadata: {} },
    { output_type: "error", ename: "undefined", evalue: "undefined", traceback: [] },
  ]);
});

test("idle of the request resolves its watch, and no other", async () => {
  const events: string[] = [];
  const watches = ["a", "b"].map((id) => collector.watch(id, one).then(() => events.push(id)));
  send("status", { execution_state: "idle" }, "b");
  await watches[1];
  send("status", { execution_state: "busy" }, "a");
  await Promise.resolve();
  expect(events).toEqual(["b"]);
});
