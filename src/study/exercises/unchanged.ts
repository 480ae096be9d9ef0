/** Whether a call has changed what is not its own: arrays by their bytes, lists and objects by their entries. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { because, type Finding, passed } from "./finding.js";
import { words } from "./words/words.js";

/** An array, a list of labels, or an object with options. */
export type Given = NDArray | readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * @param culprit who is called, e.g. "the softmax loss"
 * @param given by the name that the finding tells
 * @param call the learner's code
 */
export function unchangedBy(culprit: string, given: Readonly<Record<string, Given>>, call: () => unknown): Finding {
  const before = Object.values(given).map(copyOf);
  call();
  const said = words();
  const changes = Object.entries(given).map(([name, after], i) => {
    const count = changedElements(before[i]!, after);
    if (count === 0) return { count, diagnosis: "" };
    return { count, diagnosis: after instanceof NDArray ? said.changedInPlace(culprit, name, count, after.size) : said.changedRecord(culprit, name) };
  });
  const total = changes.reduce((sum, { count }) => sum + count, 0);
  const diagnosis = changes.map((change) => change.diagnosis).filter((text) => text !== "").join("; ");
  return total === 0 ? passed(said.changed(0)) : { ...because(said.changed(total), ["changedInPlace"]), diagnosis };
}

function copyOf(given: Given): Given {
  if (given instanceof NDArray) return given.copy();
  return Array.isArray(given) ? [...(given as readonly unknown[])] : { ...given };
}

/** Object.is tells apart what bytes do, 0 and -0, and takes NaN for itself. */
function changedElements(before: Given, after: Given): number {
  const [a, b] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !Object.is(a[key], b[key])).length;
}

function entriesOf(given: Given): Readonly<Record<string, unknown>> {
  return { ...(given instanceof NDArray ? Array.from(given.data) : given) } as Readonly<Record<string, unknown>>;
}
