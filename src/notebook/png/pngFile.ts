/**
 * Writes PNG files (W3C, Portable Network Graphics, third edition) of 8 bits a sample.
 */
import { crc32, deflate } from "#host/bytes";

/** Colour types of the format, by bytes a pixel. */
const COLOR_TYPE = { 1: 0, 3: 2, 4: 6 } as const;
const INDEXED = 3;

/** Kinds of pixel: grey, red-green-blue, or that and opacity. */
export type Channels = keyof typeof COLOR_TYPE;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (out.set(part, at), at + part.length), 0);
  return out;
}

function numbers(...values: readonly number[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => out.setUint32(4 * i, value));
  return new Uint8Array(out.buffer);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined(new TextEncoder().encode(type), data);
  return joined(numbers(data.length), body, numbers(crc32(body)));
}

function header(width: number, height: number, colorType: number): Uint8Array {
  return chunk("IHDR", joined(numbers(width, height), Uint8Array.of(8, colorType, 0, 0, 0)));
}

/** Rows of bytes as they are. */
const NO_FILTER = 0;
/** Rows as differences from the row above: photographs compress better so, and repeated rows to nothing. */
const UP = 2;

/** Rows of bytes, each behind the number of its filter. */
function scanlines(bytes: Uint8Array | Uint8ClampedArray, rowLength: number, filter: typeof NO_FILTER | typeof UP): Uint8Array {
  const rows = bytes.length / rowLength;
  const out = new Uint8Array(bytes.length + rows);
  for (let row = 0, at = 0, from = 0; row < rows; row++) {
    out[at++] = filter;
    for (const end = from + rowLength; from < end; from++) out[at++] = bytes[from] - (filter === UP ? (bytes[from - rowLength] ?? 0) : 0);
  }
  return chunk("IDAT", deflate(out));
}

const END = chunk("IEND", new Uint8Array());

/** A PNG file of the given pixels, in rows from the top, with 1, 3 or 4 bytes each. */
export function encodePng(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: Channels): Uint8Array {
  return joined(SIGNATURE, header(width, height, COLOR_TYPE[channels]), scanlines(pixels, width * channels, UP), END);
}

/**
 * A PNG file of at most 256 colours.
 *
 * @param indices for each pixel, in rows from the top, the place of its colour in the palette
 * @param palette red, green and blue of each colour
 */
export function encodeIndexedPng(indices: Uint8Array, width: number, height: number, palette: Uint8Array): Uint8Array {
  return joined(SIGNATURE, header(width, height, INDEXED), chunk("PLTE", palette), scanlines(indices, width, NO_FILTER), END);
}
