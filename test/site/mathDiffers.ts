/**
 * Where a browser shows other last digits than Node: ECMAScript leaves it to each engine how `Math.exp`, `log`, `pow` and
 * others round. Nothing else may differ from Node, and nothing by more than this.
 */
interface Place {
  readonly browser: "Chromium" | "Firefox";
  /** In all notebooks and languages in which there is one. */
  readonly cell: string;
  /** How far a number may be from Node's. */
  readonly tolerance: number;
  readonly why: string;
}

const ROUNDING = 2e-15;

const PLACES: readonly Place[] = [
  { browser: "Chromium", cell: "check-sigmoid", tolerance: ROUNDING, why: "exp: the error of a value near 1" },
  { browser: "Chromium", cell: "library-activations", tolerance: ROUNDING, why: "exp: the sigmoid of the notebook and that of the library" },
  { browser: "Chromium", cell: "losses", tolerance: 1e-9, why: "exp and log: the softmax loss, and what is left of it in a numeric gradient" },
  { browser: "Chromium", cell: "library-step", tolerance: ROUNDING, why: "exp and log: losses of 20 steps" },
];

/** What is said where two results are the same, and what is said else with how far they are apart: that of a rounding is no other answer. */
const SAME = [["to the last bit", "but for rounding, 0"], ["마지막 비트까지", "반올림(0)을 빼면"]] as const;
const NUMBER = /[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** True for the same line, or one that differs by no more than it may there. */
export function isAlike(own: string, expected: string, cell: string, browser: string): boolean {
  if (own === expected) return true;
  const place = PLACES.find((one) => one.browser === browser && one.cell === cell);
  if (place === undefined) return false;
  const [a, b] = [own, expected].map((line) => SAME.reduce((text, [same, apart]) => text.replace(same, apart), line));
  if (a!.replace(NUMBER, "#") !== b!.replace(NUMBER, "#")) return false;
  const [numbers, others] = [a!, b!].map((line) => (line.match(NUMBER) ?? []).map(Number));
  return numbers!.every((value, index) => Math.abs(value - others![index]!) <= place.tolerance);
}
