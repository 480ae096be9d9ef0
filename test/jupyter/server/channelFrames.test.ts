import { describe, expect, it } from "vitest";
import { decodeJson, decodeV1, encodeJson, encodeV1 } from "../../../src/jupyter/server/kernels/channelFrames.js";

const header = { msg_id: "1", msg_type: "execute_request" };
const parts = [header, {}, { a: 1 }, { code: "값" }].map((part) => Buffer.from(JSON.stringify(part)));
const message = { channel: "shell", parts } as const;
const plain = (list: readonly Uint8Array[]): string[] => list.map((part) => Buffer.from(part).toString());

describe("in binary", () => {
  it("is the layout of the protocol", () => {
    const bytes = Buffer.from(encodeV1({ channel: "stdin", parts: [Buffer.from("{}"), Buffer.from("{1}"), Buffer.from(""), Buffer.from("x")] }));
    const offsets = Array.from({ length: 7 }, (_, index) => Number(bytes.readBigUInt64LE(8 * index)));
    // six offsets: the channel, the four parts and the end
    expect(offsets).toEqual([6, 56, 61, 63, 66, 66, 67]);
    expect(bytes.subarray(56).toString()).toBe("stdin{}{1}x");
  });

  it("comes back as it was, with buffers", () => {
    const buffers = [Buffer.from([0, 255]), Buffer.from("")];
    const decoded = decodeV1(encodeV1({ channel: "control", parts: [...parts, ...buffers] }));
    expect(decoded.channel).toBe("control");
    expect(plain(decoded.parts)).toEqual(plain([...parts, ...buffers]));
  });

  it.each([
    ["nothing", Buffer.alloc(0), "decodeV1: expected 6 offsets or more, got 0 in 0 bytes"],
    ["few offsets", Buffer.from([5, ...Array<number>(7).fill(0), ...Array<number>(40).fill(0)]), "decodeV1: expected 6 offsets or more, got 5 in 48 bytes"],
    ["more offsets than bytes", Buffer.alloc(80, 255), "decodeV1: expected 6 offsets or more, got 18446744073709552000 in 80 bytes"],
    ["offsets that go back", changed((bytes) => bytes.writeBigUInt64LE(0n, 16)), "decodeV1: expected offsets in order up to 127, got others"],
    ["offsets behind the end", changed((bytes) => bytes.writeBigUInt64LE(9999n, 48)), "decodeV1: expected offsets in order up to 127, got others"],
    ["a channel that is none", Buffer.from(encodeV1({ channel: "shells" as "shell", parts })), 'decodeV1: expected channel shell, control or stdin, got "shells"'],
    ["the kernel's own channel", Buffer.from(encodeV1({ channel: "iopub", parts })), 'decodeV1: expected channel shell, control or stdin, got "iopub"'],
  ])("refuses %s", (_, bytes, text) => {
    expect(() => decodeV1(bytes)).toThrow(text);
  });
});

function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(encodeV1(message));
  change(bytes);
  return bytes;
}

describe("in JSON", () => {
  it("is one object without buffers, and comes back", () => {
    const text = encodeJson(message);
    const fields = JSON.parse(text as string);
    expect(fields).toEqual({ channel: "shell", msg_id: "1", msg_type: "execute_request", header, parent_header: {}, metadata: { a: 1 }, content: { code: "값" }, buffers: [] });
    expect(plain(decodeJson(text).parts)).toEqual(plain(parts));
  });

  it("has offsets in front where there are buffers", () => {
    const bytes = Buffer.from(encodeJson({ ...message, parts: [...parts, Buffer.from("ab"), Buffer.from("")] }) as Uint8Array);
    expect([bytes.readUInt32BE(0), bytes.readUInt32BE(4)]).toEqual([3, 16]);
    const decoded = decodeJson(bytes);
    expect(decoded.channel).toBe("shell");
    expect(plain(decoded.parts)).toEqual([...plain(parts), "ab", ""]);
  });

  it("fills in what a client may leave out", () => {
    expect(plain(decodeJson(JSON.stringify({ header, content: {} })).parts)).toEqual([JSON.stringify(header), "{}", "{}", "{}"]);
  });

  it.each([
    ["", "decodeJson: expected a message with header and content, got 0 characters that are none"],
    ["[]", "decodeJson: expected a message with header and content, got 2 characters that are none"],
    ['{"header":{}}', "decodeJson: expected a message with header and content, got 13 characters that are none"],
    ['{"header":{},"content":{},"channel":"iopub"}', 'decodeJson: expected channel shell, control or stdin, got "iopub"'],
    [Buffer.alloc(3), "decodeJson: expected offsets of buffers, got 3 bytes without them"],
    [Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]), "decodeJson: expected offsets in order up to 8, got others"],
  ])("refuses %j", (text, problem) => {
    expect(() => decodeJson(text)).toThrow(problem);
  });
});
