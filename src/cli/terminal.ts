/**
 * What the runner says while it works: a line for each cell; where the terminal can, one line in
 * all, rewritten in place, of what is at work now.
 */
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Failure, RunEvents } from "../jupyter/client/runNotebook.js";
import type { CodeCell } from "../jupyter/nbformat/notebook.js";
import { terminalText } from "./pages/terminalText.js";

export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const CLEAR_LINE = "\r\u001b[2K";
const SHOWN_LINES = 40;

export class Terminal {
  private readonly stream: TextStream;
  /** What is at work, by its task. */
  private readonly ticking = new Map<string, { readonly text: string; readonly start: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(stream: TextStream) {
    this.stream = stream;
  }

  line(text = ""): void {
    this.stream.write(this.stream.isTTY ? `${CLEAR_LINE}${text}\n` : `${text}\n`);
  }

  /** The events of one notebook's run as lines that begin with its name. */
  events(name: string): RunEvents {
    return {
      cellStarts: (number, total) => this.tick(`${name}  cell ${number} of ${total}`, name),
      cellEnds: (number, total, seconds) => {
        this.endTick(name);
        if (!this.stream.isTTY) this.line(`${name}  cell ${number} of ${total}  ${seconds.toFixed(1)} s`);
      },
      note: (text) => this.line(`${name}  note: ${text}`),
    };
  }

  /** Shows the text with the seconds since now, until the task's next one or its end; only on a terminal. */
  tick(text: string, task = ""): void {
    if (!this.stream.isTTY) return;
    this.ticking.set(task, { text, start: performance.now() });
    this.timer ??= setInterval(() => this.showTicking(), 1000).unref();
    this.showTicking();
  }

  endTick(task = ""): void {
    if (!this.ticking.delete(task)) return;
    this.stream.write(CLEAR_LINE);
    if (this.ticking.size > 0) return this.showTicking();
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private showTicking(): void {
    const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(0);
    const line = [...this.ticking.values()].map(({ text, start }) => `${text}  ${seconds(start)} s`).join(" | ");
    this.stream.write(CLEAR_LINE + line.slice(0, (this.stream.columns ?? 80) - 1));
  }

  /** Where the cell is, its source with line numbers, and the error. */
  failure(path: string, total: number, { number, cell, error }: Failure): void {
    this.line();
    this.line(`${path}, cell ${number} of ${total} (id ${cell.id}):`);
    this.line();
    const source = cell.source.split("\n").map((line, index) => `${String(index + 1).padStart(3)} | ${line}`);
    this.block(source);
    const said = errorText(error);
    // A kernel may print the error too.
    for (const text of shownTexts(cell)) if (!said.includes(text)) this.block(text.split("\n"));
    this.block(said.split("\n"));
  }

  /** What the cell has shown. */
  outputs(cell: CodeCell): void {
    this.line();
    for (const text of shownTexts(cell)) this.block(text.split("\n"));
  }

  /** Indented lines, cut where there are many, and an empty one. */
  private block(lines: readonly string[]): void {
    for (const line of lines.slice(0, SHOWN_LINES)) this.line(`  ${line}`);
    if (lines.length > SHOWN_LINES) this.line(`  ... ${lines.length - SHOWN_LINES} more lines`);
    this.line();
  }
}

/** What the cell has printed and shown, as text: where it failed, a report tells more than the error's one line. */
function shownTexts({ outputs }: CodeCell): string[] {
  return outputs.flatMap((output) => {
    const text = "data" in output ? output.data["text/plain"] : output.output_type === "stream" ? terminalText(output.text) : undefined;
    return typeof text === "string" ? [stripVTControlCharacters(text).trimEnd()] : [];
  });
}

/** The traceback, with the error's name and message in front unless it holds them. */
function errorText({ ename, evalue, traceback }: Failure["error"]): string {
  const text = stripVTControlCharacters(traceback.join("\n"));
  const summary = `${ename}: ${evalue}`;
  return text.includes(evalue) ? text : `${summary}\n${text}`.trimEnd();
}

/** The path as people read it: relative below the working directory, absolute elsewhere. */
export function shortPath(path: string, workingDirectory: string): string {
  const short = relative(workingDirectory, path);
  return short.startsWith("..") ? path : short;
}
