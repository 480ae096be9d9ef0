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
 * it there. The kernel's own work runs shielded: an interrupt that comes then waits until the shield is left.
 */
export class Interrupts {
  readonly #hooks: InterruptHooks;
  #session: Session | undefined;
  #shielded = false;
  #waiting = false;

  constructor(hooks: InterruptHooks) {
    this.#hooks = hooks;
  }

  /** Interrupts what runs now; once the kernel's own work is done, if that is what runs. */
  interrupt(): void {
    if (this.#shielded) {
      this.#waiting = true;
      return;
    }
    this.#hooks.beforeStop();
    this.#session ??= connect();
    // The whole stack goes, with the `finally` blocks that would have left a shield: this is done in their place.
    setImmediate(() => {
      this.#shielded = false;
      this.#hooks.afterStop();
    });
    this.#session.post("Runtime.terminateExecution");
  }

  /** Runs the kernel's own code. */
  shield<T>(work: () => T): T {
    const outer = this.#shielded;
    this.#shielded = true;
    try {
      return work();
    } finally {
      this.#shielded = outer;
      if (!outer && this.#waiting) {
        this.#waiting = false;
        this.interrupt();
      }
    }
  }

  /** Runs the user's code from within the kernel's. */
  expose<T>(work: () => T): T {
    const outer = this.#shielded;
    this.#shielded = false;
    try {
      return work();
    } finally {
      this.#shielded = outer;
    }
  }
}

function connect(): Session {
  const session = new Session();
  session.connect();
  return session;
}
