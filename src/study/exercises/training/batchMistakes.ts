/** What is often drawn in place of a batch. */
import { RandomState } from "../../../numeric/random/randomState.js";
import type { Cause } from "../diagnoses.js";
import { LABELS, type StepOptions } from "./probeModel.js";

type Rows = readonly number[];

/**
 * @param batches of each run, the rows of each call of model.loss
 * @param randoms the streams after the runs
 */
export function batchCauses(batches: readonly (readonly Rows[])[], options: readonly StepOptions[], randoms: readonly RandomState[]): Cause[] {
  if (batches.some((calls) => calls.length === 0)) return ["lossNotAsked"];
  if (batches.some((calls) => calls.length > 1)) return ["lossAskedTwice"];
  const rows = batches.map((calls) => calls[0]!);
  if (rows.some((batch) => batch.includes(-1))) return ["examplesChanged"];
  const is = (draw: (random: RandomState, options: StepOptions) => ArrayLike<number>) =>
    rows.every((batch, i) => batch.join() === Array.from(draw(new RandomState(options[i]!.seed), options[i]!)).join());
  const N = LABELS.length;
  if (is(() => Array.from({ length: N }, (_, i) => i))) return ["wholeSet"];
  if (is((_, { batchSize }) => Array.from({ length: batchSize }, (_, i) => i))) return ["notDrawn"];
  if (is((random, { batchSize }) => random.choice(N, batchSize, { replace: false }).data)) return ["withoutReplacement"];
  if (is((random, { batchSize }) => random.choice(batchSize, N).data)) return ["choiceExchanged"];
  if (is((random, { batchSize }) => random.choice(batchSize, batchSize).data)) return ["drawnFromBatch"];
  if (is((random, { batchSize }) => [random.choice(N, batchSize), random.choice(N, batchSize)][1]!.data)) return ["drawnTwice"];
  const isUntouched = randoms.every((random, i) => stateOf(random) === stateOf(new RandomState(options[i]!.seed)));
  if (isUntouched) return ["drawnElsewhere"];
  return rows.some((batch, i) => batch.length !== options[i]!.batchSize) ? ["batchSizeIgnored"] : [];
}

/** @param size of the batch */
export function labelCauses(labels: Rows, size: number): Cause[] {
  const isBeginning = labels.every((label, i) => label === LABELS[i]);
  return [isBeginning && (labels.length === size || labels.length === LABELS.length) ? "labelsNotChosen" : "labelsElsewhere"];
}

function stateOf(random: RandomState): string {
  return JSON.stringify(random.getState());
}
