/** The parts of a message read and made, for the few messages that the server itself has to do with. */
import { newId } from "../../protocol/messages.js";
import { type Fields, isFields } from "../request.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A part as fields; `{}` for what is no JSON object. */
export function fieldsIn(part: Uint8Array | undefined): Fields {
  if (part === undefined) return {};
  try {
    const value: unknown = JSON.parse(decoder.decode(part));
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * A message of the server's own.
 *
 * @param parent the header of the request that it answers, or `{}`
 */
export function ownParts(type: string, content: Fields, parent: Fields = {}): Uint8Array[] {
  const header = {
    msg_id: newId(),
    msg_type: type,
    session: typeof parent.session === "string" ? parent.session : "server",
    username: "server",
    date: new Date().toISOString(),
    version: "5.3",
  };
  return [header, parent, {}, content].map((part) => encoder.encode(JSON.stringify(part)));
}

/** The whole message as a front end knows it, without its buffers. */
export function messageOf(channel: string, [header, parent, metadata, content]: readonly Uint8Array[]): Fields {
  return { header: fieldsIn(header), parent_header: fieldsIn(parent), metadata: fieldsIn(metadata), content: fieldsIn(content), channel, buffers: [] };
}
