/**
 * Writes PNG files (W3C, Portable Network Graphics, third edition) of 8 bits a sample.
 */
import { crc32, deflateSync } from "node:zlib";

/** Colour types of the format, by bytes a pixel. */
const COLOR_TYPE = { 1: 0, 3: 2, 4: 6 } as const;
const INDEXED = 3;

/** Kinds of pixel: grey, red-green-blue, or that and opacity. */
export type Channels = keyof typeof COLOR_TYPE;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function header(width: number, height: number, colorType: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, colorType, 0, 0, 0], 8);
  return chunk("IHDR", data);
}

/** Rows of bytes as they are. */
const NO_FILTER = 0;
/** Rows as differences from the row above: photographs compress better so, and repeated rows to nothing. */
const UP = 2;

/** Rows of bytes, each behind the number of its filter. */
function scanlines(bytes: Uint8Array | Uint8ClampedArray, rowLength: number, filter: typeof NO_FILTER | typeof UP): Buffer {
  const rows = bytes.length / rowLength;
  const out = Buffer.alloc(bytes.length + rows);
  for (let row = 0, at = 0, from = 0; row < rows; row++) {
    out[at++] = filter;
    for (const end = from + rowLength; from < end; from++) out[at++] = bytes[from] - (filter === UP ? (bytes[from - rowLength] ?? 0) : 0);
  }
  return chunk("IDAT", deflateSync(out, { level: 9 }));
}

/** A PNG file of the given pixels, in rows from the top, with 1, 3 or 4 bytes each. */
export function encodePng(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: Channels): Buffer {
  return Buffer.concat([SIGNATURE, header(width, height, COLOR_TYPE[channels]), scanlines(pixels, width * channels, UP), chunk("IEND", Buffer.alloc(0))]);
}

/**
 * A PNG file of at most 256 colours.
 *
 * @param indices for each pixel, in rows from the top, the place of its colour in the palette
 * @param palette red, green and blue of each colour
 */
export function encodeIndexedPng(indices: Uint8Array, width: number, height: number, palette: Uint8Array): Buffer {
  return Buffer.concat([SIGNATURE, header(width, height, INDEXED), chunk("PLTE", palette), scanlines(indices, width, NO_FILTER), chunk("IEND", Buffer.alloc(0))]);
}
