/** The SVM's hinge loss as a program with switches, each of which makes one mistake. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import type { LossCase } from "./lossCase.js";
import { lossGradientSlips } from "./softmaxMistakes.js";

interface MarginSwitches {
  readonly margin: number;
  readonly swapped: boolean;
  readonly labels: "zero" | "shifted";
}

interface LossSwitches extends MarginSwitches {
  readonly right: "counted";
  readonly hinge: "none" | "squared" | "absolute" | "counted";
  readonly over: "largest";
  readonly examples: "last";
}

interface GradientSwitches extends MarginSwitches {
  readonly pull: "none" | "one" | "plus" | "margins" | "itself" | "pushed" | "all";
  readonly push: "margins" | "everywhere" | "atZero" | "minus";
}

const N = ({ y }: LossCase) => y.length;
const C = ({ x }: LossCase) => x.shape[1]!;

const marginSlips = [
  { cause: "hingeSwapped", set: { swapped: true } },
  { cause: "labelsIgnored", set: { labels: "zero" } },
  { cause: "labelsShifted", set: { labels: "shifted" } },
] as const satisfies readonly Slip<LossCase, MarginSwitches>[];

const lossSlips: readonly Slip<LossCase, LossSwitches>[] = [
  ...marginSlips,
  { cause: "marginMissing", set: { margin: 0 } },
  { cause: "marginSubtracted", set: { margin: -1 } },
  { cause: "marginOther", fit: marginOf },
  { cause: "rightClassCounted", set: { right: "counted" } },
  { cause: "hingeMissing", set: { hinge: "none" } },
  { cause: "hingeSquared", set: { hinge: "squared" } },
  { cause: "hingeAbsolute", set: { hinge: "absolute" } },
  { cause: "marginsCounted", set: { hinge: "counted" } },
  { cause: "largestMarginOnly", set: { over: "largest" } },
  { cause: "lastExampleOnly", set: { examples: "last" } },
  scaled("lossSummed", N),
  scaled("lossMeanOfAll", (at) => 1 / C(at)),
  scaled("lossMeanOfClasses", (at) => N(at) / C(at)),
  scaled("dividedTwice", (at) => 1 / N(at)),
  scaled("signFlipped", () => -1),
  scaled("twice", () => 2),
  scaled("half", () => 0.5),
  scaled("allZero", () => 0),
];

const gradientSlips: readonly Slip<LossCase, GradientSwitches>[] = [
  ...marginSlips,
  { cause: "marginMissingInGradient", set: { margin: 0 } },
  { cause: "marginSubtracted", set: { margin: -1 } },
  { cause: "rightClassWithoutPull", set: { pull: "none" } },
  { cause: "pullOfOne", set: { pull: "one" } },
  { cause: "pullFlipped", set: { pull: "plus" } },
  { cause: "pullOfMargins", set: { pull: "margins" } },
  { cause: "pullCountsRight", set: { pull: "itself" } },
  { cause: "rightClassPushed", set: { pull: "pushed" } },
  { cause: "pullOfAll", set: { pull: "all" } },
  { cause: "marginsForOnes", set: { push: "margins" } },
  { cause: "pushFlipped", set: { push: "minus" } },
  { cause: "maskOfMarginMissing", set: { push: "everywhere" } },
  { cause: "hingeAtZero", set: { push: "atZero" } },
  ...lossGradientSlips<GradientSwitches>(),
];

export function svmLosses(): Mistake<LossCase>[] {
  return wrongPrograms(lossProgram, lossSlips);
}

export function svmGradients(): Mistake<LossCase>[] {
  // a right class that gets -1 may get it whether or not there is a margin above 0
  const always = wrongPrograms(gradientProgram, [{ cause: "pullOfOne", set: { pull: "one" }, finish: onePullEach }]);
  return [...wrongPrograms(gradientProgram, gradientSlips), ...always];
}

function onePullEach(value: unknown, { x, y }: LossCase): NDArray {
  const dx = (value as NDArray).copy();
  y.forEach((label, i) => dx.set([i, label], -1 / x.shape[0]!));
  return dx;
}

/** x_j - x_y + margin for each class, the right one's included. */
function marginsOf({ x, y }: LossCase, { margin = 1, swapped, labels }: Partial<MarginSwitches>): { margins: number[][]; y: readonly number[] } {
  const [rows, classes] = x.shape as [number, number];
  const right = labels === "zero" ? y.map(() => 0) : labels === "shifted" ? y.map((label) => label - 1) : y;
  const margins = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: classes }, (_, j) => (swapped ? -1 : 1) * (x.get(i, j) - x.get(i, right[i]!)) + margin),
  );
  return { margins, y: right };
}

function lossProgram(at: LossCase, switches: Partial<LossSwitches>): number {
  const { margins, y } = marginsOf(at, switches);
  const losses = margins.map((row, i) => {
    const counted = row.filter((_, j) => j !== y[i] || switches.right === "counted").map((margin) => hinge(margin, switches.hinge));
    return switches.over === "largest" ? Math.max(...counted) : counted.reduce((a, b) => a + b, 0);
  });
  const sum = switches.examples === "last" ? losses.at(-1)! : losses.reduce((a, b) => a + b, 0);
  return sum / losses.length;
}

function hinge(margin: number, how?: LossSwitches["hinge"]): number {
  switch (how) {
    case "none":
      return margin;
    case "squared":
      return Math.max(0, margin) ** 2;
    case "absolute":
      return Math.abs(margin);
    case "counted":
      return margin > 0 ? 1 : 0;
    default:
      return Math.max(0, margin);
  }
}

/** Fitted where all scores are equal: there the loss is C - 1 times the margin. */
function marginOf(seen: readonly Observation<LossCase>[]): Partial<LossSwitches> | null {
  const equal = seen.find(({ input: { x } }) => x.max() === x.min());
  if (typeof equal?.got !== "number" || !Number.isFinite(equal.got)) return null;
  const margin = equal.got / (equal.input.x.shape[1]! - 1);
  return [0, 1, -1].some((named) => Math.abs(margin - named) < 1e-9) ? null : { margin };
}

function gradientProgram(at: LossCase, switches: Partial<GradientSwitches>): NDArray {
  const { margins, y } = marginsOf(at, switches);
  const [rows, classes] = at.x.shape as [number, number];
  const dx = zeros([rows, classes]);
  margins.forEach((row, i) => {
    const wrong = row.map((margin, j) => ({ margin, j })).filter(({ j }) => j !== y[i]);
    const pushed = wrong.filter(({ margin }) => isPushed(margin, switches.push));
    for (const { margin, j } of pushed) dx.set([i, j], switches.push === "margins" ? margin : switches.push === "minus" ? -1 : 1);
    const violations = wrong.filter(({ margin }) => (switches.push === "atZero" ? margin >= 0 : margin > 0));
    const all = switches.push === "everywhere" ? wrong : violations;
    dx.set([i, y[i]!], pullOf(all.map(({ margin }) => margin), classes, switches.pull));
  });
  return dx.div(rows);
}

function isPushed(margin: number, push?: GradientSwitches["push"]): boolean {
  if (push === "everywhere") return true;
  return push === "atZero" ? margin >= 0 : margin > 0;
}

function pullOf(margins: readonly number[], classes: number, pull?: GradientSwitches["pull"]): number {
  switch (pull) {
    case "none":
      return 0;
    case "one":
      return margins.length > 0 ? -1 : 0;
    case "plus":
      return margins.length;
    case "margins":
      return -margins.reduce((a, b) => a + b, 0);
    case "itself":
      return -(margins.length + 1);
    case "pushed":
      return 1 - margins.length;
    case "all":
      return -(classes - 1);
    default:
      return 0 - margins.length;
  }
}
