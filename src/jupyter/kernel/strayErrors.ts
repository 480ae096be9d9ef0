import process from "node:process";

/** What is told of errors and warnings that no cell waits for. */
export interface StrayErrorHooks {
  report(what: string, error: unknown): void;
  /** Writes to the stderr of whichever cell it is. */
  warn(text: string): void;
}

/** Hears errors and warnings that no cell waits for, and that would end the process. */
export class StrayErrors {
  readonly #onException: (error: unknown) => void;
  readonly #onRejection: (reason: unknown) => void;

  constructor({ report, warn }: StrayErrorHooks) {
    this.#onException = (error) => report("Uncaught exception", error);
    this.#onRejection = (reason) => report("Unhandled promise rejection", reason);
    process.removeAllListeners("warning");
    process.on("warning", ({ name, message }) => {
      // Those about files that an interrupted cell had open come at any time.
      if (!message.includes("garbage collection")) warn(`${name}: ${message}\n`);
    });
    this.listen();
  }

  /** Listens, and does so again where a cell has removed all listeners. */
  listen(): void {
    if (!process.listeners("uncaughtException").includes(this.#onException)) process.on("uncaughtException", this.#onException);
    if (!process.listeners("unhandledRejection").includes(this.#onRejection)) process.on("unhandledRejection", this.#onRejection);
  }
}
