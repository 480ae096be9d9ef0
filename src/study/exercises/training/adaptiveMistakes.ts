/** What RMSProp and Adam often do instead. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import type { UpdateRule } from "../../../nn/optim/updateRule.js";
import { type Mistake, type Slip, wrongPrograms } from "../mistake.js";
import type { Walk } from "./sgdProgram.js";

interface AdaptiveSwitches {
  readonly epsilon: "inRoot";
  readonly correction: "none" | "late";
  readonly rate: "none";
  readonly direction: "up";
  readonly memory: "lost";
}

const slips: readonly Slip<Walk, AdaptiveSwitches>[] = [
  { cause: "epsilonInRoot", set: { epsilon: "inRoot" } },
  { cause: "rateMissing", set: { rate: "none" } },
  { cause: "uphill", set: { direction: "up" } },
  { cause: "memoryLost", set: { memory: "lost" } },
];

const correctionSlips: readonly Slip<Walk, AdaptiveSwitches>[] = [
  { cause: "noBiasCorrection", set: { correction: "none" } },
  { cause: "noBiasCorrection", set: { correction: "late" } },
];

export function adaptiveMistakes(rule: UpdateRule<any>, name: "rmsprop" | "adam"): Mistake<Walk>[] {
  return wrongPrograms((walk, switches) => program(walk, switches, rule, name), name === "adam" ? [...slips, ...correctionSlips] : slips);
}

function program(walk: Walk, switches: Partial<AdaptiveSwitches>, rule: UpdateRule<any>, name: "rmsprop" | "adam"): NDArray {
  // a step of the rule itself, where none of its inside is changed
  if (switches.epsilon === undefined && switches.correction === undefined) return outside(walk, switches, rule);
  const { learningRate, epsilon, decayRate, beta1, beta2 } = { ...DEFAULTS[name], ...walk.settings } as Readonly<Record<string, number>>;
  let [w, m, v] = [walk.w, zeros(walk.w.shape), zeros(walk.w.shape)];
  walk.gradients.forEach((dw, i) => {
    if (walk.isFresh) ({ w } = walk);
    if (switches.memory === "lost") [m, v] = [zeros(w.shape), zeros(w.shape)];
    m = beta1 === undefined ? dw : m.mul(beta1).add(dw.mul(1 - beta1));
    v = v.mul(beta2 ?? decayRate!).add(dw.mul(dw).mul(1 - (beta2 ?? decayRate!)));
    const t = switches.correction === "late" ? i : i + 1;
    const isCorrected = name === "adam" && switches.correction !== "none";
    const [mean, square] = isCorrected ? [m.div(1 - beta1! ** t), v.div(1 - beta2! ** t)] : [m, v];
    const divisor = switches.epsilon === "inRoot" ? square.add(epsilon!).sqrt() : square.sqrt().add(epsilon!);
    const step = mean.div(divisor).mul(switches.rate === "none" ? 1 : learningRate!);
    w = switches.direction === "up" ? w.add(step) : w.sub(step);
  });
  return w;
}

const DEFAULTS = {
  rmsprop: { learningRate: 1e-2, decayRate: 0.99, epsilon: 1e-8 },
  adam: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
} as const;

function outside({ w, gradients, settings, isFresh }: Walk, { rate, direction, memory }: Partial<AdaptiveSwitches>, rule: UpdateRule<any>): NDArray {
  const given = rate === "none" ? { ...settings, learningRate: 1 } : { ...settings };
  let [at, config] = [w, given as object];
  for (const dw of gradients) {
    if (isFresh) at = w;
    const [next, kept] = rule(at, dw, memory === "lost" ? { ...given } : config) as [NDArray, object];
    at = direction === "up" ? at.sub(next.sub(at)) : next;
    config = kept;
  }
  return at;
}
