/** Whether a call has written to arrays that are not its own: their bytes before and after. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { because, type Finding, passed } from "./finding.js";
import { words } from "./words/words.js";

/**
 * @param culprit who is called, e.g. "the softmax loss"
 * @param arrays by the name that the finding tells
 * @param call the learner's code
 */
export function unchangedBy(culprit: string, arrays: Readonly<Record<string, NDArray>>, call: () => unknown): Finding {
  const before = Object.values(arrays).map((array) => array.copy());
  call();
  const said = words();
  const changes = Object.entries(arrays).map(([name, array], i) => {
    const count = changedElements(before[i]!, array);
    return { count, diagnosis: count === 0 ? "" : said.changedInPlace(culprit, name, count, array.size) };
  });
  const total = changes.reduce((sum, { count }) => sum + count, 0);
  const diagnosis = changes.map((change) => change.diagnosis).filter((text) => text !== "").join("; ");
  return total === 0 ? passed(said.changed(0)) : { ...because(said.changed(total), ["changedInPlace"]), diagnosis };
}

/** Object.is tells apart what bytes do, 0 and -0, and takes NaN for itself. */
function changedElements(before: NDArray, after: NDArray): number {
  return Array.from(before.data).filter((value, i) => !Object.is(value, after.data[i])).length;
}
