/** The wrong programs that results are compared with: no two give the same, and none is right. */
import { describe, expect, it } from "vitest";
import { RandomState } from "../../../src/index.js";
import { accuracyCases, accuracyMistakes, tiedCase } from "../../../src/study/exercises/accuracyMistakes.js";
import * as activations from "../../../src/study/exercises/layer/activationSubjects.js";
import { affineReluSubject, affineSubject } from "../../../src/study/exercises/layer/affineSubjects.js";
import { EQUAL, lossCases } from "../../../src/study/exercises/loss/lossCase.js";
import { softmaxSubject, svmSubject } from "../../../src/study/exercises/loss/lossSubject.js";
import { type Mistake, recognise, scaled, wrongPrograms } from "../../../src/study/exercises/mistake.js";
import { drawMistakes } from "../../../src/study/exercises/network/drawMistakes.js";
import { equalCase, extremeCase, kinkCase, networkCase, otherCase, reference, REG } from "../../../src/study/exercises/network/networkCase.js";
import { gradientMistakes, lossMistakes, scoresMistakes } from "../../../src/study/exercises/network/networkMistakes.js";
import { diagnoses } from "../../../src/study/index.js";
import { ruleSubjects } from "../../../src/study/exercises/training/ruleSubject.js";
import { updateMistakes } from "../../../src/study/exercises/training/updateMistakes.js";
import { momentumMistakes, momentumProgram, sgdMistakes, sgdProgram, type Walk } from "../../../src/study/exercises/training/sgdProgram.js";
import { near, numbersOf, type Value } from "../../../src/study/exercises/value.js";

/** Pairs of causes that cannot be told apart, and causes that change nothing. */
function indistinct<Input>(inputs: readonly Input[], mistakes: readonly Mistake<Input>[], right: readonly (Value | undefined)[]): string[] {
  const single = mistakes.filter(({ causes }) => causes.length === 1).map(({ causes: [cause], gives }) => ({ cause, outs: inputs.map((input) => outOf(() => gives(input, []))) }));
  // what has to be fitted to results gives nothing without any
  const fixed = single.filter(({ outs }) => !outs.every((out) => numbersOf(out).every(Number.isNaN)));
  const isSame = (a: readonly Value[], b: readonly (Value | undefined)[]) => a.every((value, i) => b[i] !== undefined && near(value, b[i]!));
  const silent = fixed.filter(({ outs }) => isSame(outs, right)).map(({ cause }) => `${cause} changes nothing`);
  const alike = fixed.flatMap((one, i) => fixed.slice(i + 1).filter((other) => other.cause !== one.cause && isSame(one.outs, other.outs)).map((other) => `${one.cause} = ${other.cause}`));
  return [...silent, ...alike];
}

/** A wrong program may stop, e.g. at a label of -1. */
function outOf(gives: () => Value | null): Value {
  try {
    return gives() ?? NaN;
  } catch {
    return NaN;
  }
}

describe("wrong programs", () => {
  it.each([affineSubject, affineReluSubject, activations.reluSubject, activations.leakyReluSubject, activations.sigmoidSubject, activations.tanhSubject])("of %o", (make) => {
    const { cases, extreme, kink, forward, backward, forwardMistakes, backwardMistakes } = make();
    const inputs = [...cases.map((at) => at.inputs), ...(extreme ? [extreme] : [])];
    expect(indistinct(inputs, forwardMistakes(), inputs.map(forward))).toEqual([]);
    for (const input of Object.keys(cases[0].inputs)) {
      const all = kink?.gradient === `d${input}` ? [...cases, kink] : cases;
      expect(indistinct(all, backwardMistakes(`d${input}`), all.map((at) => backward(at.dout, at.inputs)[`d${input}`]))).toEqual([]);
    }
  });

  it.each([softmaxSubject, svmSubject])("of the $key loss", ({ extremes, between, kink, right, lossMistakes: losses, gradientMistakes: gradients }) => {
    const cases = [...lossCases(), EQUAL, ...extremes.map(({ at }) => at), ...between, ...(kink ? [kink] : [])];
    expect(indistinct(cases, losses(), cases.map(({ x, y }) => right(x, y)[0]))).toEqual([]);
    expect(indistinct(cases, gradients(), cases.map(({ x, y }) => right(x, y)[1]))).toEqual([]);
  });

  it("that are fitted to a result explain by themselves only", () => {
    const ofLayers = [affineSubject, affineReluSubject, activations.reluSubject, activations.leakyReluSubject].flatMap((make) => [make().forwardMistakes(), make().backwardMistakes("dx")]);
    const all = [...ofLayers, lossMistakes(), gradientMistakes("W1"), gradientMistakes("W2")].flatMap((mistakes) => mistakes.map(({ causes }: Mistake<never>) => causes));
    for (const fitted of ["productScaled", "biasScaled", "dataLossScaled", "dataGradientScaled", "leakInRelu", "reluClipped", "thresholdNotZero", "leakInMask", "leakSlope"]) {
      const named = all.filter((causes) => causes.some((cause) => cause === fitted));
      expect(named.length, fitted).toBeGreaterThan(0);
      expect(named.filter((causes) => causes.length > 1)).toEqual([]);
    }
  });

  it("are tried with zeros and large numbers of both signs", () => {
    for (const make of [activations.reluSubject, activations.leakyReluSubject]) {
      const rows = make().kink!.inputs["x"]!;
      expect(rows.shape).toEqual([2, 4]);
      const kinds = Array.from(rows.data, (value) => (value === 0 ? (Object.is(value, -0) ? "-0" : "0") : value < 0 ? "-" : "+"));
      expect(kinds.join(" ")).toBe("- 0 + -0 0 + - 0");
    }
    for (const make of [activations.sigmoidSubject, activations.tanhSubject]) expect(Array.from(make().extreme!["x"]!.data, (value) => Math.exp(-value))).toEqual([Infinity, 0, Infinity, 0]);
  });

  it("have causes that there are words for", () => {
    const ofLayers = [affineSubject, affineReluSubject, activations.reluSubject, activations.leakyReluSubject, activations.sigmoidSubject, activations.tanhSubject].flatMap((make) => {
      const { cases, forwardMistakes, backwardMistakes } = make();
      return [...forwardMistakes(), ...Object.keys(cases[0].inputs).flatMap((input) => backwardMistakes(`d${input}`))];
    });
    const ofLosses = [softmaxSubject, svmSubject].flatMap((subject) => [...subject.lossMistakes(), ...subject.gradientMistakes()]);
    const ofNetwork = [...scoresMistakes(), ...lossMistakes(), ...(["W1", "b1", "W2", "b2"] as const).flatMap(gradientMistakes), ...drawMistakes()];
    const ofTraining = [...sgdMistakes(), ...momentumMistakes(), ...Object.values(ruleSubjects).flatMap(({ mistakes }) => mistakes()), ...updateMistakes(), ...accuracyMistakes()];
    const causes = [ofLayers, ofLosses, ofNetwork, ofTraining].flatMap((mistakes) => mistakes.flatMap((mistake: Mistake<never>) => mistake.causes));
    expect(causes.length).toBeGreaterThan(1000);
    expect([...new Set(causes)].filter((cause) => !Object.hasOwn(diagnoses, cause))).toEqual([]);
  });

  it("of the network", () => {
    const cases = [networkCase(), networkCase(REG), otherCase(), equalCase(), extremeCase()];
    const main = cases.slice(0, 3);
    expect(indistinct(main, scoresMistakes(), main.map((at) => reference(at).scores))).toEqual([]);
    expect(indistinct(cases, lossMistakes(), cases.map((at) => reference(at).loss))).toEqual([]);
    for (const name of ["W1", "b1", "W2", "b2"] as const) {
      const all = name === "b1" ? [...main, kinkCase()] : main;
      expect(indistinct(all, gradientMistakes(name), all.map((at) => reference(at).grads[name]))).toEqual([]);
    }
    const draws = (["W1", "W2"] as const).flatMap((name) => [{ name, seed: 231, scale: 0.03 }, { name, seed: 7, scale: 0.2 }]);
    expect(indistinct(draws, drawMistakes(), [])).toEqual([]);
  });

  it("of the update rules and of accuracy", () => {
    const random = new RandomState(231);
    const [w, a, b, c] = Array.from({ length: 4 }, () => random.randn(2, 3));
    const walk = (gradients: Walk["gradients"], settings: Walk["settings"]): Walk => ({ w: w!, gradients, settings });
    const walks = [walk([a!], { learningRate: 0.05, momentum: 0.8 }), walk([a!], { learningRate: 0.37, momentum: 0.8 }), walk([a!, b!, c!], { learningRate: 0.05, momentum: 0.8 }), walk([a!], {}), walk([a!, b!], {})];
    expect(indistinct(walks, sgdMistakes(), walks.map((at) => sgdProgram(at, {})))).toEqual([]);
    const fitted = new Set(["defaultRate", "momentumDefault"]);
    const withZero = [...walks, walk([a!, b!, c!], { learningRate: 0.05, momentum: 0 })];
    expect(indistinct(withZero, momentumMistakes().filter(({ causes }) => !causes.some((cause) => fitted.has(cause))), withZero.map((at) => momentumProgram(at, {})))).toEqual([]);
    const cases = [...accuracyCases(), tiedCase()];
    expect(indistinct(cases, accuracyMistakes(), cases.map(({ share }) => share))).toEqual([]);
    for (const { share } of cases) expect(share > 0.3 && share < 0.9).toBe(true);
  });
});

describe("recognise", () => {
  const program = (x: number, { plus = 1, times = 1 }: { plus?: number; times?: number }) => times * x + plus;
  const mistakes = wrongPrograms(program, [
    { cause: "biasMissing", set: { plus: 0 } }, { cause: "biasTwice", set: { plus: 2 } }, scaled("signFlipped", () => -1), scaled("twice", () => 2),
  ]);
  const of = (wrong: (x: number) => number, inputs = [3, 5]) => recognise(inputs.map((input) => ({ input, got: wrong(input) })), mistakes);

  it("names what explains all answers, one mistake before two", () => {
    expect(of((x) => x)).toEqual(["biasMissing"]);
    expect(of((x) => -x - 1)).toEqual(["signFlipped"]);
    expect(of((x) => -x)).toEqual(["biasMissing", "signFlipped"]);
  });

  it("does not fit a number to NaN", () => {
    const fitted = wrongPrograms(program, [{ cause: "marginOther", fit: ([first]) => (Number.isFinite(first?.got) ? { plus: (first!.got as number) - first!.input } : null) }]);
    const named = (wrong: (x: number) => number) => recognise([3, 5].map((input) => ({ input, got: wrong(input) })), fitted);
    expect(named((x) => x + 7)).toEqual(["marginOther"]);
    expect(named(() => NaN)).toEqual([]);
  });

  it("does not join what explains by itself only with another", () => {
    const slips = [{ cause: "biasTwice", alone: true, set: { plus: 2 } }, scaled<number, { plus: number }>("twice", () => 2)] as const;
    const pairs = wrongPrograms(program, slips).filter(({ causes }) => causes.length === 2);
    expect(pairs).toEqual([]);
  });

  it("joins every two, but for two of one cause, of one switch, two that are fitted, and two at the end", () => {
    const pairs = wrongPrograms(program, [
      { cause: "biasMissing", set: { plus: 0, times: 1 } }, { cause: "biasTwice", set: { plus: 2 } }, { cause: "biasTwice", set: { times: 3 } },
      { cause: "marginOther", fit: () => ({ plus: 5 }) }, { cause: "biasScaled", fit: () => ({ plus: 6 }) }, scaled("signFlipped", () => -1), scaled("twice", () => 2),
    ]).flatMap(({ causes }) => (causes.length === 2 ? [causes.join("+")] : []));
    expect(pairs).toEqual([
      "biasMissing+marginOther", "biasMissing+biasScaled", "biasMissing+signFlipped", "biasMissing+twice",
      ...["biasTwice", "biasTwice"].flatMap((cause) => ["marginOther", "biasScaled", "signFlipped", "twice"].map((other) => `${cause}+${other}`)),
      "marginOther+signFlipped", "marginOther+twice", "biasScaled+signFlipped", "biasScaled+twice",
    ]);
  });

  it("names nothing where no program explains them, or where two do", () => {
    expect(of((x) => x + 7)).toEqual([]);
    expect(of((x) => (x === 3 ? x : x + 1))).toEqual([]);
    expect(of((x) => x + 2, [0])).toEqual([]); // twice 1 is 1 + 1
  });
});
