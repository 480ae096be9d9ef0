/** Checks that wait for what the reader has yet to write. */
import { showBundle } from "../../jupyter/display/kernelDisplay.js";
import { NotWrittenError } from "./notWritten.js";
import { words } from "./words/words.js";

/**
 * Runs checks of the reader's functions. Where one of these is still a stub, a line says which; any other
 * error is thrown on.
 *
 * @param log takes that line where there is no kernel; default the standard output
 * @example
 * whenWritten(() => assertBelow("sum", zeros(3).sum(), 1)) // undefined
 * whenWritten(() => notWritten("sgd"), () => {}) // undefined
 */
export function whenWritten(checks: () => void, log?: (line: string) => void): void {
  try {
    checks();
  } catch (error) {
    if (!(error instanceof NotWrittenError)) throw error;
    showBundle({ data: { "text/plain": words().notWritten(error.subject) }, metadata: {} }, log);
  }
}
