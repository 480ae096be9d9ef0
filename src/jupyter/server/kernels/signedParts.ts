/** The parts of a message without looking into them: what passes through is signed and checked, not written anew. */
import { timingSafeEqual } from "node:crypto";
import { sign } from "../../protocol/clientWire.js";

const DELIMITER = Buffer.from("<IDS|MSG>");
const SIGNED = 4;

/**
 * Header, parent header, metadata, content and buffers of a message that a kernel sent.
 *
 * @throws {Error} if the delimiter or a part is missing, or the signature is not the key's
 */
export function partsOf(frames: readonly Uint8Array[], key: string): Uint8Array[] {
  const start = frames.findIndex((frame) => DELIMITER.equals(frame));
  const [signature, ...parts] = frames.slice(start + 1);
  if (start < 0 || signature === undefined || parts.length < SIGNED) {
    throw new Error(`partsOf: expected a delimiter, a signature and ${SIGNED} parts, got ${frames.length} frames without them`);
  }
  const expected = Buffer.from(sign(parts.slice(0, SIGNED), key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new Error("partsOf: expected a signature made with the connection's key, got another one");
  }
  return parts;
}

/** Inverts {@link partsOf}. */
export function framesOf(parts: readonly Uint8Array[], key: string): (Uint8Array | string)[] {
  return [DELIMITER, sign(parts.slice(0, SIGNED), key), ...parts];
}
