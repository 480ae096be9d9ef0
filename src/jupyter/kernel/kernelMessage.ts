import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { createHeader, type Header } from "../protocol/messages.js";
import { signedFrames } from "../protocol/wire.js";

const SESSION = randomUUID();
const USERNAME = userName();

/**
 * Makes the frames of one message from the kernel.
 *
 * @param key the signing key; empty for no signatures
 * @param identity routing frames: those of the request, or a topic on iopub
 * @param type message type, such as `execute_reply`
 * @param content the content as JSON text
 * @param parent the header of the request that this answers, or `{}`
 */
export function kernelMessage(
  key: string,
  identity: readonly (Uint8Array | string)[],
  type: string,
  content: string,
  parent: Header | Record<string, never>,
): Uint8Array[] {
  const header = JSON.stringify(createHeader(type, SESSION, USERNAME));
  return signedFrames(identity, [header, JSON.stringify(parent), "{}", content], [], key);
}

/** A container without a user database has no user name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "kernel";
  }
}
