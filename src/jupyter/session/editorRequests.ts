import type { Cells } from "../cells/cells.js";
import type { TypeScript } from "../cells/typescript.js";
import type { Json } from "../protocol/messages.js";
import { completeness } from "./completeness.js";
import { completions } from "./completions.js";
import { enclosingCall } from "./enclosingCall.js";

/** Answers what an editor asks about code that is being written: completion, inspection, whether it is complete. */
export class EditorRequests {
  readonly #ts: TypeScript;
  readonly #cells: Cells;

  constructor(ts: TypeScript, cells: Cells) {
    this.#ts = ts;
    this.#cells = cells;
  }

  /** @returns the reply's content, or undefined for another kind of request */
  answer(type: string, content: Json): Json | undefined {
    const code = String(content["code"]);
    const cursor = utf16Index(code, Number(content["cursor_pos"]));
    switch (type) {
      case "is_complete_request":
        return { ...completeness(this.#ts, code) };
      case "inspect_request":
        return this.#inspect(code, cursor);
      case "complete_request": {
        const { start, end, matches } = completions(this.#cells, code, cursor);
        return { status: "ok", matches, metadata: {}, cursor_start: codePoints(code, start), cursor_end: codePoints(code, end) };
      }
      default:
        return undefined;
    }
  }

  /** What stands at the cursor, or else the function whose arguments are being written. */
  #inspect(code: string, cursor: number): Json {
    let text = this.#cells.describe(code, cursor);
    const call = text === undefined ? enclosingCall(code, cursor) : undefined;
    if (call !== undefined) text = this.#cells.describe(code, call);
    return { status: "ok", found: text !== undefined, data: text === undefined ? {} : { "text/plain": text }, metadata: {} };
  }
}

/** Jupyter counts characters, JavaScript counts UTF-16 units. */
function utf16Index(code: string, characters: number): number {
  return [...code].slice(0, characters).join("").length;
}

function codePoints(code: string, index: number): number {
  return [...code.slice(0, index)].length;
}
