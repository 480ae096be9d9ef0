/** A message between its frames and a page: what passes through is signed and checked, not written anew. */
import { signedFrames, splitFrames } from "../../protocol/wire.js";

/**
 * Header, parent header, metadata, content and buffers of a message that a kernel sent; null for what another program
 * sent that found the port.
 */
export function partsOf(frames: readonly Uint8Array[], key: string): Uint8Array[] | null {
  try {
    const { parts, buffers } = splitFrames(frames, key);
    return [...parts, ...buffers];
  } catch {
    return null;
  }
}

/** Inverts {@link partsOf}. */
export function framesOf(parts: readonly Uint8Array[], key: string): Uint8Array[] {
  const [header, parent, metadata, content, ...buffers] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, ...Uint8Array[]];
  return signedFrames([], [header, parent, metadata, content], buffers, key);
}
