/**
 * The Jupyter messages that the kernel handles, and what its two threads tell each other.
 *
 * The wire thread owns the sockets and is never blocked; the main thread runs the user's code. Content crosses
 * between them as JSON text, so that a value that JSON cannot hold fails where it was made.
 */

import type { MessagePort } from "node:worker_threads";

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

export type Content = Record<string, unknown>;

/** A request as it came in, with the routing frames that its reply needs. */
export interface Request {
  identity: Uint8Array[];
  header: Header;
  content: Content;
}

export type StreamName = "stdout" | "stderr";

/** What the main thread asks the wire thread to send. */
export type Outgoing =
  | { to: "stream"; name: StreamName; text: string; parent: Header }
  | { to: "iopub"; type: string; content: string; parent: Header | Record<string, never> }
  | { to: "shell"; type: string; content: string; request: Request };

/** What the wire thread is started with. */
export interface WireOptions {
  connection: ConnectionInfo;
  /** The content of a kernel_info_reply. */
  kernelInfo: Content;
  /** Leads to the main thread: requests go there, and what is to be sent comes from there. */
  port: MessagePort;
  /** Memory of a Backlog: what the main thread has posted and is not sent. */
  backlog: SharedArrayBuffer;
  /** Becomes 1 when the main thread has asked for the end and all is sent. */
  closing: Int32Array;
}

/** The file that a Jupyter client writes for the kernel: where to listen and how to sign. */
export interface ConnectionInfo {
  transport: string;
  ip: string;
  key: string;
  signature_scheme: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
}

/** An error as Jupyter shows it. */
export interface ErrorReport {
  ename: string;
  evalue: string;
  traceback: string[];
}
