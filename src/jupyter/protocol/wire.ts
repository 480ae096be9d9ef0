/**
 * One message of the Jupyter protocol as it goes over a ZeroMQ socket: routing frames, a delimiter, an HMAC
 * signature, then header, parent header, metadata and content as JSON, and perhaps buffers of bytes.
 *
 * Source: "Messaging in Jupyter", section "The Wire Protocol",
 * https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Header, Json, Message, Request } from "./messages.js";

const DELIMITER = Buffer.from("<IDS|MSG>");

/** Bytes, or a text that stands for its bytes in UTF-8. */
type Frame = Uint8Array | string;

/** The four parts of a message, in JSON. */
export type Parts<Part extends Frame = Uint8Array> = readonly [header: Part, parent: Part, metadata: Part, content: Part];

/** A message taken apart, its parts not yet read. */
export interface SplitFrames {
  /** What stands before the delimiter: whom it comes from, or a topic. */
  readonly identity: Uint8Array[];
  readonly parts: Parts;
  readonly buffers: Uint8Array[];
}

/** Who takes a message apart: its name stands before the error, and kernel and client have words of their own. */
type Caller = "splitFrames" | "decodeRequest" | "decodeMessage";

/**
 * Takes the frames of one message apart and checks their signature.
 *
 * @param key the signing key of the connection; an empty one accepts an empty signature only
 * @throws {Error} (TypeError for decodeRequest) if the delimiter or a part is missing, or the signature is another
 */
export function splitFrames(frames: readonly Uint8Array[], key: string, caller: Caller = "splitFrames"): SplitFrames {
  const delimiter = frames.findIndex((frame) => DELIMITER.equals(frame));
  const [signature, header, parent, metadata, content, ...buffers] = frames.slice(delimiter + 1);
  if (delimiter < 0 || !signature || !header || !parent || !metadata || !content) {
    throw caller === "decodeRequest"
      ? problem(caller, `a Jupyter message of 6 frames or more, got ${frames.length}`)
      : problem(caller, `a delimiter, a signature and 4 parts, got ${frames.length} frames without them`);
  }
  const parts: Parts = [header, parent, metadata, content];
  if (!sameBytes(signature, Buffer.from(sign(parts, key)))) {
    throw caller === "decodeRequest"
      ? problem(caller, "a message signed with the connection file's key, got another signature")
      : problem(caller, "a signature made with the connection's key, got another one");
  }
  return { identity: frames.slice(0, delimiter), parts, buffers };
}

/** Inverts {@link splitFrames}. */
export function signedFrames(
  identity: readonly Frame[],
  parts: Parts<Frame>,
  buffers: readonly Uint8Array[],
  key: string,
): Uint8Array[] {
  const frames = [...identity, DELIMITER, sign(parts, key), ...parts, ...buffers];
  return frames.map((frame) => (typeof frame === "string" ? Buffer.from(frame) : frame));
}

/**
 * Reads one part of a message.
 *
 * @param name of the part, for the error
 * @throws {Error} (TypeError for decodeRequest) if it is not a JSON object
 */
export function parsePart(bytes: Uint8Array, name: string, caller: Caller = "splitFrames"): Json {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    value = undefined;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  const end = caller === "decodeRequest" ? "that are none" : "that are not";
  throw problem(caller, `the ${name} to be a JSON object, got ${bytes.length} bytes ${end}`);
}

/**
 * Reads what a client sent to a kernel.
 *
 * @param frames what a router socket received
 * @throws {TypeError} if it is not a message signed with the key
 */
export function decodeRequest(frames: readonly Uint8Array[], key: string): Request {
  const { identity, parts, buffers } = splitFrames(frames, key, "decodeRequest");
  const header = parseHeader(parts[0], "decodeRequest");
  return { identity, header, content: parsePart(parts[3], "content", "decodeRequest"), ...kept(buffers) };
}

/**
 * Reads what a kernel sent to a client.
 *
 * @throws {Error} if it is not a message signed with the key
 */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const { parts, buffers } = splitFrames(frames, key, "decodeMessage");
  return {
    header: parseHeader(parts[0], "decodeMessage"),
    parent: parsePart(parts[1], "parent header", "decodeMessage"),
    metadata: parsePart(parts[2], "metadata", "decodeMessage"),
    content: parsePart(parts[3], "content", "decodeMessage"),
    ...kept(buffers),
  };
}

/** The frames of a message, without routing frames before them. */
export function encodeMessage({ header, parent, metadata, content, buffers = [] }: Message, key: string): Uint8Array[] {
  const text = (part: object): string => JSON.stringify(part);
  return signedFrames([], [text(header), text(parent), text(metadata), text(content)], buffers, key);
}

/** HMAC-SHA256 of the parts in hexadecimal; empty for an empty key, which turns signing off. */
export function sign(parts: readonly Frame[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function parseHeader(bytes: Uint8Array, caller: Caller): Header {
  const header = parsePart(bytes, "header", caller);
  if (typeof header.msg_id === "string" && typeof header.msg_type === "string") return header as unknown as Header;
  throw problem(caller, "a header with msg_id and msg_type, got one without");
}

function kept(buffers: readonly Uint8Array[]): { buffers?: readonly Uint8Array[] } {
  return buffers.length > 0 ? { buffers } : {};
}

/** By their bytes: a text of as many characters may have more. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function problem(caller: Caller, expectedAndGot: string): Error {
  const text = `${caller}: expected ${expectedAndGot}`;
  return caller === "decodeRequest" ? new TypeError(text) : new Error(text);
}
