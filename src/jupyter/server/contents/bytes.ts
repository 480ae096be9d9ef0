/** Bytes as text and back, and their hash, by what both Node and a page have. */
import { sha256 as sha256OfBytes } from "#host/bytes";

/** In slices: a call takes only so many arguments. */
const SLICE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += SLICE) parts.push(String.fromCharCode(...bytes.subarray(start, start + SLICE)));
  return btoa(parts.join(""));
}

/** Null if the text is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The text if the bytes are UTF-8 without a NUL, otherwise null. */
export function utf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** SHA-256 in hexadecimal. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
  // A page that came by plain http has none of its own.
  if ((crypto as Partial<Crypto>).subtle === undefined) return sha256OfBytes(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
