/** The cells that run, with what they have shown so far: a page that is loaded anew goes on where the one before it was. */
import { type Fields, isFields } from "../request.js";
import type { OpenRequest } from "./kernels.js";
import { fieldsIn, messageOf, ownParts } from "./parts.js";

/** Bytes of messages that are kept for a cell; the oldest texts give way. */
const KEPT_BYTES = 16_000_000;
/** Cells that ended while nobody looked; the oldest give way. */
const KEPT_REQUESTS = 500;
const OMITTED = "[earlier output is not shown again]\n";

type Parts = readonly Uint8Array[];

interface Open {
  readonly request: Parts;
  /** The page that sent it. */
  readonly page: object;
  /** False once that page is gone, and true again when another has taken over. */
  isWatched: boolean;
  /** Another page has taken over: which one is not known. */
  isAdopted: boolean;
  messages: Kept[];
  size: number;
  omitted: boolean;
  idle: boolean;
  reply: Parts | null;
}

interface Kept {
  readonly type: string;
  readonly parts: Parts;
  /** Of a display that can be updated. */
  readonly display: string | null;
}

export class OpenRequests {
  private readonly requests = new Map<string, Open>();

  /** @param page by which the sender is known */
  add(id: string, request: Parts, page: object): void {
    this.requests.set(id, { request, page, isWatched: true, isAdopted: false, messages: [], size: 0, omitted: false, idle: false, reply: null });
    const over = [...this.requests].filter(([, open]) => isDone(open)).slice(0, Math.max(0, this.requests.size - KEPT_REQUESTS));
    for (const [done] of over) this.requests.delete(done);
  }

  /** A message of iopub that answers the request. */
  publish(id: string, type: string, parts: Parts): void {
    const open = this.requests.get(id);
    if (open === undefined) return;
    if (type === "status") {
      open.idle ||= fieldsIn(parts[3]).execution_state === "idle";
      return this.settle(id, open);
    }
    if (type === "clear_output") this.forget(open, ({ type: earlier }) => earlier !== "execute_input");
    const display = /display|execute_result/.test(type) ? displayOf(parts) : null;
    if (type === "update_display_data") this.forget(open, (kept) => kept.type === type && kept.display === display);
    open.messages.push({ type, parts, display });
    open.size += sizeOf(parts);
    while (open.size > KEPT_BYTES && this.forgetOldestText(open));
  }

  /** A message of shell that answers the request. */
  reply(id: string, parts: Parts): void {
    const open = this.requests.get(id);
    if (open === undefined) return;
    open.reply = parts;
    this.settle(id, open);
  }

  /** The page will not be there for what it asked for. */
  leave(page: object): void {
    for (const open of this.requests.values()) if (open.isAdopted || open.page === page) open.isWatched = false;
  }

  /** True while something that this page asked for is not done. */
  awaits(page: object): boolean {
    return [...this.requests.values()].some((open) => open.page === page && !isDone(open));
  }

  /** True while the kernel has cells to run. */
  get areRunning(): boolean {
    return [...this.requests.values()].some(({ idle }) => !idle);
  }

  /** The headers of all that is not done, in order, which then is done: the kernel that ran it is no more. */
  abandon(): Fields[] {
    const open = [...this.requests.values()].filter((request) => !isDone(request));
    return open.map(({ request }) => fieldsIn(request[0]));
  }

  /** All there is to show, for a page that takes over; what is done is told this once. */
  take(): OpenRequest[] {
    const told = [...this.requests].map(([id, open]) => toldOf(id, open));
    for (const { msg_id } of told.filter(({ done }) => done)) this.requests.delete(msg_id);
    for (const open of this.requests.values()) if (!open.isWatched) open.isWatched = open.isAdopted = true;
    return told;
  }

  /** Done and seen by the page that asked: of no more use. */
  private settle(id: string, open: Open): void {
    if (isDone(open) && open.isWatched) this.requests.delete(id);
  }

  private forget(open: Open, isGone: (kept: Kept) => boolean): void {
    open.messages = open.messages.filter((kept) => !isGone(kept));
    open.size = open.messages.reduce((sum, { parts }) => sum + sizeOf(parts), 0);
  }

  private forgetOldestText(open: Open): boolean {
    const index = open.messages.findIndex(({ type }) => type === "stream");
    if (index < 0) return false;
    const [gone] = open.messages.splice(index, 1);
    open.size -= sizeOf(gone!.parts);
    open.omitted = true;
    return true;
  }
}

function isDone({ idle, reply }: Open): boolean {
  return idle && reply !== null;
}

function toldOf(id: string, open: Open): OpenRequest {
  const [header, , metadata, content] = open.request;
  const cellId = fieldsIn(metadata).cellId;
  const shown = open.messages.map(({ parts }) => messageOf("iopub", parts));
  const note = ownParts("stream", { name: "stderr", text: OMITTED }, fieldsIn(header));
  return {
    msg_id: id,
    cellId: typeof cellId === "string" ? cellId : null,
    code: String(fieldsIn(content).code ?? ""),
    done: isDone(open),
    messages: [...(open.omitted ? [messageOf("iopub", note)] : []), ...withUpdates(shown)],
    reply: open.reply && messageOf("shell", open.reply),
  };
}

/** Displays as their last update left them. */
function withUpdates(messages: readonly Fields[]): Fields[] {
  const updates = new Map<string, Fields>();
  for (const message of messages) {
    const id = displayId(message.content);
    if (id !== null && typeOf(message) === "update_display_data") updates.set(id, message.content as Fields);
  }
  const own = new Set(messages.filter((message) => typeOf(message) !== "update_display_data").map(({ content }) => displayId(content)));
  return messages.flatMap((message) => {
    const id = displayId(message.content);
    const update = id === null ? undefined : updates.get(id);
    if (update === undefined || !own.has(id)) return [message];
    if (typeOf(message) === "update_display_data") return [];
    const { data, metadata } = update;
    return [{ ...message, content: { ...(message.content as Fields), data, metadata } }];
  });
}

function typeOf({ header }: Fields): unknown {
  return (header as Fields).msg_type;
}

function displayOf(parts: Parts): string | null {
  return displayId(fieldsIn(parts[3]));
}

function displayId(content: unknown): string | null {
  const transient = isFields(content) && isFields(content.transient) ? content.transient : {};
  return typeof transient.display_id === "string" ? transient.display_id : null;
}

function sizeOf(parts: Parts): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
