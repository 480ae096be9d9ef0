import { createHmac } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { createMessage, type Header } from "../../../src/jupyter/protocol/messages.js";
import { decodeMessage, decodeRequest, encodeMessage, parsePart, sign, signedFrames, splitFrames } from "../../../src/jupyter/protocol/wire.js";

const KEY = "secret";
const HEADER = '{"msg_id":"1","msg_type":"execute_request","session":"s","username":"u","date":"","version":"5.3"}';
const frames = (signature: string): Uint8Array[] =>
  ["client", "<IDS|MSG>", signature, HEADER, "{}", "{}", '{"code":"1"}'].map((text) => Buffer.from(text));
const signatureOf = (...parts: string[]): string => createHmac("sha256", KEY).update(parts.join("")).digest("hex");

describe("decodeRequest", () => {
  it("takes a signed message apart", () => {
    const request = decodeRequest(frames(signatureOf(HEADER, "{}", "{}", '{"code":"1"}')), KEY);
    expect(request.identity.map(String)).toEqual([String(Buffer.from("client"))]);
    expect(request.header.msg_type).toBe("execute_request");
    expect(request.content).toEqual({ code: "1" });
  });

  it("takes an empty signature when there is no key", () => {
    expect(decodeRequest(frames(""), "").content).toEqual({ code: "1" });
  });

  it("refuses a wrong signature, of the right length or not", () => {
    const text = "decodeRequest: expected a message signed with the connection file's key, got another signature";
    expect(() => decodeRequest(frames("0".repeat(64)), KEY)).toThrow(new TypeError(text));
    expect(() => decodeRequest(frames(""), KEY)).toThrow(new TypeError(text));
    // as many characters, but more bytes
    expect(() => decodeRequest(frames("´".repeat(64)), KEY)).toThrow(new TypeError(text));
  });

  it("refuses parts that are no JSON objects, and a header without id or type", () => {
    const withParts = (header: string, content: string) => ["<IDS|MSG>", "", header, "{}", "{}", content].map((text) => Buffer.from(text));
    const refuses = (header: string, content: string, text: string) =>
      expect(() => decodeRequest(withParts(header, content), "")).toThrow(new TypeError(text));
    refuses("null", "{}", "decodeRequest: expected the header to be a JSON object, got 4 bytes that are none");
    refuses(HEADER, "[1]", "decodeRequest: expected the content to be a JSON object, got 3 bytes that are none");
    refuses(HEADER, "{", "decodeRequest: expected the content to be a JSON object, got 1 bytes that are none");
    refuses('{"msg_id":"1"}', "{}", "decodeRequest: expected a header with msg_id and msg_type, got one without");
    refuses('{"msg_type":"1"}', "{}", "decodeRequest: expected a header with msg_id and msg_type, got one without");
  });

  it("refuses what is no Jupyter message", () => {
    const text = "decodeRequest: expected a Jupyter message of 6 frames or more, got 2";
    expect(() => decodeRequest([Buffer.from("a"), Buffer.from("b")], KEY)).toThrow(new TypeError(text));
  });
});

const DECODERS = { splitFrames, decodeRequest, decodeMessage };

test.each(Object.keys(DECODERS) as (keyof typeof DECODERS)[])("with an empty key, %s takes an empty signature only", (name) => {
  const decode = DECODERS[name];
  const signed = frames(signatureOf(HEADER, "{}", "{}", '{"code":"1"}'));
  expect(() => decode(signed, KEY)).not.toThrow();
  expect(() => decode(frames(""), "")).not.toThrow();
  expect(() => decode(signed, "")).toThrow(new RegExp(`^${name}: expected a .*sign.*, got another`));
});

test("what is split goes out again as it came, buffers and all", () => {
  const came = [...frames(signatureOf(HEADER, "{}", "{}", '{"code":"1"}')), Buffer.from([0, 255]), Buffer.alloc(0)];
  const { identity, parts, buffers } = splitFrames(came, KEY);
  expect(buffers).toEqual([Buffer.from([0, 255]), Buffer.alloc(0)]);
  expect(signedFrames(identity, parts, buffers, KEY)).toEqual(came);
});

const header: Header = {
  msg_id: "1",
  msg_type: "execute_request",
  session: "s",
  username: "u",
  date: "2024-01-02T03:04:05.678Z",
  version: "5.3",
};
const message = { header, parent: {}, metadata: {}, content: { code: "1 + é" } };

// Python: hmac.new(key, digestmod=hashlib.sha256), update() with each part, hexdigest()
test("signatures are those of Python's hmac", () => {
  const parts = Array.from({ length: 4 }, () => Buffer.from("{}"));
  expect(sign(parts, "a0436f6c-1916-498b-8eb9-e81ab9368e84")).toBe(
    "c5725711611a71f369d996132f096424c55c73e5d7d3a69996ec21f94b2774a1",
  );
  expect(encodeMessage(message, "secret")[1].toString()).toBe(
    "e331412e9d56b07eac8b139d88769724867f7bb3256fc3ca8caffcef8a560343",
  );
});

test("an empty key turns signing off", () => {
  const frames = encodeMessage(message, "");
  expect(frames[1].length).toBe(0);
  expect(decodeMessage(frames, "")).toEqual(message);
});

test("frames are the delimiter, the signature and four parts of JSON", () => {
  const frames = encodeMessage(message, "secret").map(String);
  expect(frames[0]).toBe("<IDS|MSG>");
  expect(frames.slice(2)).toEqual([JSON.stringify(header), "{}", "{}", '{"code":"1 + é"}']);
});

test("decoding passes over addresses in front and keeps the buffers behind", () => {
  const frames = [
    Buffer.from("address"),
    Buffer.from("kernel.stream"),
    ...encodeMessage(message, "secret"),
    Buffer.from([1, 2]),
  ];
  expect(decodeMessage(frames, "secret")).toEqual({ ...message, buffers: [Buffer.from([1, 2])] });
  expect(decodeRequest(frames, "secret")).toEqual({
    identity: frames.slice(0, 2),
    header,
    content: message.content,
    buffers: [Buffer.from([1, 2])],
  });
});

test("a created message has an id of its own and the time of now", () => {
  const before = Date.now();
  const [one, two] = [createMessage("t", {}, "s"), createMessage("t", {}, "s")];
  expect(one.header.msg_id).not.toBe(two.header.msg_id);
  expect(Date.parse(one.header.date)).toBeGreaterThanOrEqual(before);
  expect(one.parent).toEqual({});
  expect(one).toMatchObject({ header: { msg_type: "t", session: "s", username: "runner", version: "5.3" }, metadata: {}, content: {} });
  expect(createMessage("t", {}, "s", "ada").header.username).toBe("ada");
});

test("a signature by another key, or a changed part, is refused", () => {
  const text = "decodeMessage: expected a signature made with the connection's key, got another one";
  expect(() => decodeMessage(encodeMessage(message, "other"), "secret")).toThrow(new Error(text));
  const changed = encodeMessage(message, "secret");
  changed[5] = Buffer.from('{"code":"2"}');
  expect(() => decodeMessage(changed, "secret")).toThrow(new Error(text));
  const short = encodeMessage(message, "secret");
  short[1] = short[1].subarray(1);
  expect(() => decodeMessage(short, "secret")).toThrow(new Error(text));
});

test("frames without the delimiter or with parts missing are refused", () => {
  const frames = encodeMessage(message, "secret");
  expect(() => decodeMessage(frames.slice(1), "secret")).toThrow(
    new Error("decodeMessage: expected a delimiter, a signature and 4 parts, got 5 frames without them"),
  );
  expect(() => decodeMessage(frames.slice(0, 5), "secret")).toThrow(
    new Error("decodeMessage: expected a delimiter, a signature and 4 parts, got 5 frames without them"),
  );
});

test.each(["[]", "null", "1", '"text"', "{", ""])("content that is not an object (%s) is refused", (content) => {
  const frames = encodeMessage(message, "");
  frames[5] = Buffer.from(content);
  expect(() => decodeMessage(frames, "")).toThrow(
    new Error(`decodeMessage: expected the content to be a JSON object, got ${content.length} bytes that are not`),
  );
});

test.each([[3, "parent header"], [4, "metadata"]])("frame %d that holds no object is refused as the %s", (frame, name) => {
  const frames = encodeMessage(message, "");
  frames[frame] = Buffer.from("[]");
  expect(() => decodeMessage(frames, "")).toThrow(new Error(`decodeMessage: expected the ${name} to be a JSON object, got 2 bytes that are not`));
});

test("a part that is read by itself names the one who splits", () => {
  expect(() => parsePart(Buffer.from("1"), "content")).toThrow(new Error("splitFrames: expected the content to be a JSON object, got 1 bytes that are not"));
  expect(parsePart(Buffer.from('{"말": "말"}'), "content")).toEqual({ 말: "말" });
});

test("texts go out as bytes", () => {
  const sent = signedFrames(["주소"], ["{}", "{}", "{}", '{"a":"가"}'], [], "");
  expect(sent.every((frame) => frame instanceof Uint8Array)).toBe(true);
  expect(sent.map(String)).toEqual(["주소", "<IDS|MSG>", "", "{}", "{}", "{}", '{"a":"가"}']);
});

test("a header without type is refused", () => {
  const frames = encodeMessage(message, "");
  frames[2] = Buffer.from('{"msg_id":"1"}');
  expect(() => decodeMessage(frames, "")).toThrow(
    new Error("decodeMessage: expected a header with msg_id and msg_type, got one without"),
  );
});
