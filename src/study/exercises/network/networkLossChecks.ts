/** The checks of a network's loss and gradients. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../../numeric/array/shape.js";
import { formatExponent } from "../../../numeric/print/number.js";
import { evalNumericalGradient } from "../../../nn/gradcheck/numericGradient.js";
import { because, type Finding, passed } from "../finding.js";
import { belowText, explain, isRight, judge, once, otherAnswer, type Probe, type Quantity } from "../judge.js";
import { nanRemark } from "../nanCheck.js";
import type { CheckStep } from "../runChecks.js";
import { explainGradientShape } from "../shapes.js";
import { errorOf, near, numberText } from "../value.js";
import { words } from "../words/words.js";
import { askedAfterAnother, buildWith, callLoss, type Name, NAMES, type NetworkClass } from "./learnersNetwork.js";
import { equalCase, extremeCase, kinkCase, type NetworkCase, networkCase, otherCase, reference, REG } from "./networkCase.js";
import { gradientMistakes, lossMistakes } from "./networkMistakes.js";
import { unchangedNetwork } from "./scoresChecks.js";

/** Layers of the learner's own may compute in float32. */
const LOSS_LIMIT = 1e-6;
const GRADIENT_LIMIT = 1e-5;

interface Asked {
  readonly at: NetworkCase;
  readonly right: ReturnType<typeof reference>;
  readonly got: () => ReturnType<typeof callLoss>;
  readonly again: () => ReturnType<typeof callLoss>;
}

export function networkLossChecks(Network: NetworkClass): CheckStep[] {
  const ask = (at: NetworkCase): Asked => ({
    at,
    right: reference(at),
    got: once(() => callLoss(buildWith(Network, at), at)),
    again: () => askedAfterAnother(Network, at, callLoss),
  });
  const [plain, regularised, other] = [networkCase(), networkCase(REG), otherCase()].map(ask) as [Asked, Asked, Asked];
  const [equal, extreme, kink] = [equalCase(), extremeCase(), kinkCase()].map(ask) as [Asked, Asked, Asked];
  const { names, diagnoses, changed } = words();
  const losses: Quantity<NetworkCase> = {
    name: "loss",
    limit: LOSS_LIMIT,
    probes: [plain, regularised, other, equal, extreme].map(({ at, right, got, again }) => ({ input: at, right: right.loss, got: () => got()[0], again: () => again()[0] })),
    mistakes: lossMistakes,
    other: diagnoses.lossOther,
  };
  const lossCheck = (name: string, ...indices: number[]): CheckStep => {
    const own = indices.map((index) => losses.probes[index]!);
    return { name, limit: numberText(own[0]!.right as number), run: () => judge(losses, own) };
  };
  const gradients = NAMES.map((name) => gradientQuantity(name, name === "b1" ? [plain, regularised, other, kink] : [plain, regularised, other]));
  return [
    lossCheck(names.netLoss(0), 0),
    lossCheck(names.netLoss(REG), 1, 2),
    lossCheck(names.netLossEqual, 3),
    { name: names.netUnchanged, limit: changed(0), run: () => unchangedNetwork(buildWith(Network, regularised.at), regularised.at, "loss") },
    ...gradients.map((gradient) => shapeCheck(gradient, regularised)),
    ...[0, REG].flatMap((reg) => gradients.map((gradient) => gradientCheck(Network, gradient, losses, reg))),
    kinkCheck(gradients[1]!),
    lossCheck(names.netExtreme, 4),
    nanRemark(names.netNan, () => callLoss(buildWith(Network, plain.at), { X: withNan(plain.at.X), y: plain.at.y })[0]),
  ];
}

interface GradientQuantity extends Quantity<NetworkCase> {
  readonly of: Name;
}

function gradientQuantity(of: Name, asked: readonly Asked[]): GradientQuantity {
  return {
    of,
    name: `d${of}`,
    limit: GRADIENT_LIMIT,
    probes: asked.map(({ at, right, got, again }) => ({ input: at, right: right.grads[of], got: () => got()[1][of], again: () => again()[1][of] })),
    mistakes: () => gradientMistakes(of),
    other: words().diagnoses.gradientOther,
    shapes: explainGradientShape,
  };
}

function shapeCheck(gradient: GradientQuantity, { right, got }: Asked): CheckStep {
  const probe = gradient.probes[1]!;
  const { shape } = probe.right as NDArray;
  return {
    name: words().names.netShape(gradient.of),
    limit: shapeText(shape),
    run: () => {
      const array = got()[1][gradient.of]!;
      if (sameShape(array.shape, shape)) return passed(shapeText(shape));
      const belongsTo = NAMES.find((name) => near(array, right.grads[name]));
      return belongsTo ? because(`${shapeText(array.shape)}, d${belongsTo}`, ["layerGradientsExchanged"]) : explain({ ...gradient, name: gradientText(gradient.of) }, probe, array);
    },
  };
}

function gradientText(name: Name): string {
  return words().gradientOf(name);
}

/** First without regularisation, which could hide the data's part. Right is the equation's, or what belongs to the learner's own loss. */
function gradientCheck(Network: NetworkClass, gradient: GradientQuantity, losses: Quantity<NetworkCase>, reg: number): CheckStep {
  const own = reg === 0 ? [gradient.probes[0]!] : gradient.probes.slice(1, 3);
  return {
    name: words().names.netGradient(gradient.of, reg),
    limit: belowText(GRADIENT_LIMIT),
    run: (): Finding | null => {
      const answers = own.map((probe) => ({ probe, got: probe.got() as NDArray }));
      const [first] = answers as [(typeof answers)[number]];
      if (answers.some(({ probe, got }) => !sameShape(got.shape, (probe.right as NDArray).shape))) return null;
      const wrong = answers.find(({ probe, got }) => !isRight(got, probe.right, GRADIENT_LIMIT));
      const error = once(() => errorOf(first.got, numericGradient(Network, first.probe, gradient.of)));
      const changed = wrong === undefined && otherAnswer(gradient, first.probe, first.got);
      if (changed) return changed;
      if (wrong === undefined) return passed(formatExponent(error() < GRADIENT_LIMIT ? error() : errorOf(first.got, first.probe.right), 1));
      const isLossRight = judge(losses, losses.probes.slice(0, 3)).diagnosis === "";
      const belongs = () => answers.every(({ probe, got }) => errorOf(got, numericGradient(Network, probe, gradient.of)) < GRADIENT_LIMIT);
      return !isLossRight && belongs() ? passed(formatExponent(error(), 1)) : explain(gradient, wrong.probe, wrong.got);
    },
  };
}

function numericGradient(Network: NetworkClass, { input }: Probe<NetworkCase>, name: Name): NDArray {
  const network = buildWith(Network, input);
  return evalNumericalGradient(() => callLoss(network, input)[0], network.params[name]!);
}

/** It says something only of a gradient that is right elsewhere. */
function kinkCheck(gradient: GradientQuantity): CheckStep {
  const [elsewhere, , , kink] = gradient.probes as [Probe<NetworkCase>, Probe<NetworkCase>, Probe<NetworkCase>, Probe<NetworkCase>];
  return {
    name: words().names.netKink,
    limit: "0",
    run: () => {
      if (!isRight(elsewhere.got() as NDArray, elsewhere.right, GRADIENT_LIMIT)) return null;
      const largest = (kink.got() as NDArray).abs().max();
      return largest === 0 ? passed("0") : { ...explain({ ...gradient, other: words().kinkOther }, kink, kink.got() as NDArray), measured: numberText(largest) };
    },
  };
}

function withNan(X: NDArray): NDArray {
  const copy = X.copy();
  copy.data[0] = NaN;
  return copy;
}
