import { Session } from "node:inspector";
import { setImmediate } from "node:timers";

export interface InterruptHooks {
  /** Called before the user's code is stopped, in the midst of it. */
  beforeStop(): void;
  /** Called when its stack is gone. */
  afterStop(): void;
}

/**
 * Stops the user's code, wherever it is, and never the kernel's own.
 *
 * Stopping is V8's termination: it unwinds the stack to the event loop, past every catch and finally, and V8 forgets
 * it there. The kernel's own work runs shielded: an interrupt that comes then waits until the shield is left. What
 * runs neither shielded nor exposed is callbacks, Node's or the user's: they are stopped only if the event loop has
 * not turned for a while.
 */
export class Interrupts {
  readonly #hooks: InterruptHooks;
  #session: Session | undefined;
  #running: "kernel" | "user" | "callback" = "callback";
  /** An interrupt waits for the kernel's work to be done. */
  #waiting = false;
  /** The user's code was told to stop, and the event loop has not turned since. */
  #unwinding = false;

  constructor(hooks: InterruptHooks) {
    this.#hooks = hooks;
  }

  /** Whether there may be something left to stop. */
  get pending(): boolean {
    return this.#unwinding || this.#waiting;
  }

  /** Interrupts what runs now; once the kernel's own work is done, if that is what runs. */
  interrupt(): void {
    const running = this.#running;
    if (running === "kernel") {
      this.#waiting = true;
      return;
    }
    this.#running = "kernel";
    this.#hooks.beforeStop();
    this.#unwinding = true;
    // The whole stack goes, with the `finally` blocks that would have left a shield: this is done in their place.
    setImmediate(() => this.turned());
    this.#running = running;
    this.#waiting = false; // One that came meanwhile wanted the same.
    if (running === "user") this.#stop();
  }

  /**
   * The event loop has turned: what was told to stop is gone, and `insist` must not stop what comes now. Called
   * by whatever begins new work, which may come before the loop gets to an immediate.
   */
  turned(): void {
    if (!this.#unwinding) return;
    this.#unwinding = false;
    this.#running = "callback";
    this.#hooks.afterStop();
  }

  /** Stops what still holds up the event loop a while after an interrupt: a callback, or a chain of promises. */
  insist(): void {
    if (this.#unwinding && this.#running !== "kernel") this.#stop();
  }

  /**
   * Must be the last thing that a caller does: V8 stops at the next call or loop, and if that is still within the
   * inspector's own evaluation, only that evaluation ends.
   */
  #stop(): void {
    this.#session ??= connect();
    this.#session.post("Runtime.terminateExecution");
  }

  /** Runs the kernel's own code. */
  shield<T>(work: () => T): T {
    const outer = this.#running;
    this.#running = "kernel";
    try {
      return work();
    } finally {
      this.#running = outer;
      if (outer !== "kernel" && this.#waiting) this.interrupt();
    }
  }

  /** Runs the user's code from within the kernel's. */
  expose<T>(work: () => T): T {
    const outer = this.#running;
    this.#running = "user";
    try {
      return work();
    } finally {
      this.#running = outer;
    }
  }
}

function connect(): Session {
  const session = new Session();
  session.connect();
  return session;
}
