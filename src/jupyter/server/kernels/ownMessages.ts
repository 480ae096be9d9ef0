/** What is said in a kernel's place where it cannot speak: to all pages that look at it, and kept for those that come later. */
import type { Fields } from "../request.js";
import type { ChannelMessage } from "./kernels.js";
import type { OpenRequests } from "./openRequests.js";
import { ownParts } from "./parts.js";

export class OwnMessages {
  private readonly open: OpenRequests;
  private readonly tell: (message: ChannelMessage) => unknown;

  /** @param tell sends a message to all pages */
  constructor(open: OpenRequests, tell: (message: ChannelMessage) => unknown) {
    this.open = open;
    this.tell = tell;
  }

  /** @param parent the header of the request that it belongs to */
  publish(type: string, content: Fields, parent: Fields): void {
    const parts = ownParts(type, content, parent);
    this.open.publish(String(parent.msg_id), type, parts);
    this.tell({ channel: "iopub", parts });
  }

  /** Ends for the pages what no kernel will end: each request in turn, the first with a word of what happened. */
  abandon(words = ""): void {
    for (const [index, header] of this.open.abandon().entries()) {
      if (index === 0 && words !== "") this.publish("stream", { name: "stderr", text: words }, header);
      const parts = ownParts("execute_reply", { status: "aborted" }, header);
      this.open.reply(String(header.msg_id), parts);
      this.tell({ channel: "shell", parts });
      this.publish("status", { execution_state: "idle" }, header);
    }
  }
}

/** A kernel's state, of which no request is the cause. */
export function statusMessage(execution_state: string): ChannelMessage {
  return { channel: "iopub", parts: ownParts("status", { execution_state }) };
}
