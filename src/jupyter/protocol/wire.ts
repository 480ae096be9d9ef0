import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { userInfo } from "node:os";
import type { Content, Header, Request } from "../kernel/threads.js";

/**
 * The frames of the Jupyter wire protocol: identities, a delimiter, the signature, then header, parent header,
 * metadata and content as JSON (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
 */
const DELIMITER = "<IDS|MSG>";
const SESSION = randomUUID();
const USERNAME = userName();

/**
 * Takes the frames of one message apart and checks their signature.
 *
 * @param frames what a router socket received
 * @param key the signing key of the connection file; empty for no signatures
 * @returns the request
 * @throws {TypeError} if the delimiter is missing, the signature is wrong, or a part is not what a request has there
 */
export function decodeRequest(frames: readonly Uint8Array[], key: string): Request {
  const texts = frames.map((frame) => Buffer.from(frame));
  const delimiter = texts.findIndex((frame) => frame.toString() === DELIMITER);
  const [signature, header, parent, metadata, content] = texts.slice(delimiter + 1);
  if (delimiter < 0 || !signature || !header || !parent || !metadata || !content) {
    throw new TypeError(`decodeRequest: expected a Jupyter message of 6 frames or more, got ${frames.length}`);
  }
  const expected = sign(key, [header, parent, metadata, content]);
  if (key !== "" && !sameBytes(signature, Buffer.from(expected))) {
    throw new TypeError("decodeRequest: expected a message signed with the connection file's key, got another signature");
  }
  const fields = parseObject("header", header);
  if (typeof fields.msg_id !== "string" || typeof fields.msg_type !== "string") {
    throw new TypeError("decodeRequest: expected a header with msg_id and msg_type, got one without");
  }
  return {
    identity: frames.slice(0, delimiter),
    header: fields as unknown as Header,
    content: parseObject("content", content),
  };
}

function parseObject(part: string, bytes: Buffer): Content {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    value = undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`decodeRequest: expected the ${part} to be a JSON object, got ${bytes.length} bytes that are none`);
  }
  return value as Content;
}

/**
 * Makes the frames of one message from the kernel.
 *
 * @param key the signing key; empty for no signatures
 * @param identity routing frames: those of the request, or a topic on iopub
 * @param type message type, such as `execute_reply`
 * @param content the content as JSON text
 * @param parent the header of the request that this answers, or `{}`
 */
export function encodeMessage(
  key: string,
  identity: readonly (Uint8Array | string)[],
  type: string,
  content: string,
  parent: Header | Record<string, never>,
): (Uint8Array | string)[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session: SESSION,
    username: USERNAME,
    date: new Date().toISOString(),
    version: "5.3",
  };
  const parts = [JSON.stringify(header), JSON.stringify(parent), "{}", content];
  return [...identity, DELIMITER, sign(key, parts), ...parts];
}

function sign(key: string, parts: readonly (Uint8Array | string)[]): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** By their bytes: a text of as many characters may have more. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A container without a user database has no user name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "kernel";
  }
}
