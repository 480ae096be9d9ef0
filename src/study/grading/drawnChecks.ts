/**
 * Hidden checks that need no writing: the learner's functions beside the library's, at shapes and data that are
 * drawn from a seed which only the teacher knows. What is written for the numbers of the open checks fails here.
 */
import { zeros } from "../../numeric/array/create.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../numeric/array/shape.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { relError } from "../../nn/gradcheck/relError.js";
import { TwoLayerNet } from "../../nn/models/twoLayerNet.js";
import { layerSubjects, type LayerName } from "../exercises/checkLayer.js";
import { type Finding, passed, unexplained } from "../exercises/finding.js";
import { type Arrays, gradientName } from "../exercises/layer/layerSubject.js";
import { callBackward, callForward, copies } from "../exercises/layer/learnersLayer.js";
import { softmaxSubject, svmSubject } from "../exercises/loss/lossSubject.js";
import type { CheckStep } from "../exercises/runChecks.js";
import { ruleSubjects } from "../exercises/training/ruleSubject.js";
import { numberText } from "../exercises/value.js";
import { language } from "../../jupyter/display/language.js";
import type { CheckedExercise, Functions } from "./exerciseChecks.js";

/**
 * Of a whole array, as what is computed in float32 is right and has few digits of the small ones: far above what another
 * order of the same sums makes, far below what any mistake does.
 */
const LIMIT = 1e-5;

const WORDS = {
  en: { name: (what: string) => `hidden: ${what}`, differs: "differs from what is right for other shapes and other data than those of the open checks" },
  ko: { name: (what: string) => `숨긴 검사: ${what}`, differs: "공개된 검사와 다른 모양, 다른 데이터에서는 올바른 값과 다릅니다" },
} as const;

type Results = Readonly<Record<string, unknown>>;

/** What was drawn, in a word or two, what is right for it, and what the learner's functions give. */
interface Comparison {
  readonly what: string;
  readonly right: Results;
  readonly got: () => Results;
}

/** Three comparisons of the exercise's functions with the library's. */
export function drawnChecks({ kind, name = "" }: CheckedExercise, functions: Functions, seed: number): CheckStep[] {
  const random = new RandomState(seed);
  const comparisons = {
    layer: () => layerComparisons(name as LayerName, functions, random),
    loss: () => lossComparisons(name as "softmax" | "svm", functions, random),
    network: () => networkComparisons(functions, random),
    rule: () => ruleComparisons(name as keyof typeof ruleSubjects, functions, random),
    accuracy: () => accuracyComparisons(functions, random),
    step: () => stepComparisons(functions, random),
  }[kind]();
  return comparisons.map((comparison) => ({ name: WORDS[language()].name(comparison.what), limit: `< ${numberText(LIMIT)}`, run: () => compare(comparison) }));
}

function compare({ right, got }: Comparison): Finding {
  const values = got();
  const errors = Object.entries(right).map(([name, value]) => differenceOf(values[name], value as NDArray | number));
  const worst = Math.max(...errors.map((error) => (Number.isNaN(error) ? Infinity : error)));
  const measured = numberText(worst, 2);
  return worst < LIMIT ? passed(measured) : unexplained(measured, WORDS[language()].differs);
}

/** max |got - right| / max |right| */
function differenceOf(got: unknown, right: NDArray | number): number {
  if (typeof right === "number") return typeof got === "number" ? relError(got, right) : Infinity;
  if (!(got instanceof NDArray) || !sameShape(got.shape, right.shape)) return Infinity;
  const largest = got.astype("float64").sub(right).abs().max();
  return largest === 0 ? 0 : largest / right.abs().max();
}

const FEATURES: readonly (readonly [N: number, features: readonly number[], M: number])[] = [[1, [1], 1], [7, [3, 2, 2], 4], [16, [20], 9]];

function layerComparisons(name: LayerName, [forward, backward]: Functions, random: RandomState): Comparison[] {
  const subject = layerSubjects[name]();
  return FEATURES.map(([N, features, M]) => {
    const x = random.randn(N, ...features).mul(2);
    const D = features.reduce((product, size) => product * size, 1);
    const inputs: Arrays = subject.elementwise ? { x } : { x, w: random.randn(D, M), b: random.randn(M) };
    const out = subject.forward(inputs);
    const dout = random.randn(...out.shape);
    return {
      what: `x ${shapeText(x.shape)}`,
      right: { out, ...subject.backward(dout, inputs) },
      got: () => {
        const [own, cache] = callForward(forward, copies(inputs));
        const gradients = callBackward(backward, dout.copy(), cache, Object.keys(inputs));
        return { out: own, ...Object.fromEntries(Object.keys(inputs).map(gradientName).map((of) => [of, gradients[of]])) };
      },
    };
  });
}

function labels(random: RandomState, N: number, C: number): number[] {
  return Array.from(random.randint(0, C, N).data);
}

function lossComparisons(name: "softmax" | "svm", [loss]: Functions, random: RandomState): Comparison[] {
  const subject = { softmax: softmaxSubject, svm: svmSubject }[name];
  return ([[1, 2, 1], [6, 9, 3], [40, 4, 20]] as const).map(([N, C, scale]) => {
    const x = random.randn(N, C).mul(scale);
    const y = labels(random, N, C);
    const [value, dx] = subject.right(x, y);
    return {
      what: `x ${shapeText([N, C])}`,
      right: { value, dx },
      got: () => {
        const [own, gradient] = loss(x.copy(), [...y]) as [unknown, unknown];
        return { value: own, dx: gradient };
      },
    };
  });
}

function networkComparisons([Network]: Functions, random: RandomState): Comparison[] {
  return ([[2, 3, 2, 2], [9, 5, 11, 4], [5, 12, 3, 6]] as const).map(([N, inputDim, hiddenDim, numClasses], i) => {
    const options = { inputDim, hiddenDim, numClasses, weightScale: 0.5, reg: 0.4 * i };
    const seed = random.randint(0, 1e6, 1).data[0]!;
    const X = random.randn(N, inputDim);
    const y = labels(random, N, numClasses);
    const results = (network: { readonly params: object; scores(X: NDArray): unknown; loss(X: NDArray, y: number[]): unknown }): Results => {
      const drawn = prefixed("new ", { ...network.params });
      const [value, gradients] = network.loss(X.copy(), [...y]) as [unknown, object];
      return { ...drawn, scores: network.scores(X.copy()), value, ...prefixed("d", gradients) };
    };
    return {
      what: `D ${inputDim}, H ${hiddenDim}, C ${numClasses}`,
      right: results(new TwoLayerNet({ ...options, random: new RandomState(seed) }) as never),
      got: () => results(new Network({ ...options, random: new RandomState(seed) }) as never),
    };
  });
}

function prefixed(prefix: string, values: object): Results {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function ruleComparisons(name: keyof typeof ruleSubjects, [rule]: Functions, random: RandomState): Comparison[] {
  const { right: reference, settings } = ruleSubjects[name];
  return [[1], [3, 4], [2, 3, 2]].map((shape) => {
    const w = random.randn(...shape);
    const gradients = Array.from({ length: 4 }, () => random.randn(...shape));
    const start = { learningRate: random.uniform(0.01, 1), ...settings };
    const walked = (step: (w: NDArray, dw: NDArray, config: object) => unknown): Results => {
      let at: readonly [unknown, unknown] = [w.copy(), { ...start }];
      return Object.fromEntries(gradients.map((dw, i) => {
        at = step(at[0] as NDArray, dw.copy(), at[1] as object) as [unknown, unknown];
        return [`w${i}`, at[0]];
      }));
    };
    return { what: `w ${shapeText(shape)}`, right: walked(reference as never), got: () => walked(rule) };
  });
}

function accuracyComparisons([accuracy]: Functions, random: RandomState): Comparison[] {
  return ([[1, 2], [17, 3], [60, 11]] as const).map(([N, C]) => {
    const scores = random.randn(N, C);
    const best = Array.from(scores.argmax(1).data);
    const y = labels(random, N, C).map((label, i) => (i % 2 === 0 ? best[i]! : label));
    const share = y.filter((label, i) => label === best[i]).length / N;
    return { what: `scores ${shapeText([N, C])}`, right: { share }, got: () => ({ share: accuracy(scores.copy(), [...y]) as unknown }) };
  });
}

function stepComparisons([step]: Functions, random: RandomState): Comparison[] {
  return [1, 4, 30].map((batchSize) => {
    const [N, inputDim, numClasses] = [12, 6, 3];
    const seed = random.randint(0, 1e6, 1).data[0]!;
    const XTrain = random.randn(N, inputDim);
    const yTrain = labels(random, N, numClasses);
    const learningRate = random.uniform(0.01, 0.5);
    const model = () => new TwoLayerNet({ inputDim, hiddenDim: 5, numClasses, weightScale: 0.3, random: new RandomState(seed) });
    const right = model();
    const rows = new RandomState(seed).choice(N, batchSize).data;
    const [loss, gradients] = right.loss(XTrain.takeRows(rows), Array.from(rows, (row) => yTrain[row]!));
    const next = Object.entries(right.params).map(([name, w]: [string, NDArray]) => [name, w.sub((gradients as unknown as Record<string, NDArray>)[name]!.mul(learningRate))]);
    return {
      what: `batch ${batchSize}`,
      right: { loss, ...(Object.fromEntries(next) as Results) },
      got: () => {
        const own = model();
        const value: unknown = step(own, { XTrain: XTrain.add(zeros(1)), yTrain: [...yTrain] }, { batchSize, learningRate, random: new RandomState(seed) });
        return { loss: value, ...own.params };
      },
    };
  });
}
