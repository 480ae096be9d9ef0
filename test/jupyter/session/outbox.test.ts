import { beforeEach, expect, it } from "vitest";
import { Outbox } from "../../../src/jupyter/session/outbox.js";
import type { Outgoing } from "../../../src/jupyter/session/outgoing.js";
import { requestOf } from "./played.js";

let posted: Outgoing[];
let outbox: Outbox;
beforeEach(() => {
  posted = [];
  outbox = new Outbox((message) => posted.push(message));
});
const request = requestOf({}, "complete_request");
const { header: parent } = request;
const status = (execution_state: string): Outgoing => ({ to: "iopub", type: "status", content: JSON.stringify({ execution_state }), parent });

it("publishes as JSON, and refuses what that cannot hold", () => {
  outbox.publish("display_data", { a: [1] }, parent);
  outbox.status("busy", parent);
  expect(posted).toEqual([{ to: "iopub", type: "display_data", content: '{"a":[1]}', parent }, status("busy")]);
  expect(() => outbox.publish("display_data", { a: 1n }, parent)).toThrow(TypeError);
});

it("replies by the request's type, and is idle then", () => {
  outbox.finish(request, { status: "ok" });
  outbox.finish(request, undefined);
  expect(posted).toEqual([{ to: "shell", type: "complete_reply", content: '{"status":"ok"}', request }, status("idle"), status("idle")]);
  outbox.reply(requestOf({}, "a_request_request"), {});
  expect(posted.at(-1)).toMatchObject({ type: "a_request_reply" });
});

it("asks", () => {
  outbox.ask(request, "Name? ", 3);
  expect(posted).toEqual([{ to: "stdin", content: '{"prompt":"Name? ","password":false}', request, question: 3 }]);
});

it("sends text as it is, no text not at all, and a long one in pieces", () => {
  const piece = 4 * 1024 * 1024;
  outbox.stream("stderr", "", parent);
  outbox.stream("stderr", "short", parent);
  expect(posted).toEqual([{ to: "stream", name: "stderr", text: "short", parent }]);
  outbox.stream("stdout", `${"x".repeat(piece)}rest`, parent);
  outbox.stream("stdout", "y".repeat(piece), parent);
  const texts = posted.slice(1).map((message) => (message.to === "stream" ? message.text : ""));
  expect(texts.map((text) => [text.length, text.at(-1)])).toEqual([[piece, "x"], [4, "t"], [piece, "y"]]);
});
