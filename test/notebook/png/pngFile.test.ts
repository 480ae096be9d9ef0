import { inflateSync } from "node:zlib";
import { decode } from "fast-png";
import { expect, it } from "vitest";
import { encodeIndexedPng, encodePng } from "../../../src/notebook/png/pngFile.js";

// The decoder checks the checksum of every chunk.
it.each([[1, [0, 128, 255, 7, 8, 9]], [3, Array.from({ length: 18 }, (_, i) => i * 14)], [4, Array.from({ length: 24 }, (_, i) => i * 10)]] as const)(
  "writes %d bytes a pixel that an independent decoder reads",
  (channels, pixels) => {
    const image = decode(encodePng(Uint8Array.from(pixels), 3, 2, channels), { checkCrc: true });
    expect([image.width, image.height, image.channels, image.depth]).toEqual([3, 2, channels, 8]);
    expect([...image.data]).toEqual(pixels);
  },
);

it("writes rows as differences from the row above, indexed ones as they are, and ends with an empty chunk", () => {
  const rows = (png: Uint8Array) => {
    const bytes = Buffer.from(png);
    const at = bytes.indexOf("IDAT");
    expect([bytes.toString("latin1", bytes.length - 8, bytes.length - 4), bytes.readUInt32BE(bytes.length - 12)]).toEqual(["IEND", 0]);
    return [...inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))];
  };
  expect(rows(encodePng(Uint8Array.of(5, 7, 6, 4), 2, 2, 1))).toEqual([2, 5, 7, 2, 1, 253]);
  expect(rows(encodeIndexedPng(Uint8Array.of(5, 7, 6, 4), 2, 2, new Uint8Array(24)))).toEqual([0, 5, 7, 0, 6, 4]);
});

it("writes indexed pixels", () => {
  const image = decode(encodeIndexedPng(Uint8Array.of(0, 1, 1, 0, 0, 1), 3, 2, Uint8Array.of(1, 2, 3, 250, 251, 252)), { checkCrc: true });
  expect([...image.data]).toEqual([0, 1, 1, 0, 0, 1]);
  expect(image.palette).toEqual([[1, 2, 3], [250, 251, 252]]);
});
