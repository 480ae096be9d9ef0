/** The checks of a layer's forward pass. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { because, type Finding, passed, saying } from "../finding.js";
import { belowText, explain, isRight, judge, once, type Probe, type Quantity, valueOf } from "../judge.js";
import type { CheckStep } from "../runChecks.js";
import { stopped } from "../stopped.js";
import { unchangedBy } from "../unchanged.js";
import { indexText, near, numberText } from "../value.js";
import { words } from "../words/words.js";
import { isArray, NoResult } from "../wrongResult.js";
import type { Arrays, LayerSubject } from "./layerSubject.js";
import { callForward, copies, type Forward, othersOf } from "./learnersLayer.js";

export function forwardChecks(subject: LayerSubject, forward: Forward): CheckStep[] {
  const { cases, extreme, limit } = subject;
  const { names, diagnoses, changed } = words();
  const again = () => callForward(forward, copies(cases[0].inputs))[0];
  const main = cases.map(({ inputs }, i) => ({ ...probeOf(subject, forward, inputs), ...(i === 0 && { again }) }));
  const extremes = extreme ? [probeOf(subject, forward, extreme)] : [];
  const out: Quantity<Arrays> = {
    name: "out",
    limit,
    probes: [...main, ...extremes],
    mistakes: subject.forwardMistakes,
    other: diagnoses.outOther,
  };
  const [first] = main as [Probe<Arrays>, Probe<Arrays>];
  return [
    { name: names.forwardShape, limit: shapeText((first.right as NDArray).shape), run: () => shapeFinding(out, first, () => works(subject, forward)) },
    { name: names.forwardValues, limit: belowText(limit), run: () => exchanged(judge(out, main), first, forward) },
    { name: names.forwardUnchanged, limit: changed(0), run: () => unchangedInputs(subject, forward) },
    nanCheck(subject, forward, () => judge(out, main).diagnosis === ""),
    ...extremes.map((probe) => ({ name: names.forwardExtreme, limit: belowText(limit), run: () => judge(out, [probe]) })),
  ];
}

function probeOf(subject: LayerSubject, forward: Forward, inputs: Arrays): Probe<Arrays> {
  const right = subject.forward(inputs);
  const got = once(() => callForward(forward, copies(inputs))[0]);
  return { input: inputs, right, got, ...(subject.elementwise && { where: elementOf("x", inputs.x!) }) };
}

/** e.g. "x[0, 1] = -0.7". */
export function elementOf(name: string, array: NDArray): (place: number) => string {
  return (place) => `${name}${indexText(array.shape, place)} = ${numberText(array.data[place]!)}`;
}

/** The second result is what the first has to be, and the first is an input, as it stands in caches. */
function exchanged(finding: Finding, { input, right }: Probe<Arrays>, forward: Forward): Finding {
  if (finding.diagnosis === "") return finding;
  const [out, second] = callForward(forward, copies(input));
  const isExchanged = isArray(second) && near(second, right) && Object.values(input).some((array) => near(out, array));
  return isExchanged ? because(finding.measured, ["pairExchanged"], finding.example) : finding;
}

/** Whether the function works for examples that are rows already. */
function works(subject: LayerSubject, forward: Forward): boolean {
  const { inputs } = subject.cases[1];
  const right = subject.forward(inputs);
  return isRight(valueOf("out", { right, got: () => callForward(forward, copies(inputs))[0] }), right, subject.limit);
}

/** An error for examples with several axes has a cause that can be told: without those axes all is well. */
function shapeFinding(out: Quantity<Arrays>, probe: Probe<Arrays>, worksFlat: () => boolean): Finding {
  const right = probe.right as NDArray;
  try {
    const got = valueOf(out.name, probe);
    return typeof got !== "number" && shapeText(got.shape) === shapeText(right.shape) ? passed(shapeText(right.shape)) : flattened(explain(out, probe, got), probe, worksFlat);
  } catch (error) {
    if (!(error instanceof RangeError) || probe.input["x"]!.ndim <= 2) throw error;
    const finding = stopped(error);
    if (!isNotFlattened(worksFlat)) throw error;
    throw new NoResult({ ...finding, causes: ["noFlattening"], diagnosis: `${finding.diagnosis}; ${saying(["noFlattening"])}` });
  }
}

function flattened(finding: Finding, { input }: Probe<Arrays>, worksFlat: () => boolean): Finding {
  const isUnknown = finding.causes?.length === 0 && input["x"]!.ndim > 2;
  return isUnknown && isNotFlattened(worksFlat) ? because(finding.measured, ["noFlattening"]) : finding;
}

function isNotFlattened(worksFlat: () => boolean): boolean {
  try {
    return worksFlat();
  } catch {
    return false; // it stops either way: several axes are not the cause
  }
}

/** What an earlier call has returned belongs to the caller too. */
function unchangedInputs({ key, cases: [{ inputs }] }: LayerSubject, forward: Forward): Finding {
  const { culprit, subjects, earlier } = words();
  const given = copies(inputs);
  const [out] = callForward(forward, othersOf(inputs));
  return unchangedBy(culprit(subjects[key], "forward"), { ...given, [earlier("out")]: out }, () => forward(...Object.values(given)));
}

/** Where numbers do not come out right, there is nothing to be said of NaN. */
function nanCheck({ cases: [{ inputs }], forward: right }: LayerSubject, forward: Forward, isRight: () => boolean): CheckStep {
  const { names, nans } = words();
  const x = inputs.x!.copy();
  x.data[0] = NaN;
  const given = { ...inputs, x };
  const count = (values: NDArray) => Array.from(values.data).filter(Number.isNaN).length;
  const expected = count(right(given));
  return {
    name: names.forwardNan,
    limit: nans(expected),
    run: () => {
      if (!isRight()) return null;
      const found = count(callForward(forward, copies(given))[0]);
      return found >= expected ? passed(nans(found)) : because(nans(found), ["nanHidden"]);
    },
  };
}
