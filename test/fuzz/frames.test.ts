import { expect, it } from "vitest";
import { decodeJson, decodeV1, encodeJson, encodeV1 } from "../../src/jupyter/server/kernels/channelFrames.js";
import type { ChannelMessage } from "../../src/jupyter/server/kernels/kernels.js";
import { fuzz } from "./fuzz.js";

const parts = [{ msg_id: "id", msg_type: "execute_request" }, {}, {}, { code: "1 + 1" }].map((part) => Buffer.from(JSON.stringify(part)));
const messages: ChannelMessage[] = [{ channel: "shell", parts }, { channel: "stdin", parts: [...parts, Buffer.from("buffer"), Buffer.from("")] }];

it("messages of a WebSocket in binary", () =>
  fuzz({
    seeds: messages.map(encodeV1),
    clear: /^decodeV1: expected /,
    read(bytes) {
      const { channel, parts: read } = decodeV1(bytes);
      const [first, last] = [read[0]!.byteOffset, read.at(-1)!.byteOffset + read.at(-1)!.length];
      expect([["shell", "control", "stdin"].includes(channel), read.length >= 4]).toEqual([true, true]);
      expect(first >= bytes.byteOffset && last <= bytes.byteOffset + bytes.length).toBe(true);
    },
  }));

it("messages of a WebSocket in JSON", () =>
  fuzz({
    seeds: messages.map((message) => Buffer.from(encodeJson(message) as string)),
    clear: /^decodeJson: expected /,
    read(bytes) {
      // The first byte of a binary message is none that JSON begins with.
      const message = decodeJson(bytes[0] === 0x7b ? bytes.toString() : bytes);
      for (const part of message.parts.slice(0, 4)) expect(JSON.parse(Buffer.from(part).toString())).toBeTypeOf("object");
    },
  }));
