/** What a page packs and sums is what Node does. */
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as page from "../../../src/host/browser/bytes.js";
import * as node from "../../../src/host/node/bytes.js";

const someBytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * i * 31 + 7 * i) >> 3);

describe.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000])("of %i bytes", (length) => {
  const bytes = someBytes(length);

  it("the checksums are Node's", () => {
    expect(page.crc32(bytes)).toBe(node.crc32(bytes));
    expect(page.sha256(bytes)).toBe(node.sha256(bytes));
    expect(page.sha256(bytes.subarray(0, length >> 1), bytes.subarray(length >> 1))).toBe(node.sha256(bytes));
  });

  it("what was packed comes back", () => {
    expect(Buffer.compare(page.inflateRaw(deflateRawSync(bytes), length), bytes)).toBe(0);
  });
});

it.each(Object.entries({ page, node }))("%s refuses what unpacks to more than it said, or is damaged", (_, { inflateRaw }) => {
  const packed = deflateRawSync(new Uint8Array(100_000));
  expect(() => inflateRaw(packed, 1000)).toThrow(RangeError);
  expect(() => inflateRaw(packed.subarray(0, 20), 100_000)).toThrow(Error);
  expect(() => inflateRaw(Uint8Array.of(255, 255, 255), 10)).toThrow(Error);
});
