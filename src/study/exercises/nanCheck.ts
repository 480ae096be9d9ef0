import { because, type Finding, passed } from "./finding.js";
import type { Cause } from "./diagnoses.js";
import type { CheckStep } from "./runChecks.js";
import { numberText } from "./value.js";
import { words } from "./words/words.js";

/**
 * A check that input with NaN does not give a number that looks right; an error is an honest answer too.
 *
 * @param hidden tells the cause where it does
 * @param call the learner's code
 */
export function nanCheck(name: string, hidden: () => Cause, call: () => number): CheckStep {
  return {
    name,
    limit: words().nanOrError,
    run: () => outcome(call, (measured) => because(measured, [hidden()])),
  };
}

/** The same where the exercise does not ask for it: then it is only said. */
export function nanRemark(name: string, call: () => number): CheckStep {
  const { nanOrError, diagnoses } = words();
  return { name, limit: nanOrError, run: () => outcome(call, (measured) => passed(measured, diagnoses.nanLossHidden)) };
}

function outcome(call: () => number, hidden: (measured: string) => Finding): Finding {
  let got: number;
  try {
    got = call();
  } catch {
    return passed(words().anError); // an honest answer
  }
  return Number.isFinite(got) ? hidden(numberText(got)) : passed(numberText(got));
}
