import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeRequest, encodeMessage } from "../../../src/jupyter/protocol/wire.js";

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

  it("takes any signature when there is no key", () => {
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

describe("encodeMessage", () => {
  it("signs the four parts after the delimiter and keeps the identity before it", () => {
    const message = encodeMessage(KEY, ["client"], "status", '{"execution_state":"idle"}', {}).map(String);
    const [identity, delimiter, signature, header, parent, metadata, content] = message as [string, string, string, string, string, string, string];
    expect([identity, delimiter, parent, metadata, content]).toEqual(["client", "<IDS|MSG>", "{}", "{}", '{"execution_state":"idle"}']);
    expect(signature).toBe(signatureOf(header, parent, metadata, content));
    expect(JSON.parse(header)).toMatchObject({ msg_type: "status", version: "5.3" });
  });

  it("gives every message an id of its own", () => {
    const ids = Array.from({ length: 2 }, () => JSON.parse(String(encodeMessage(KEY, [], "status", "{}", {})[2])).msg_id as string);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
