import { Session } from "node:inspector";
import { setImmediate } from "node:timers";

export interface InterruptHooks {
  /** Whether an interrupt that waited for the kernel's work means what runs after it. */
  isStillMeant(): boolean;
  /** Called before the user's code is stopped, in the midst of it, or of the compiler's work on it. */
  beforeStop(): void;
  /** Called when its stack is gone. */
  afterStop(): void;
}

/**
 * Stops the user's code, wherever it is, and never the kernel's own.
 *
 * Stopping is V8's termination: it unwinds the stack to the event loop, past every catch and finally, and V8 forgets
 * it there. The kernel's own work runs shielded: an interrupt that comes then waits until the shield is left; while
 * the compiler works, the user is told of the end at once, and the code is stopped before it begins. What
 * runs neither shielded nor exposed is callbacks, Node's or the user's: they are stopped only if the event loop has
 * not turned for a while.
 */
export class Interrupts {
  readonly #hooks: InterruptHooks;
  #session: Session | undefined;
  #running: "kernel" | "compiler" | "user" | "callback" = "callback";
  /** An interrupt waits for the kernel's work to be done. */
  #waiting = false;
  /** The user's code was told to stop, and the event loop has not turned since. */
  #unwinding = false;
  #compiling = false;

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
    const again = this.#unwinding;
    if (running === "kernel") {
      this.#waiting = true;
      return;
    }
    this.#running = "kernel";
    this.#hooks.beforeStop();
    if (running === "compiler") {
      this.#running = running;
      this.#waiting = true;
      return;
    }
    this.#unwinding = true;
    // The whole stack goes, with the `finally` blocks that would have left a shield: this is done in their place.
    setImmediate(() => this.turned());
    this.#running = running;
    this.#waiting = false; // One that came meanwhile wanted the same.
    if (running === "user" || again) this.#stop();
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
    if (this.#unwinding && this.#running !== "kernel" && this.#running !== "compiler") this.#stop();
  }

  /**
   * Must be the last thing that a caller does: V8 stops at the next call or loop, and if that is still within the
   * inspector's own evaluation, only that evaluation ends.
   */
  #stop(): void {
    this.#session ??= connect();
    this.#session.post("Runtime.terminateExecution");
  }

  /** Whether the compiler is at work, be it that an interrupt has come into the midst of it. */
  get compiling(): boolean {
    return this.#compiling;
  }

  /** Runs the kernel's own code. */
  shield<T>(work: () => T, as: "kernel" | "compiler" = "kernel"): T {
    const outer = this.#running;
    this.#running = as;
    try {
      return work();
    } finally {
      this.#running = outer;
      if (outer !== "kernel" && outer !== "compiler" && this.#waiting) {
        this.#waiting = false;
        if (this.#hooks.isStillMeant()) this.interrupt();
      }
    }
  }

  /** Runs the compiler, which must not be stopped half-way: its next cell would find it in disorder. */
  compile<T>(work: () => T): T {
    const working = (): T => {
      this.#compiling = true;
      try {
        return work();
      } finally {
        this.#compiling = false;
      }
    };
    return this.shield(working, "compiler");
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
