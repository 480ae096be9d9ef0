import { expect, it } from "vitest";
import { crc32 } from "../../../src/numeric/npz/zip.js";

// python3: zlib.crc32(b"123456789"), and of the others
it.each([
  ["", 0],
  ["123456789", 0xcbf43926],
  ["\u0000", 0xd202ef8d],
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("crc32(%j)", (text, expected) => {
  expect(crc32(Buffer.from(text))).toBe(expected);
});
