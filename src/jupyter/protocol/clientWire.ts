/**
 * One message of the Jupyter protocol as it goes over a ZeroMQ socket: addresses, a delimiter,
 * an HMAC signature, then header, parent header, metadata and content as JSON.
 *
 * Source: "Messaging in Jupyter", section "The Wire Protocol",
 * https://jupyter-client.readthedocs.io/en/stable/messaging.html
 */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

const DELIMITER = Buffer.from("<IDS|MSG>");
const PART_NAMES = ["header", "parent header", "metadata", "content"] as const;

export type Json = Record<string, unknown>;

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

export interface Message {
  readonly header: Header;
  /** The header of the request that this message answers; `{}` for one that answers none. */
  readonly parent: Partial<Header>;
  readonly metadata: Json;
  readonly content: Json;
}

/** A message of the type, with a new id and the time of now. */
export function createMessage(type: string, content: Json, session: string): Message {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: "runner",
    date: new Date().toISOString(),
    version: "5.3",
  };
  return { header, parent: {}, metadata: {}, content };
}

/** The frames to send: delimiter, signature and the four parts of the message. */
export function encodeMessage(message: Message, key: string): Buffer[] {
  const { header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [DELIMITER, Buffer.from(sign(parts, key)), ...parts];
}

/**
 * Inverts {@link encodeMessage}, for frames that may have addresses in front and buffers behind.
 *
 * @throws {Error} if the delimiter or a part is missing, the signature is not the key's, or a
 * part is not a JSON object
 */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const start = frames.findIndex((frame) => DELIMITER.equals(frame));
  const [signature, ...parts] = frames.slice(start + 1, start + 6);
  if (start < 0 || signature === undefined || parts.length < 4) {
    throw new Error(
      `decodeMessage: expected a delimiter, a signature and 4 parts, got ${frames.length} frames without them`,
    );
  }
  if (!sameText(signature, Buffer.from(sign(parts, key)))) {
    throw new Error("decodeMessage: expected a signature made with the connection's key, got another one");
  }
  const [header, parent, metadata, content] = parts.map((part, index) => readPart(part, PART_NAMES[index]));
  if (typeof header!.msg_id !== "string" || typeof header!.msg_type !== "string") {
    throw new Error("decodeMessage: expected a header with msg_id and msg_type, got one without");
  }
  return {
    header: header as unknown as Header,
    parent: parent as Partial<Header>,
    metadata: metadata!,
    content: content!,
  };
}

/** HMAC-SHA256 of the parts in hexadecimal; empty for an empty key, which turns signing off. */
export function sign(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function sameText(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function readPart(bytes: Uint8Array, name: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    value = undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`decodeMessage: expected the ${name} to be a JSON object, got ${bytes.length} bytes that are not`);
  }
  return value as Json;
}
