import { expect, it } from "vitest";
import { RandomState } from "../../../../src/index.js";
import { batchCauses, labelCauses } from "../../../../src/study/exercises/training/batchMistakes.js";
import { LABELS, type StepOptions } from "../../../../src/study/exercises/training/probeModel.js";

const OPTIONS: readonly StepOptions[] = [{ seed: 5, batchSize: 4, learningRate: 0.1, loss: 1 }, { seed: 11, batchSize: 3, learningRate: 0.2, loss: 2 }];
const N = LABELS.length;
type Draw = (random: RandomState, batchSize: number) => ArrayLike<number>;

/** The causes of two runs, in each of which the model is asked for these rows. */
function causesOf(...draws: Draw[]): string[] {
  const randoms = OPTIONS.map(({ seed }) => new RandomState(seed));
  const batches = OPTIONS.map(({ batchSize }, i) => [Array.from(draws[i % draws.length]!(randoms[i]!, batchSize))]);
  return batchCauses(batches, OPTIONS, randoms);
}

const count = (length: number) => Array.from({ length }, (_, i) => i);
const right: Draw = (random, batchSize) => random.choice(N, batchSize).data;

it.each<[string, Draw]>([
  ["wholeSet", () => count(N)],
  ["notDrawn", (_, batchSize) => count(batchSize)],
  ["withoutReplacement", (random, batchSize) => random.choice(N, batchSize, { replace: false }).data],
  ["choiceExchanged", (random, batchSize) => random.choice(batchSize, N).data],
  ["drawnFromBatch", (random, batchSize) => random.choice(batchSize, batchSize).data],
  ["drawnTwice", (random, batchSize) => [random.choice(N, batchSize), random.choice(N, batchSize)][1]!.data],
  ["drawnElsewhere", (_, batchSize) => new RandomState(99).choice(N, batchSize).data],
  ["batchSizeIgnored", (random) => random.choice(N, 7).data],
  ["examplesChanged", (random, batchSize) => Array.from(random.choice(N, batchSize).data, (row, i) => (i === 1 ? -1 : row))],
])("tells %s where both runs have it", (cause, draw) => {
  expect(causesOf(draw)).toEqual([cause]);
});

it("names nothing that one run alone has, but rows that are no examples and a size that is ignored", () => {
  const other: Draw = (random, batchSize) => Array.from(random.choice(N, batchSize).data, (row) => (row + 1) % N);
  expect(causesOf(other)).toEqual([]);
  expect(causesOf(() => count(N), other)).toEqual(["batchSizeIgnored"]);
  expect(causesOf(other, (_, batchSize) => count(batchSize))).toEqual([]);
  expect(causesOf(other, () => new RandomState(99).choice(N, 3).data)).toEqual([]);
  expect(causesOf(other, (random) => Array.from(random.choice(N, 3).data, () => -1))).toEqual(["examplesChanged"]);
  expect(causesOf(right, (random) => random.choice(N, 7).data)).toEqual(["batchSizeIgnored"]);
});

it("tells how often the loss was asked, where it was not once in each run", () => {
  const randoms = OPTIONS.map(({ seed }) => new RandomState(seed));
  expect(batchCauses([[], []], OPTIONS, randoms)).toEqual(["lossNotAsked"]);
  expect(batchCauses([[[1, 2, 3, 4]], []], OPTIONS, randoms)).toEqual(["lossNotAsked"]);
  expect(batchCauses([[[1]], [[1], [2]]], OPTIONS, randoms)).toEqual(["lossAskedTwice"]);
  expect(batchCauses([[[1], [2]], [[1], [2]]], OPTIONS, randoms)).toEqual(["lossAskedTwice"]);
});

it("tells labels that are the first ones, of a batch or all, from labels of elsewhere", () => {
  expect(labelCauses(LABELS.slice(0, 4), 4)).toEqual(["labelsNotChosen"]);
  expect(labelCauses([...LABELS], 4)).toEqual(["labelsNotChosen"]);
  expect(labelCauses(LABELS.slice(0, 3), 4)).toEqual(["labelsElsewhere"]);
  expect(labelCauses([LABELS[0]!, LABELS[1]!, LABELS[2]!, LABELS[3]! + 1], 4)).toEqual(["labelsElsewhere"]);
});
