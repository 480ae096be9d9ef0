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

it("writes indexed pixels", () => {
  const image = decode(encodeIndexedPng(Uint8Array.of(0, 1, 1, 0, 0, 1), 3, 2, Uint8Array.of(1, 2, 3, 250, 251, 252)), { checkCrc: true });
  expect([...image.data]).toEqual([0, 1, 1, 0, 0, 1]);
  expect(image.palette).toEqual([[1, 2, 3], [250, 251, 252]]);
});
