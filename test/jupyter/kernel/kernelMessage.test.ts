import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { kernelMessage } from "../../../src/jupyter/kernel/kernelMessage.js";

const KEY = "secret";
const signatureOf = (...parts: string[]): string => createHmac("sha256", KEY).update(parts.join("")).digest("hex");

describe("kernelMessage", () => {
  it("signs the four parts after the delimiter and keeps the identity before it", () => {
    const message = kernelMessage(KEY, ["client"], "status", '{"execution_state":"idle"}', {}).map(String);
    const [identity, delimiter, signature, header, parent, metadata, content] = message as [string, string, string, string, string, string, string];
    expect([identity, delimiter, parent, metadata, content]).toEqual(["client", "<IDS|MSG>", "{}", "{}", '{"execution_state":"idle"}']);
    expect(signature).toBe(signatureOf(header, parent, metadata, content));
    expect(JSON.parse(header)).toMatchObject({ msg_type: "status", version: "5.3" });
  });

  it("gives every message an id of its own", () => {
    const ids = Array.from({ length: 2 }, () => JSON.parse(String(kernelMessage(KEY, [], "status", "{}", {})[2])).msg_id as string);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
