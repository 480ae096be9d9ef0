/** Turns the iopub messages of a kernel into the outputs of the cells that caused them. */

import type { MimeBundle } from "../display/mimeBundle.js";
import type { Json, Message } from "../protocol/messages.js";
import {
  type CodeCell,
  type DisplayOutput,
  isJsonType,
  type Output,
  type ResultOutput,
} from "../nbformat/notebook.js";

interface Watched {
  readonly cell: CodeCell;
  readonly onIdle: () => void;
}

export class OutputCollector {
  /** When the last message came, by performance.now(). */
  lastHeard = 0;
  private readonly watched = new Map<string, Watched>();
  private readonly displays = new Map<string, (DisplayOutput | ResultOutput)[]>();
  /** Cells to be emptied when their next output comes. */
  private readonly clearLater = new Set<CodeCell>();

  /** Outputs that answer the request go to the cell, however late; resolves at the request's idle. */
  watch(requestId: string, cell: CodeCell): Promise<void> {
    return new Promise((onIdle) => this.watched.set(requestId, { cell, onIdle }));
  }

  receive({ header, parent, content }: Message): void {
    this.lastHeard = performance.now();
    if (header.msg_type === "update_display_data") this.update(content);
    const watched = this.watched.get(parent.msg_id ?? "");
    if (watched === undefined) return;
    const { cell, onIdle } = watched;
    if (header.msg_type === "status" && content.execution_state === "idle") onIdle();
    else if (header.msg_type === "execute_input") cell.execution_count = count(content);
    else if (header.msg_type === "clear_output") this.clear(cell, content.wait === true);
    else this.add(cell, header.msg_type, content);
  }

  private add(cell: CodeCell, type: string, content: Json): void {
    const output = outputOf(type, content);
    if (output === null) return;
    if (this.clearLater.delete(cell)) cell.outputs = [];
    const last = cell.outputs.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      last.text += output.text;
      return;
    }
    cell.outputs.push(output);
    const id = displayId(content);
    if (id !== null && "data" in output) this.displays.set(id, [...(this.displays.get(id) ?? []), output]);
  }

  private clear(cell: CodeCell, wait: boolean): void {
    if (wait) this.clearLater.add(cell);
    else cell.outputs = [];
  }

  private update(content: Json): void {
    for (const output of this.displays.get(displayId(content) ?? "") ?? []) {
      output.data = bundle(content.data);
      output.metadata = fields(content.metadata);
    }
  }
}

/** The output that a message stands for; null for one that is not an output. */
function outputOf(type: string, content: Json): Output | null {
  const shown = (): { data: MimeBundle; metadata: Json } => ({
    data: bundle(content.data),
    metadata: fields(content.metadata),
  });
  switch (type) {
    case "stream":
      return {
        output_type: "stream",
        name: content.name === "stderr" ? "stderr" : "stdout",
        text: String(content.text ?? ""),
      };
    case "display_data":
      return { output_type: "display_data", ...shown() };
    case "execute_result":
      return { output_type: "execute_result", execution_count: count(content), ...shown() };
    case "error":
      return {
        output_type: "error",
        ename: String(content.ename),
        evalue: String(content.evalue),
        traceback: strings(content.traceback),
      };
    default:
      return null;
  }
}

/** A type that is not JSON holds text in the file format, whatever the kernel sent. */
function bundle(data: unknown): MimeBundle {
  const entries = Object.entries(fields(data)).map(([type, value]) => {
    if (isJsonType(type) || typeof value === "string") return [type, value];
    return [type, Array.isArray(value) ? strings(value).join("") : JSON.stringify(value)];
  });
  return Object.fromEntries(entries) as MimeBundle;
}

function displayId(content: Json): string | null {
  const id = fields(content.transient).display_id;
  return typeof id === "string" ? id : null;
}

function count(content: Json): number | null {
  const value = content.execution_count;
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

function fields(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
