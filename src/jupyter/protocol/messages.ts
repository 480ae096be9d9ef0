/**
 * The messages of the Jupyter protocol, as both ends of it know them.
 *
 * Source: "Messaging in Jupyter", https://jupyter-client.readthedocs.io/en/stable/messaging.html
 */

export type Json = Record<string, unknown>;

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message as a client reads and writes it. */
export interface Message {
  readonly header: Header;
  /** The header of the request that this message answers; `{}` for one that answers none. */
  readonly parent: Partial<Header>;
  readonly metadata: Json;
  readonly content: Json;
  /** Bytes that travel behind the parts; absent where there are none. */
  readonly buffers?: readonly Uint8Array[];
}

/** A request as it came in to a kernel, with the routing frames that its reply needs. */
export interface Request {
  readonly identity: readonly Uint8Array[];
  readonly header: Header;
  readonly content: Json;
  /** Bytes that travel behind the parts; absent where there are none. */
  readonly buffers?: readonly Uint8Array[];
}

export type StreamName = "stdout" | "stderr";

/** An error as Jupyter shows it. */
export interface ErrorReport {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** A client's message of the type, with a new id and the time of now. */
export function createMessage(type: string, content: Json, session: string, username = "runner"): Message {
  return { header: createHeader(type, session, username), parent: {}, metadata: {}, content };
}

/** The header of a new message: an id of its own and the time of now. */
export function createHeader(type: string, session: string, username: string): Header {
  return { msg_id: newId(), msg_type: type, session, username, date: new Date().toISOString(), version: "5.3" };
}

/** An id that no other has. A page that came by plain http has no `crypto.randomUUID`. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
