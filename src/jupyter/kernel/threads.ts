/**
 * What the kernel's two threads tell each other.
 *
 * The wire thread owns the sockets and is never blocked; the main thread runs the user's code. Content crosses
 * between them as JSON text, so that a value that JSON cannot hold fails where it was made.
 */
import type { MessagePort } from "node:worker_threads";
import type { Connection } from "../protocol/connection.js";
import type { Header, Json, Request, StreamName } from "../protocol/messages.js";

/** A request of the shell channel on its way to the main thread. */
export interface ShellRequest extends Request {
  /** How many requests to execute have been sent there up to this one. */
  readonly number: number;
}

/** What the main thread asks the wire thread to send. */
export type Outgoing =
  | { to: "stream"; name: StreamName; text: string; parent: Header }
  | { to: "iopub"; type: string; content: string; parent: Header | Record<string, never> }
  | { to: "shell"; type: string; content: string; request: Request }
  | { to: "stdin"; content: string; request: Request; question: number };

/** What the user has answered to the question of that number. */
export interface StdinAnswer {
  readonly question: number;
  readonly value: string;
}

/** What the wire thread is started with. */
export interface WireOptions {
  connection: Connection;
  /** The content of a kernel_info_reply. */
  kernelInfo: Json;
  /** Leads to the main thread: requests go there, and what is to be sent comes from there. */
  port: MessagePort;
  /** Brings what the user answers to the main thread. */
  answers: MessagePort;
  /** Memory of a Backlog: what the main thread has posted and is not sent. */
  backlog: SharedArrayBuffer;
  /** Memory of a WantedInterrupt. */
  interrupt: SharedArrayBuffer;
  /** Becomes 1 when the main thread has asked for the end and all is sent. */
  closing: Int32Array;
}
