/** The checks of an update rule: its steps, what it remembers between them, and its defaults. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { because, type Finding, saying } from "../finding.js";
import { belowText, judge, once, type Probe, type Quantity } from "../judge.js";
import { missingReads } from "../layer/missingReads.js";
import type { CheckStep } from "../runChecks.js";
import { stopped } from "../stopped.js";
import { unchangedBy } from "../unchanged.js";
import { errorOf } from "../value.js";
import { words } from "../words/words.js";
import { isArray, NoResult, pairOf } from "../wrongResult.js";
import type { RuleSubject } from "./ruleSubject.js";
import type { Walk } from "./sgdProgram.js";

/** Takes (w, dw, config) and returns `[nextW, config]`. */
export type Rule = (w: NDArray, dw: NDArray, config?: any) => unknown;

type Config = Readonly<Record<string, unknown>>;
type Step = (w: NDArray, dw: NDArray, config: Config) => [next: NDArray, config: Config];

const LIMIT = 1e-10;
/** No rule's default. */
const [RATE, OTHER_RATE] = [0.05, 0.37];

export function ruleChecks(subject: RuleSubject, rule: Rule): CheckStep[] {
  const walks = walksOf(subject);
  const steps: Quantity<Walk> = {
    name: "nextW",
    limit: LIMIT,
    probes: Object.values(walks).map((walk) => probeOf(subject, rule, walk)),
    mistakes: () => subject.mistakes(),
    other: words().diagnoses.updateOther,
  };
  const [first, other, vector, later, fresh, defaultRate, defaults, ...zero] = steps.probes as [Probe<Walk>, Probe<Walk>, Probe<Walk>, Probe<Walk>, Probe<Walk>, Probe<Walk>, Probe<Walk>, ...Probe<Walk>[]];
  const { names, changed, subjects } = words();
  const check = (name: string, run: () => Finding): CheckStep => ({ name, limit: belowText(LIMIT), run: () => rateNamed(run(), rule, walks.first) });
  return [
    check(names.firstStep, () => judge(steps, [first, other, vector])),
    check(names.laterSteps, () => {
      const finding = judge(steps, [later, fresh, ...zero]);
      return finding.diagnosis === "" || judge(steps, [first]).diagnosis !== "" ? withTwo(finding, rule, walks.later) : memoryFinding(finding, rule, walks.later);
    }),
    check(names.defaultSteps, () => judge(steps, [defaultRate, defaults])),
    {
      name: names.ruleUnchanged,
      limit: changed(0),
      run: () => {
        const given = { w: walks.first.w.copy(), dw: walks.first.gradients[0]!.copy() };
        return unchangedBy(words().culprit(subjects[subject.key], "name"), given, () => rule(given.w, given.dw, { ...walks.first.settings }));
      },
    },
  ];
}

/** One step at two rates and of a vector, three steps, two that begin at the same place, one at the default rate, two where nothing is given, and three with a setting of 0. */
function walksOf({ settings, zero }: RuleSubject) {
  const random = new RandomState(231);
  const [w, ...gradients] = Array.from({ length: 4 }, () => random.randn(2, 3)) as [NDArray, NDArray, NDArray, NDArray];
  const [vector, ofVector] = [random.randn(5), random.randn(5)];
  const walk = (learningRate: number | undefined, count: number, given = settings): Walk => ({
    w, gradients: gradients.slice(0, count), settings: learningRate === undefined ? given : { learningRate, ...given },
  });
  return {
    first: walk(RATE, 1),
    other: walk(OTHER_RATE, 1),
    vector: { w: vector, gradients: [ofVector], settings: { learningRate: RATE, ...settings } },
    later: walk(RATE, 3),
    fresh: { ...walk(RATE, 2), isFresh: true },
    defaultRate: walk(undefined, 1),
    defaults: walk(undefined, 2, {}),
    ...(zero && { zero: walk(RATE, 3, { ...settings, ...zero }) }),
  };
}

function probeOf({ right }: RuleSubject, rule: Rule, walk: Walk): Probe<Walk> {
  const rightStep: Step = (w, dw, config) => right(w, dw, config) as [NDArray, Config];
  return { input: walk, right: walked(rightStep, walk), got: once(() => walked(stepOf(rule), walk)) };
}

/** Each step is given the config that the step before it returned. */
function walked(step: Step, { w, gradients, settings, isFresh }: Walk): NDArray {
  let at: [next: NDArray, config: Config] = [w, { ...settings }];
  for (const dw of gradients) at = step(isFresh ? w : at[0], dw, at[1]);
  return at[0];
}

/** @throws {NoResult} if the rule returns something other than `[nextW, config]` */
function stepOf(rule: Rule): Step {
  const isConfig = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value) && !isArray(value);
  const form = { expected: words().expectedRule, isFirst: isArray, isSecond: isConfig, alone: "configMissing" } as const;
  return (w, dw, config) => {
    try {
      return pairOf(rule(w.copy(), dw.copy(), config), form);
    } catch (error) {
      const names = error instanceof TypeError && config["learningRate"] !== undefined ? otherNames(rule, w, dw, config) : [];
      if (names.length === 0) throw error;
      const finding = stopped(error);
      throw new NoResult({ ...finding, causes: ["rateName"], diagnosis: `${finding.diagnosis}; ${saying(["rateName"])}; ${words().readNames(names.join(", "))}` });
    }
  };
}

/** A rule that does not see the rate may look for it under another name: what it reads tells. */
function rateNamed(finding: Finding, rule: Rule, { w, gradients, settings }: Walk): Finding {
  const isKnown = finding.causes?.some((cause) => cause !== "rateIgnored" && cause !== "nanEverywhere");
  if (finding.diagnosis === "" || isKnown) return finding;
  const names = otherNames(rule, w, gradients[0]!, settings);
  if (names.length === 0) return finding;
  const named = because(finding.measured, ["rateName"], finding.example);
  return { ...named, diagnosis: `${named.diagnosis}; ${words().readNames(names.join(", "))}` };
}

/** What a rule reads that sounds like a learning rate, and is not there. */
function otherNames(rule: Rule, w: NDArray, dw: NDArray, config: Config): string[] {
  const read = missingReads({ ...config }, (watched) => rule(w.copy(), dw.copy(), watched));
  return read.filter((name) => /rate|^lr$|eta|alpha|step/i.test(name) && !name.startsWith("beta"));
}

/** Two parameters in turn, each with its own config, against each alone. */
function withTwo(finding: Finding, rule: Rule, walk: Walk): Finding {
  return finding.diagnosis === "" && isShared(rule, walk) ? because(finding.measured, ["memoryShared"]) : finding;
}

function memoryFinding(finding: Finding, rule: Rule, walk: Walk): Finding {
  return finding.causes?.length === 0 && isShared(rule, walk) ? because(finding.measured, ["memoryShared"], finding.example) : finding;
}

function isShared(rule: Rule, { w, gradients, settings }: Walk): boolean {
  const step = stepOf(rule);
  const start = (): [NDArray, Config] => [w, { ...settings }];
  const alone = gradients.reduce(([at, config], dw) => step(at, dw, config), start())[0];
  let [one, other] = [start(), start()];
  for (const dw of gradients) {
    one = step(one[0], dw, one[1]);
    other = step(other[0], dw.mul(-3), other[1]);
  }
  return !(errorOf(one[0], alone) < LIMIT);
}
