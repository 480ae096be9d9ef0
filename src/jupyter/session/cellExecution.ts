import type { DisplayContent, SendDisplay } from "../display/kernelDisplay.js";
import type { MimeBundle } from "../display/mimeBundle.js";
import type { ErrorReport, Json } from "../protocol/messages.js";
import type { Cell, ExpressionReply, Outcome, ShellRequest } from "./cell.js";
import type { CellContext } from "./cellContext.js";
import type { CellRunner } from "./cellRunner.js";
import type { CellSources } from "./cellSources.js";
import { errorReport } from "./errorReport.js";
import type { History } from "./history.js";
import type { Outbox } from "./outbox.js";
import type { OwnWork } from "./ownWork.js";
import type { RequestQueue } from "./requestQueue.js";
import type { Shields } from "./shields.js";
import { encodeBinary, mimeBundle } from "./valueBundle.js";

/** A cell may replace the global one. */
const { setTimeout } = globalThis;

/** After an error, how long requests that are on their way may take to arrive and be aborted, in ms. */
const IN_FLIGHT_MS = 20;

/** What the execution of cells rests on. */
export interface ExecutionParts {
  readonly outbox: Outbox;
  readonly queue: RequestQueue;
  readonly history: History;
  readonly sources: CellSources;
  readonly context: CellContext<Cell>;
  readonly shields: Shields;
  readonly runner: CellRunner;
  readonly own: OwnWork;
  /** Takes what sends to the front end what cells display, anew for each cell. */
  readonly displayBy: (send: SendDisplay) => void;
  /** Tells libraries that the running cell is about to be stopped, which show how far their work has come. */
  readonly announceInterrupt: () => void;
  /** Called when a cell has been answered. */
  readonly ended: () => void;
}

/** Executes one cell at a time, from its request to its reply. */
export class CellExecution {
  readonly #parts: ExecutionParts;
  #count = 0;
  #running: Cell | undefined;
  #last: Cell | undefined;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
  }

  /** The cell that has begun and is not answered yet. */
  get running(): Cell | undefined {
    return this.#running;
  }

  /** Whose output it is that comes now; nobody's, if it is not to be seen. */
  get audience(): Cell | undefined {
    const cell = this.#parts.context.current() ?? this.#running ?? this.#last;
    return cell && !cell.silent && !cell.interrupted ? cell : undefined;
  }

  /**
   * Begins a cell.
   *
   * @param wasInterrupted is told of the beginning; true if the cell was interrupted before that: it does not run
   */
  begin(request: ShellRequest, wasInterrupted: (number: number) => boolean): void {
    const { outbox, history, context, shields, displayBy } = this.#parts;
    const { code, silent, store_history, stop_on_error } = request.content;
    const counted = silent !== true && store_history !== false;
    const cell: Cell = {
      request,
      code: String(code),
      count: counted ? ++this.#count : this.#count,
      silent: silent === true,
      stopOnError: stop_on_error !== false && silent !== true,
      settled: false,
      interrupted: false,
      expressions: {},
      outcome: { kind: "nothing" },
    };
    this.#running = cell;
    if (counted) history.add(cell.count, cell.code);
    const interrupted = wasInterrupted(request.number);
    displayBy((content: DisplayContent, update) => {
      // Plain content, before the shield: what is shown may bring code of its own.
      const data = JSON.parse(JSON.stringify({ ...content, data: encodeBinary(content.data) })) as Json;
      shields.shield(() => this.#display(data, update));
    });
    if (!cell.silent) outbox.publish("execute_input", { code, execution_count: cell.count }, request.header);
    if (interrupted) this.interrupt();
    else void context.run(cell, () => this.#run(cell));
  }

  /** Ends the running cell as one that was stopped. */
  interrupt(): void {
    const cell = this.#running;
    if (!cell || cell.settled) return;
    this.#parts.own.restore();
    this.#announceInterrupt();
    cell.interrupted = true;
    cell.outcome = { kind: "interrupt", where: new Error().stack?.split("\n").slice(1).join("\n") ?? "" };
    this.#settle(cell, errorReport(cell.outcome, this.#parts.sources), undefined);
    this.#parts.runner.interrupt();
  }

  /** Ends the running cell with an error of the kernel's. @returns false if none runs */
  fail(error: unknown): boolean {
    const cell = this.#running;
    if (!cell) return false;
    cell.settled = true;
    this.#conclude(cell, errorReport({ kind: "error", error }, this.#parts.sources), undefined);
    return true;
  }

  /** The value or the error of a cell may run code of the user's when it is looked at. */
  async #run(cell: Cell): Promise<void> {
    const { shields, own, runner, sources } = this.#parts;
    let bundle: MimeBundle | undefined;
    try {
      try {
        await runner.run(cell);
      } finally {
        shields.shield(() => own.restore());
      }
      if (cell.outcome.kind === "value") {
        const { value } = cell.outcome;
        bundle = await shields.expose(() => mimeBundle(value));
      }
      if (errorReport(cell.outcome, sources) === undefined) await this.#evaluate(cell);
    } catch (error) {
      if (!cell.settled) cell.outcome = { kind: "error", error };
    }
    const report = shields.expose(() => errorReport(cell.outcome, sources));
    own.run(() => {
      own.restore();
      this.#settle(cell, report, bundle);
    });
  }

  /** Answers the request's `user_expressions`. */
  async #evaluate(cell: Cell): Promise<void> {
    const { user_expressions } = cell.request.content;
    if (typeof user_expressions !== "object" || user_expressions === null) return;
    const { outcome } = cell;
    for (const [name, code] of Object.entries(user_expressions)) {
      cell.expressions[name] = await this.#expressionReply(cell, name, String(code));
    }
    if (!cell.settled) cell.outcome = outcome;
  }

  async #expressionReply(cell: Cell, name: string, code: string): Promise<ExpressionReply> {
    const { shields, runner, sources } = this.#parts;
    cell.outcome = { kind: "nothing" };
    try {
      // In a list, undefined and null are values too.
      await runner.run(cell, { code: `[(${code}\n)]`, place: name });
      const { outcome } = cell as { outcome: Outcome };
      if (outcome.kind === "value") {
        const [value] = outcome.value as unknown[];
        return { status: "ok", data: await shields.expose(() => mimeBundle(value)), metadata: {} };
      }
    } catch (error) {
      cell.outcome = { kind: "error", error };
    }
    const report = shields.expose(() => errorReport(cell.outcome, sources));
    return { status: "error", ...(report ?? { ename: "Error", evalue: "no value", traceback: [] }) };
  }

  #announceInterrupt(): void {
    try {
      this.#parts.announceInterrupt();
    } catch (error) {
      this.#parts.own.report("Error while stopping", error);
    }
  }

  #settle(cell: Cell, report: ErrorReport | undefined, bundle: MimeBundle | undefined): void {
    if (cell.settled) return;
    cell.settled = true;
    const { shields, own, queue } = this.#parts;
    const stop = (): void => {
      queue.abortCells();
      this.#conclude(cell, report, undefined);
    };
    if (!report || !cell.stopOnError) this.#conclude(cell, report, bundle);
    // The error is told only when the requests before it are known: whatever comes after is a reaction to it, and runs.
    else if (shields.compiling) stop();
    else setTimeout(() => own.run(stop), IN_FLIGHT_MS);
  }

  #conclude(cell: Cell, report: ErrorReport | undefined, bundle: MimeBundle | undefined): void {
    const { outbox, ended } = this.#parts;
    const { request, count: execution_count } = cell;
    if (!cell.silent && report) outbox.publish("error", { ...report }, request.header);
    if (!cell.silent && bundle) {
      outbox.publish("execute_result", { execution_count, data: bundle, metadata: {} }, request.header);
    }
    outbox.finish(request, {
      ...(report ? { status: "error", ...report } : { status: "ok", user_expressions: cell.expressions, payload: [] }),
      execution_count,
    });
    this.#last = cell;
    this.#running = undefined;
    ended();
  }

  #display(content: Json, update: boolean): void {
    const cell = this.audience;
    if (cell) this.#parts.outbox.publish(update ? "update_display_data" : "display_data", content, cell.request.header);
  }
}
