/** Accuracy as a program with switches, each of which makes one mistake. */
import { array } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { type Mistake, scaled, type Slip, wrongPrograms } from "./mistake.js";

/** Scores and labels. */
interface Labelled {
  readonly scores: NDArray;
  readonly y: readonly number[];
}

export interface AccuracyCase extends Labelled {
  /** what is right: neither 0 nor 1 */
  readonly share: number;
}

interface AccuracySwitches {
  readonly predicted: "lowest" | "last" | "zero" | "fromOne" | "overExamples";
  readonly counted: "wrong";
  readonly over: "nothing" | "classes" | "hundredth" | "infinity";
}

/** What a label is: the prediction, the class after it, that of the lowest score, or any. */
type Label = "best" | "next" | "lowest" | "any";

/** No two counts are alike: one share is above a half, one below it, and no mistake gives 0 in both. */
export function accuracyCases(): [AccuracyCase, AccuracyCase] {
  const random = new RandomState(231);
  return [
    drawnCase(random, 23, 5, ["best", "best", "lowest", "best", "next", "best", "any"]),
    drawnCase(random, 19, 4, ["best", "lowest", "lowest", "best", "next", "next", "any"]),
  ];
}

function drawnCase(random: RandomState, N: number, C: number, labels: readonly Label[]): AccuracyCase {
  const scores = random.randn(N, C);
  // the highest scores of all stand in the first rows: argmax over the examples then gives numbers that are labels;
  // some rows are below 0: there a search that begins at 0 finds nothing
  for (let i = 0; i < N; i++) {
    const shift = i < C ? 10 : i % labels.length === 0 ? -10 : 0;
    for (let j = 0; j < C; j++) scores.set([i, j], scores.get(i, j) + shift);
  }
  const [best, lowest, overExamples] = [scores.argmax(1).data, scores.neg().argmax(1).data, scores.argmax(0).data];
  const y = Array.from(best, (answer, i) => {
    if (i === C - 1) return overExamples[i]!;
    return { best: answer, next: (answer + 1) % C, lowest: lowest[i]!, any: i % C }[labels[i % labels.length]!];
  });
  return { scores, y, share: program({ scores, y }, {}) };
}

/** Rows whose highest score stands twice or three times; before the third, one whose best is another. */
export function tiedCase(): AccuracyCase {
  return { scores: array([[2, 2, 1], [0, 3, 3], [4, 4, 4], [1, 5, 2], [7, 0, 7], [6, 6, 0], [0, 1, 9]]), y: [0, 1, 0, 0, 2, 2, 2], share: 4 / 7 };
}

const slips: readonly Slip<AccuracyCase, AccuracySwitches>[] = [
  { cause: "lowestScore", set: { predicted: "lowest" } },
  { cause: "tieNotFirst", set: { predicted: "last" } },
  { cause: "shareOfClassZero", set: { predicted: "zero" } },
  { cause: "answersFromOne", set: { predicted: "fromOne" } },
  { cause: "argmaxOverExamples", set: { predicted: "overExamples" } },
  { cause: "errorRate", set: { counted: "wrong" } },
  { cause: "countForShare", set: { over: "nothing" } },
  { cause: "classesForExamples", set: { over: "classes" } },
  { cause: "percentForShare", set: { over: "hundredth" } },
  { cause: "shareRounded", finish: (value) => Math.round(value as number) },
  { cause: "shareRounded", finish: (value) => Math.round((value as number) * 10) / 10 },
  { cause: "shareRounded", finish: (value) => Math.round((value as number) * 100) / 100 },
  { cause: "shareRounded", finish: (value) => Math.round((value as number) * 1000) / 1000 },
  { cause: "shareRounded", finish: (value) => Math.round((value as number) * 10_000) / 10_000 },
  { cause: "noneRight", set: { over: "infinity" } },
  scaled("half", () => 0.5),
];

export function accuracyMistakes(): Mistake<AccuracyCase>[] {
  return wrongPrograms(program, slips);
}

function program({ scores, y }: Labelled, { predicted, counted, over }: Partial<AccuracySwitches>): number {
  const answers = predictions(scores, predicted);
  const count = y.filter((label, i) => (answers[i] === label) !== (counted === "wrong")).length;
  const [N, C] = scores.shape as [number, number];
  if (over === "nothing") return count;
  if (over === "classes") return count / C;
  if (over === "infinity") return 0;
  return (count / N) * (over === "hundredth" ? 100 : 1);
}

function predictions(scores: NDArray, how?: AccuracySwitches["predicted"]): ArrayLike<number> {
  const best = scores.argmax(1).data;
  switch (how) {
    case "lowest":
      return scores.neg().argmax(1).data;
    case "last":
      return Array.from(best, (_, i) => lastBest(Array.from(scores.slice(i, i + 1).data)));
    case "zero":
      return best.map(() => 0);
    case "fromOne":
      return best.map((answer) => answer + 1);
    case "overExamples":
      return scores.argmax(0).data;
    default:
      return best;
  }
}

function lastBest(row: readonly number[]): number {
  return row.lastIndexOf(Math.max(...row));
}
