import { numberText } from "./compare.js";
import type { CheckStep } from "./runChecks.js";

/**
 * A check that input with NaN does not give a number that looks right; an error is an honest answer too.
 *
 * @param hidden the diagnosis where it does
 * @param call the learner's code
 */
export function nanCheck(name: string, hidden: string, call: () => number): CheckStep {
  return {
    name,
    limit: "nan, or an error",
    run: () => {
      let got: number;
      try {
        got = call();
      } catch {
        return { measured: "an error", diagnosis: "" };
      }
      return { measured: numberText(got), diagnosis: Number.isFinite(got) ? hidden : "" };
    },
  };
}
