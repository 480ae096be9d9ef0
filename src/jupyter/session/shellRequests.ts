import type { Json, Request } from "../protocol/messages.js";
import type { ShellRequest } from "./cell.js";
import type { CellExecution } from "./cellExecution.js";
import type { CellSources } from "./cellSources.js";
import type { EditorRequests } from "./editorRequests.js";
import { errorReport } from "./errorReport.js";
import type { History } from "./history.js";
import type { Outbox } from "./outbox.js";
import type { RequestQueue } from "./requestQueue.js";

/** What the answers to requests rest on. */
export interface AnswerParts {
  /** What the kernel says of itself. */
  readonly info: Json;
  readonly outbox: Outbox;
  readonly queue: RequestQueue;
  readonly execution: CellExecution;
  readonly editor: EditorRequests;
  readonly history: History;
  readonly sources: CellSources;
  /** Is told that a cell begins; true if it was interrupted before that: it does not run. */
  readonly wasInterrupted: (number: number) => boolean;
}

/** Answers the requests of the shell channel, one after the other. */
export class ShellRequests {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  add(request: ShellRequest): void {
    this.#parts.queue.add(request);
  }

  /** Answers what waits, until a cell runs. */
  next(): void {
    const { outbox, queue, execution, wasInterrupted } = this.#parts;
    while (!execution.running) {
      const { request, isAborted } = queue.take() ?? {};
      if (!request) return;
      outbox.status("busy", request.header);
      if (isAborted) outbox.finish(request, { status: "aborted" });
      else if (request.header.msg_type === "execute_request") execution.begin(request, wasInterrupted);
      else outbox.finish(request, this.#answer(request));
    }
  }

  #answer({ header, content }: Request): Json | undefined {
    const { info, outbox, editor, history, sources } = this.#parts;
    try {
      switch (header.msg_type) {
        case "kernel_info_request":
          return info;
        case "comm_info_request":
          return { status: "ok", comms: {} };
        case "history_request":
          return history.answer(content);
        case "comm_open":
          // There is nobody here who could talk: the other end would wait for ever.
          outbox.publish("comm_close", { comm_id: content["comm_id"], data: {} }, header);
          return undefined;
        default:
          return editor.answer(header.msg_type, content);
      }
    } catch (error) {
      return { status: "error", ...errorReport({ kind: "error", error }, sources) };
    }
  }
}
