const indirectEval = globalThis.eval;

/** Evaluates an expression in the global scope. @param script its name in stack traces */
export function evaluate(code: string, script: string): unknown {
  return indirectEval(`${code}\n//# sourceURL=${script}`) as unknown;
}
