import type { Executor } from "tslab/dist/executor.js";
import type { Json } from "../protocol/messages.js";
import { completions } from "./completions.js";
import { enclosingCall } from "./enclosingCall.js";
import { isOpen } from "./isOpen.js";
import { jupyter } from "./tslab.js";

/** Answers what an editor asks about code that is being written: completion, inspection, whether it is complete. */
export class EditorRequests {
  readonly #executor: Executor;
  readonly #handler: InstanceType<typeof jupyter.JupyterHandlerImpl>;

  constructor(executor: Executor) {
    this.#executor = executor;
    this.#handler = new jupyter.JupyterHandlerImpl(executor, false);
  }

  /** @returns the reply's content, or undefined for another kind of request */
  answer(type: string, content: Json): Json | undefined {
    const code = String(content["code"]);
    const cursor_pos = utf16Index(code, Number(content["cursor_pos"]));
    switch (type) {
      case "is_complete_request":
        return isOpen(code) ? { status: "incomplete", indent: "" } : { ...this.#handler.handleIsComplete({ code }) };
      case "inspect_request":
        return { ...this.#inspect(code, cursor_pos) };
      case "complete_request": {
        const { start, end, matches } = completions(this.#executor, code, cursor_pos);
        return { status: "ok", matches, metadata: {}, cursor_start: codePoints(code, start), cursor_end: codePoints(code, end) };
      }
      default:
        return undefined;
    }
  }

  /** What stands at the cursor, or else the function whose arguments are being written. */
  #inspect(code: string, cursor_pos: number) {
    const reply = this.#handler.handleInspect({ code, cursor_pos, detail_level: 0 });
    const call = reply.found ? undefined : enclosingCall(code, cursor_pos);
    return call === undefined ? reply : this.#handler.handleInspect({ code, cursor_pos: call, detail_level: 0 });
  }
}

/** Jupyter counts characters, JavaScript counts UTF-16 units. */
function utf16Index(code: string, characters: number): number {
  return [...code].slice(0, characters).join("").length;
}

function codePoints(code: string, index: number): number {
  return [...code.slice(0, index)].length;
}
