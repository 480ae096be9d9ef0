import { describe, expect, it } from "vitest";
import { decodeMessage, decodeRequest, encodeMessage } from "../../src/jupyter/protocol/wire.js";
import { fuzz } from "./fuzz.js";

/** Between frames, so that a mutation also drops, joins and doubles them. */
const SEPARATOR = "\n--frame--\n";

function join(frames: readonly (Uint8Array | string)[]): Buffer {
  return Buffer.from(frames.map((frame) => Buffer.from(frame as Uint8Array).toString("latin1")).join(SEPARATOR), "latin1");
}

function split(bytes: Buffer): Buffer[] {
  return bytes.toString("latin1").split(SEPARATOR).map((frame) => Buffer.from(frame, "latin1"));
}

/** With nothing in it that changes from run to run. */
const header = { msg_id: "id", msg_type: "execute_request", session: "s", username: "u", date: "2026-01-01T00:00:00Z", version: "5.3" };
const request = { header, parent: {}, metadata: {}, content: { code: "1 + 1", silent: false } };
const reply = { header: { ...header, msg_type: "stream" }, parent: header, metadata: {}, content: { name: "stdout", text: "hi" } };

// an empty key turns signatures off: without it hardly a broken message would get past them
describe.each(["", "key"])("messages signed with the key %j", (key) => {
  it.each([
    { way: "to the kernel", seed: ["identity", ...encodeMessage(request, key)], clear: /^decodeRequest: expected /, decode: decodeRequest },
    { way: "from a kernel", seed: ["topic", ...encodeMessage(reply, key)], clear: /^decodeMessage: expected /, decode: decodeMessage },
  ])("$way", ({ seed, clear, decode }) =>
    fuzz({
      seeds: [join(seed)],
      clear,
      read(bytes) {
        const { header, content } = decode(split(bytes), key);
        expect([typeof header.msg_id, typeof header.msg_type]).toEqual(["string", "string"]);
        expect(content).toBeTypeOf("object");
        expect(content).not.toBeNull();
      },
    }));
});
