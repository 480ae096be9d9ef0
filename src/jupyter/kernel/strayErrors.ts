import process from "node:process";
import type { CellSources } from "./cellSources.js";
import { errorReport } from "./errorReport.js";

/** Shows errors and warnings that no cell waits for, and that would end the process. */
export class StrayErrors {
  readonly #write: (text: string) => void;
  readonly #sources: CellSources;
  readonly #onException = (error: unknown): void => this.report("Uncaught exception", error);
  readonly #onRejection = (reason: unknown): void => this.report("Unhandled promise rejection", reason);

  /** @param write to the stderr of whichever cell it is */
  constructor(write: (text: string) => void, sources: CellSources) {
    this.#write = write;
    this.#sources = sources;
    process.removeAllListeners("warning");
    process.on("warning", ({ name, message }) => {
      // Those about files that an interrupted cell had open come at any time.
      if (!message.includes("garbage collection")) write(`${name}: ${message}\n`);
    });
    this.listen();
  }

  /** Listens, and does so again where a cell has removed all listeners. */
  listen(): void {
    if (!process.listeners("uncaughtException").includes(this.#onException)) process.on("uncaughtException", this.#onException);
    if (!process.listeners("unhandledRejection").includes(this.#onRejection)) process.on("unhandledRejection", this.#onRejection);
  }

  report(what: string, error: unknown): void {
    const report = errorReport({ kind: "error", error }, this.#sources);
    this.#write(`${what}: ${report?.traceback.join("\n")}\n`);
  }
}
