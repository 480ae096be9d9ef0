/** What one check of the learner's code comes to. */
import type { Cause } from "./diagnoses.js";
import { words } from "./words/words.js";

export interface Finding {
  /** what came, e.g. "(1, 5)" */
  readonly measured: string;
  /** what is wrong and what usually causes it; empty if all is well */
  readonly diagnosis: string;
  readonly causes?: readonly Cause[];
  readonly example?: string;
  readonly remark?: string;
  /** what is right, where it is not what the check says beforehand */
  readonly limit?: string;
}

export function passed(measured: string, remark = ""): Finding {
  return { measured, diagnosis: "", remark };
}

/** A failure whose causes are known. */
export function because(measured: string, causes: readonly Cause[], example = ""): Finding {
  return { measured, diagnosis: saying(causes), causes, example };
}

/** A failure of which only this can be said. */
export function unexplained(measured: string, text: string, example = ""): Finding {
  return { measured, diagnosis: text, causes: [], example };
}

export function saying(causes: readonly Cause[]): string {
  const { diagnoses, and } = words();
  return causes.map((cause) => diagnoses[cause]).join(and);
}
