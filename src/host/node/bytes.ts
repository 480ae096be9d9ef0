/** Packing and checksums, here by Node's zlib and OpenSSL: see `browser/bytes.ts` for a page. */
import { createHash } from "node:crypto";
import { crc32 as checksum, deflateSync, inflateRawSync } from "node:zlib";

export const crc32: (bytes: Uint8Array) => number = checksum;

/** @throws if the bytes are damaged, or unpack to more than `length` bytes, before these are there */
export function inflateRaw(bytes: Uint8Array, length: number): Uint8Array {
  return inflateRawSync(bytes, { maxOutputLength: Math.max(length, 1) });
}

/** With the head and the checksum of zlib (RFC 1950). The last level takes two and a half times as long, for 2 % of a chart's size. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 8 });
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/** SHA-256 of the parts one after the other, in hexadecimal digits. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
