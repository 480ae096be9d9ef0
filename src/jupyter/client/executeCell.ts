/** Runs one cell on a kernel, until it is done, fails, hangs, or the kernel is gone. */
import { setTimeout as delay } from "node:timers/promises";
import type { Kernel } from "./startKernel.js";
import type { Message } from "../protocol/messages.js";
import { type CodeCell, type ErrorOutput, hasTag } from "../nbformat/notebook.js";
import type { OutputCollector } from "./outputCollector.js";

export interface CellLimits {
  /** How long a cell may run, in seconds. */
  readonly seconds: number;
  /** How long to wait in silence for an idle without reply, or a reply without idle, in seconds. */
  readonly silence: number;
  /** Runs the cells behind a failure too, as long as the kernel is there. */
  readonly keepGoing?: boolean;
  /** The number of the last code cell that runs; without it all do. */
  readonly upTo?: number;
}

export type CellEnd =
  | { readonly kind: "ok"; readonly note: string | null }
  | { readonly kind: "failed"; readonly error: ErrorOutput }
  /** The kernel is of no more use: it hangs or has ended. */
  | { readonly kind: "lost"; readonly error: ErrorOutput }
  | { readonly kind: "stopped" };

/** Kernels drop what arrives just after an error that was expected: such a cell is sent again. */
const RESENDS = 5;
const RESEND_DELAY_MS = 250;

/**
 * Runs the cell and fills its outputs and execution count.
 *
 * @param signal stops the wait, with end `stopped`; the kernel is the caller's to end
 */
export async function executeCell(
  kernel: Kernel,
  cell: CodeCell,
  collector: OutputCollector,
  limits: CellLimits,
  signal?: AbortSignal,
): Promise<CellEnd> {
  for (let resend = 0; ; resend++) {
    const end = await executeOnce(kernel, cell, collector, limits, signal);
    if (end !== "aborted") return end;
    if (resend === RESENDS)
      return { kind: "failed", error: runError("CellAborted", "the kernel dropped the cell without running it") };
    await delay(RESEND_DELAY_MS);
  }
}

/** What has come back for a request. */
interface Arrived {
  reply: Message | null;
  idle: boolean;
}

async function executeOnce(
  kernel: Kernel,
  cell: CodeCell,
  collector: OutputCollector,
  limits: CellLimits,
  signal?: AbortSignal,
): Promise<CellEnd | "aborted"> {
  const content = {
    code: cell.source,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: !hasTag(cell, "raises-exception"),
  };
  const request = kernel.client.request("execute_request", content);
  const arrived: Arrived = { reply: null, idle: false };
  const replied = request.reply.then((message) => {
    arrived.reply = message;
  });
  const idled = collector.watch(request.id, cell).then(() => {
    arrived.idle = true;
  });
  const over = new AbortController();
  const after = <T>(seconds: number, value: T): Promise<T> => delay(seconds * 1000, value, { signal: over.signal });
  try {
    const half = Promise.race([replied, idled]).then(() => quiet(collector, limits.silence, over.signal));
    const event = await Promise.race([
      Promise.all([replied, idled]).then(() => "done" as const),
      half.then(() => "half" as const),
      kernel.process.ended.then(() => "ended" as const),
      after(limits.seconds, "timeout" as const),
      ...(signal ? [aborted(signal, over.signal)] : []),
    ]);
    if (event === "stopped") return { kind: "stopped" };
    if (event === "ended") return { kind: "lost", error: kernelDied(kernel) };
    if (event === "timeout")
      return {
        kind: "lost",
        error: runError("CellTimeout", `no end within ${limits.seconds} s; allow more with --timeout <seconds>`),
      };
  } finally {
    over.abort();
  }
  return endOf(cell, arrived);
}

/** Resolves once no message has come for so long: what is still missing is not on its way. */
async function quiet(collector: OutputCollector, seconds: number, over: AbortSignal): Promise<void> {
  const start = performance.now();
  while (!over.aborted) {
    const left = seconds * 1000 - (performance.now() - Math.max(start, collector.lastHeard));
    if (left <= 0) return;
    await delay(left, undefined, { signal: over }).catch(() => {});
  }
}

function endOf(cell: CodeCell, { reply, idle }: Arrived): CellEnd | "aborted" {
  const content = reply?.content ?? {};
  const status = content.status;
  if (status === "aborted" || status === "abort") return "aborted";
  if (Number.isInteger(content.execution_count)) cell.execution_count ??= content.execution_count as number;
  const shown = cell.outputs.findLast((output) => output.output_type === "error");
  if (status === "error" || (reply === null && shown))
    return { kind: "failed", error: shown ?? errorOf(cell, content) };
  const missing = reply === null ? "reply" : idle ? null : "idle";
  return {
    kind: "ok",
    note: missing && `the kernel sent no ${missing} for this cell; some of its output may be missing`,
  };
}

/** For a kernel that sends no error message: what the reply says, or else what stands on stderr. */
function errorOf(cell: CodeCell, content: Record<string, unknown>): ErrorOutput {
  const stderr = cell.outputs.findLast((output) => output.output_type === "stream" && output.name === "stderr");
  const text = stderr?.output_type === "stream" ? stderr.text.trimEnd() : "";
  const named = /^(?:Uncaught )?(\w*(?:Error|Exception)): (.*)$/m.exec(text);
  const ename = String(content.ename || named?.[1] || "Error");
  const evalue = String(content.evalue || named?.[2] || text.trimStart().split("\n")[0] || "no message");
  return { output_type: "error", ename, evalue, traceback: text === "" ? [] : [text] };
}

function kernelDied(kernel: Kernel): ErrorOutput {
  const words = kernel.process.text.trimEnd();
  return {
    ...runError("KernelDied", `the kernel ended with ${kernel.process.ending}`),
    traceback: words === "" ? [] : [words],
  };
}

function runError(ename: string, evalue: string): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback: [] };
}

function aborted(signal: AbortSignal, over: AbortSignal): Promise<"stopped"> {
  return new Promise((resolve) => {
    const stop = (): void => resolve("stopped");
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    over.addEventListener("abort", () => signal.removeEventListener("abort", stop));
  });
}
