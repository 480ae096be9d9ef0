/** The checks of a network's scores. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../../numeric/array/shape.js";
import { because, type Finding, passed, saying } from "../finding.js";
import { belowText, explain, judge, once, type Probe, type Quantity, valueOf } from "../judge.js";
import type { CheckStep } from "../runChecks.js";
import { unchangedBy } from "../unchanged.js";
import { words } from "../words/words.js";
import { askedAfterAnother, build, buildWith, callLoss, NAMES, type LearnersNetwork, type NetworkClass } from "./learnersNetwork.js";
import { type NetworkCase, networkCase, otherCase, reference } from "./networkCase.js";
import { scoresMistakes } from "./networkMistakes.js";

/** Layers of the learner's own may compute in float32. */
const LIMIT = 1e-6;

export function scoresChecks(Network: NetworkClass): CheckStep[] {
  const { names, diagnoses, changed } = words();
  const example = networkCase();
  const scores: Quantity<NetworkCase> = {
    name: "scores",
    limit: LIMIT,
    probes: [example, otherCase()].map((at) => ({
      input: at,
      right: reference(at).scores,
      got: once(() => buildWith(Network, at).scores(at.X.copy())),
      again: () => askedAfterAnother(Network, at, (network, { X }) => network.scores(X.copy())),
    })),
    mistakes: scoresMistakes,
    other: diagnoses.scoresOther,
  };
  const [first] = scores.probes as [Probe<NetworkCase>];
  const { shape } = first.right as NDArray;
  return [
    {
      name: names.netScoresShape,
      limit: shapeText(shape),
      run: () => {
        build(Network);
        const got = valueOf(scores.name, first);
        if (typeof got !== "number" && sameShape(got.shape, shape)) return passed(shapeText(shape));
        const finding = explain(scores, first, got);
        const isKnown = finding.causes?.some((cause) => cause !== "transposed");
        return isKnown ? finding : { ...because(finding.measured, ["scoresShape"]), diagnosis: saying(["scoresShape"]) };
      },
    },
    { name: names.netScores, limit: belowText(LIMIT), run: () => (isOfShape(scores, first, shape) ? judge(scores, scores.probes) : null) },
    { name: names.netScoresUnchanged, limit: changed(0), run: () => unchangedNetwork(buildWith(Network, example), example, "scores") },
  ];
}

function isOfShape(scores: Quantity<NetworkCase>, probe: Probe<NetworkCase>, shape: readonly number[]): boolean {
  const got = valueOf(scores.name, probe);
  return typeof got !== "number" && sameShape(got.shape, shape);
}

/** Neither examples nor labels nor parameters may change: not written to, and not replaced. */
export function unchangedNetwork(network: LearnersNetwork, { X, y }: NetworkCase, part: "scores" | "loss"): Finding {
  const [given, labels] = [X.copy(), [...y]];
  const before = { ...network.params };
  const grads = part === "loss" ? { [words().earlier("grads")]: callLoss(network, { X: X.mul(-2), y })[1] } : {};
  const finding = unchangedBy(words().culprit("", part), { X: given, y: labels, ...before, ...grads }, () => (part === "scores" ? network.scores(given) : network.loss(given, labels)));
  const replaced = NAMES.filter((name) => network.params[name] !== before[name]);
  return finding.diagnosis !== "" || replaced.length === 0 ? finding : because(replaced.join(", "), ["lossReplacesParameters"]);
}
