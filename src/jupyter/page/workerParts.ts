/** A message as a front end's socket has it, and as the worker of a kernel has it. */
import type { Message } from "../protocol/messages.js";
import { fieldsIn } from "../server/kernels/parts.js";

const encoder = new TextEncoder();

export function messageOf([header, parent, metadata, content, ...buffers]: readonly Uint8Array[]): Message {
  const message = { header: fieldsIn(header) as unknown as Message["header"], parent: fieldsIn(parent), metadata: fieldsIn(metadata), content: fieldsIn(content) };
  return buffers.length > 0 ? { ...message, buffers } : message;
}

/** Inverts {@link messageOf}. */
export function partsOf({ header, parent, metadata, content, buffers = [] }: Message): Uint8Array[] {
  return [...[header, parent, metadata, content].map((part) => encoder.encode(JSON.stringify(part))), ...buffers];
}
