import type { Header, Request, StreamName } from "../protocol/messages.js";

/** What a kernel has to say to its clients; content is JSON text, so that a value that JSON cannot hold fails where it was made. */
export type Outgoing =
  | { to: "stream"; name: StreamName; text: string; parent: Header }
  | { to: "iopub"; type: string; content: string; parent: Header | Record<string, never> }
  | { to: "shell"; type: string; content: string; request: Request }
  | { to: "stdin"; content: string; request: Request; question: number };
