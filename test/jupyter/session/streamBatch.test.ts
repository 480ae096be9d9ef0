import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Header } from "../../../src/jupyter/protocol/messages.js";
import { StreamBatch } from "../../../src/jupyter/session/streamBatch.js";

const header = (msg_id: string): Header => ({ msg_id, msg_type: "execute_request", session: "", username: "", date: "", version: "5.3" });
const [first, second] = [header("1"), header("2")];
let sent: [string, string, string, number][];
let batch: StreamBatch;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  batch = new StreamBatch(({ name, text, parent }, joined) => sent.push([parent.msg_id, name, text, joined]));
});
afterEach(() => void vi.useRealTimers());

it("joins what comes within five milliseconds", () => {
  batch.add({ name: "stdout", text: "a\n", parent: first });
  batch.add({ name: "stdout", text: "b\n", parent: first });
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(5);
  expect(sent).toEqual([["1", "stdout", "a\nb\n", 2]]);
});

it("keeps streams and cells apart, in order", () => {
  batch.add({ name: "stdout", text: "a", parent: first });
  batch.add({ name: "stderr", text: "b", parent: first });
  batch.add({ name: "stderr", text: "c", parent: second });
  batch.flush();
  expect(sent).toEqual([["1", "stdout", "a", 1], ["1", "stderr", "b", 1], ["2", "stderr", "c", 1]]);
});

it("does not let a batch grow without end", () => {
  batch.add({ name: "stdout", text: "x".repeat(65_536), parent: first });
  expect(sent).toHaveLength(1);
});

it("sends nothing when nothing was written", () => {
  batch.flush();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([]);
});

it("is due when something has waited for five milliseconds since the last one went, or is the first", () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(1000);
  const add = (): void => batch.add({ name: "stdout", text: "a", parent: first });
  const due = [batch.isDue];
  add();
  due.push(batch.isDue);
  batch.flush();
  due.push(batch.isDue);
  now.mockReturnValue(1004);
  add();
  due.push(batch.isDue);
  now.mockReturnValue(1005);
  due.push(batch.isDue);
  now.mockRestore();
  expect(due).toEqual([false, true, false, false, true]);
});
