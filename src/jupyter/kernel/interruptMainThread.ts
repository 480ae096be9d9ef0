import { Session } from "node:inspector";

/** Where the main thread leaves what can be interrupted. */
export const INTERRUPTIBLE = Symbol.for("two-layer-net.kernel");

/** Time between two looks at whether the main thread has stopped, in ms. */
const AGAIN_MS = 100;

/**
 * Interrupts the main thread, from another thread and even while JavaScript blocks it, until nothing is left to stop.
 *
 * No signal can do this everywhere: Windows has none, and Node looks at them only between callbacks. The inspector
 * runs an expression in the middle of a busy loop; no debugger port is opened.
 */
export function interruptMainThread(method: "interrupt" | "insist" = "interrupt"): void {
  const session = new Session();
  session.connectToMainThread();
  const expression = `globalThis[Symbol.for(${JSON.stringify(INTERRUPTIBLE.description)})]?.${method}()`;
  session.post("Runtime.evaluate", { expression, returnByValue: true }, (error, answer) => {
    session.disconnect();
    if (error || answer.result.value !== false) setTimeout(() => interruptMainThread("insist"), AGAIN_MS);
  });
}
