/** The checks of a new network: its parameters, and what it takes from the random stream. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../../numeric/array/shape.js";
import { TwoLayerNet } from "../../../nn/models/twoLayerNet.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { because, passed, unexplained } from "../finding.js";
import { belowText, judge, once, type Probe, type Quantity } from "../judge.js";
import type { CheckStep } from "../runChecks.js";
import { unchangedBy } from "../unchanged.js";
import { near } from "../value.js";
import { words } from "../words/words.js";
import { build, type Name, NAMES, type NetworkClass } from "./learnersNetwork.js";
import { INITIAL, REG, SIZES } from "./networkCase.js";
import { type Draw, drawMistakes } from "./drawMistakes.js";

const { inputDim: D, hiddenDim: H, numClasses: C } = SIZES;
/** Two scales and two seeds: what is a fixed number shows. */
const DRAWS: readonly [Omit<Draw, "name">, Omit<Draw, "name">] = [{ seed: INITIAL.seed, scale: INITIAL.weightScale }, { seed: 7, scale: 0.2 }];
const COUNT = D * H + H * C;

const WEIGHTS = ["W1", "W2"] as const;

type Params = Readonly<Record<string, NDArray>>;

export function initialisationChecks(Network: NetworkClass): CheckStep[] {
  const { names, diagnoses } = words();
  const made = DRAWS.map(({ seed, scale }) => once(() => madeBy(Network, seed, scale)));
  const fresh = () => made[0]!().params;
  const right = DRAWS.map(({ seed, scale }) => new TwoLayerNet({ ...SIZES, weightScale: scale, random: new RandomState(seed) }).params);
  return [
    shapesCheck(fresh, right[0]!),
    {
      name: names.newTypes,
      limit: "float64",
      run: () => {
        const types = [...new Set(Object.values(fresh()).map(({ dtype }) => dtype))];
        return passed(types.join(", "), types.every((type) => type === "float64") ? "" : diagnoses.float32);
      },
    },
    ...WEIGHTS.map((name) => weightCheck(name, made, right)),
    {
      name: names.newBiases,
      limit: "0",
      run: () => {
        const largest = Math.max(...made.flatMap((params) => [params().params["b1"]!.abs().max(), params().params["b2"]!.abs().max()]));
        return largest === 0 ? passed("0") : because(String(largest), ["biasNotZero"]);
      },
    },
    streamCheck(made[0]!, right[0]!),
    unchangedCheck(Network),
  ];
}

interface Made {
  readonly params: Params;
  /** how the stream stands afterwards */
  readonly state: string;
}

function madeBy(Network: NetworkClass, seed: number, scale: number): Made {
  const random = new RandomState(seed);
  const { params } = build(Network, { weightScale: scale, random });
  return { params: { ...params }, state: stateOf(random) };
}

function stateOf(random: RandomState): string {
  return JSON.stringify(random.getState());
}

function shapesCheck(fresh: () => Params, right: Params): CheckStep {
  const text = (params: Params) => Object.entries(params).map(([name, { shape }]) => `${name} ${shapeText(shape)}`).join(", ");
  const expected = text(right);
  return {
    name: words().names.newShapes,
    limit: expected,
    run: () => {
      const measured = text(fresh());
      return measured === expected ? passed(measured) : unexplained(measured, explainParameters(fresh(), right));
    },
  };
}

function explainParameters(params: Params, right: Params): string {
  const { parameterNames, parameterShape } = words();
  if (Object.keys(params).join() !== Object.keys(right).join()) return parameterNames;
  const shape = (of: Params, name: Name) => shapeText(of[name]!.shape);
  const wrong = NAMES.find((name) => shape(params, name) !== shape(right, name))!;
  return parameterShape(wrong, shape(params, wrong), shape(right, wrong), wrong.startsWith("b"));
}

/** Both weights together tell where the draws went. */
function weightCheck(name: "W1" | "W2", made: readonly (() => Made)[], right: readonly Params[]): CheckStep {
  const probes: Probe<Draw>[] = WEIGHTS.flatMap((of) =>
    DRAWS.map((draw, i) => ({ input: { ...draw, name: of }, right: right[i]![of]!, got: () => made[i]!().params[of] })),
  );
  const quantity: Quantity<Draw> = { name, limit: 1e-12, probes, mistakes: drawMistakes, other: words().diagnoses.weightsOther };
  return {
    name: words().names.newWeight(name),
    limit: belowText(quantity.limit),
    run: () => {
      const own = probes.filter(({ input }) => input.name === name);
      if (own.some((probe) => !sameShape(made[0]!().params[name]!.shape, (probe.right as NDArray).shape))) return null;
      const finding = judge(quantity, own);
      const isUntouched = DRAWS.every(({ seed }, i) => made[i]!().state === stateOf(new RandomState(seed)));
      const isUnknown = finding.diagnosis !== "" && finding.causes?.length === 0;
      return isUnknown && isUntouched ? because(finding.measured, ["ownStream"], finding.example) : finding;
    },
  };
}

/** D·H + H·C normal numbers are taken, and nothing else. */
function streamCheck(made: () => Made, right: Params): CheckStep {
  const { names, normalNumbers, nothingDrawn, otherDraws, newStreamOther } = words();
  const expected = new RandomState(INITIAL.seed);
  expected.randn(COUNT);
  return {
    name: names.newStream,
    limit: normalNumbers(COUNT),
    run: () => {
      const { state, params } = made();
      if (state === stateOf(expected)) return passed(normalNumbers(COUNT));
      if (state === stateOf(new RandomState(INITIAL.seed))) {
        const isZero = params["W1"]!.abs().max() === 0 && params["W2"]!.abs().max() === 0;
        return because(nothingDrawn, [isZero ? "zeroWeights" : "ownStream"]);
      }
      if (drewMore(state)) return because(otherDraws, ["moreDraws"]);
      // other numbers in the weights tell more than their count
      return WEIGHTS.every((name) => near(params[name]!, right[name]!)) ? unexplained(otherDraws, newStreamOther) : null;
    },
  };
}

/** Options belong to the caller, and each network has parameters of its own. */
function unchangedCheck(Network: NetworkClass): CheckStep {
  const { names, changed, culprit } = words();
  return {
    name: names.newUnchanged,
    limit: changed(0),
    run: () => {
      const options = { ...SIZES, weightScale: INITIAL.weightScale, reg: REG, random: new RandomState(INITIAL.seed) };
      const finding = unchangedBy(culprit("", "constructor"), { options }, () => new Network(options));
      if (finding.diagnosis !== "") return finding;
      const first = build(Network);
      const before = { ...first.params };
      build(Network, { random: new RandomState(7) });
      const replaced = NAMES.filter((name) => first.params[name] !== before[name]);
      return replaced.length === 0 ? finding : because(replaced.join(", "), ["parametersShared"]);
    },
  };
}

/** Whether the stream has been through the weights, and on. */
function drewMore(state: string): boolean {
  const random = new RandomState(INITIAL.seed);
  for (let drawn = 0; drawn < 4 * COUNT; drawn++) {
    if (stateOf(random) === state) return drawn > COUNT;
    random.randn();
  }
  return false;
}
