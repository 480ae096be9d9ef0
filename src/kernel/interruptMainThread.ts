import { Session } from "node:inspector";

/** Where the main thread leaves the function to call. */
export const INTERRUPT = Symbol.for("two-layer-net.kernel.interrupt");

/**
 * Calls the kernel's interrupt function on the main thread, from another thread and even while JavaScript blocks it.
 *
 * No signal can do this everywhere: Windows has none, and Node looks at them only between callbacks. The inspector
 * runs an expression in the middle of a busy loop; no debugger port is opened.
 */
export function interruptMainThread(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression: `globalThis[Symbol.for(${JSON.stringify(INTERRUPT.description)})]?.()` }, () =>
    session.disconnect(),
  );
}
