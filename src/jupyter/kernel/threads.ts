/**
 * What the kernel's two threads tell each other.
 *
 * The wire thread owns the sockets and is never blocked; the main thread runs the user's code. Requests come from the
 * one, and what is outgoing from the other.
 */
import type { MessagePort } from "node:worker_threads";
import type { Connection } from "../protocol/connection.js";
import type { Json } from "../protocol/messages.js";

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
