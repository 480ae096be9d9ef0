/** Each figure of the library says nothing in English in a Korean notebook but code and names. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { array, RandomState, TwoLayerNet, zeros } from "../../../src/index.js";
import { figureInLanguage } from "../../../src/notebook/figure/figureInLanguage.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import {
  accuracyFigure, activationCurves, activationFigure, confusionFigure, type Figure, gapFigure, graphFigure, halvingFigure, lineFigure, lossFigure, matrixFigure, networkFigure,
  parallelCoordinates, regionsFigure, settingsHeatmap, stepSizeFigure, twoLayerFlow,
} from "../../../src/study/index.js";
import { englishWords } from "../../fixtures/koreanText.js";
import { outcome } from "../../study/figures/trialOutcomes.js";

beforeEach(() => void vi.stubEnv("TWO_LAYER_NET_LANG", "ko"));
afterEach(() => void vi.unstubAllEnvs());

const trials = [
  outcome(0, { learningRate: 1e-3, reg: 0.1 }, [0.1, 0.3, 0.4]), outcome(1, { learningRate: 1e-2, reg: 1 }, [0.1, 0.2], "stopped"),
  outcome(2, { learningRate: 1, reg: 1 }, [0.1, 0.1], "diverged"),
];
const { params } = new TwoLayerNet({ inputDim: 2, hiddenDim: 3, numClasses: 2, random: new RandomState(1) });
const gapRow = { value: 5, train: 1, trainSd: 0, test: 0.4, testSd: 0.1, gap: 0.6, gapSd: 0.1, weights: 1, runs: 3 };

const figures: Readonly<Record<string, () => Figure>> = {
  lossFigure: () => lossFigure([2, 1]),
  accuracyFigure: () => accuracyFigure([0.1, 0.4], [0.1, 0.3]),
  activationFigure: () => activationFigure(activationCurves()),
  confusionFigure: () => confusionFigure(array([[1, 0], [0, 1]]), ["pattern 0", "pattern 1"]),
  gapFigure: () => gapFigure([gapRow], { xTitle: "hidden units" }),
  graphFigure: () => graphFigure(twoLayerFlow(params, array([[2, 1]]), [0], 0.1)),
  halvingFigure: () => halvingFigure(trials, [1, 2]),
  lineFigure: () => lineFigure([{ caption: "gradient", lines: [{ name: "sigmoid", x: [1, 2], y: [1, 2] }] }], { xTitle: "learning rate", yTitle: "loss" }),
  matrixFigure: () => matrixFigure([[{ name: "ones", values: array([[1, 1]]) }, "·", { name: "dout", values: zeros([2, 2]) }]]),
  networkFigure: () => networkFigure([2, 3, 3, 2], { values: [[1, 2], [1, 2, 3], [1, 2, 3], [1, 2]], weights: [zeros([2, 3]), zeros([3, 3]), zeros([3, 2])] }),
  parallelCoordinates: () => parallelCoordinates(trials, [{ name: "learningRate", log: true }, { name: "reg" }], { epoch: 1 }),
  bestOfTrials: () => parallelCoordinates(trials, [{ name: "reg" }]),
  regionsFigure: () => regionsFigure([{ title: "linear classifier", scores: (X) => X }], array([[1, 0], [0, 1]]), [0, 1], 2),
  settingsHeatmap: () => settingsHeatmap(trials, { columns: "learningRate", rows: "reg" }),
  stepSizeFigure: () => stepSizeFigure([0.1, 0.01], [{ name: "both sides", errors: [1, 0.1] }]),
  tooManyPoints: () => lossFigure(Array.from({ length: 6000 }, (_, i) => i), { note: "SYNTHETIC images, not CIFAR-10 (seed 0)" }),
};

it.each(Object.entries(figures))("%s", (_, draw) => {
  const { data, layout: { template, ...layout } } = figureInLanguage(plainFigure(draw(), {}, figureTemplate));
  expect(template).toBe(figureTemplate);
  const said = saidBy([data, layout]);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => englishWords(text).length > 0)).toEqual([]);
});

it("leaves an English figure as it is, and what Plotly reads", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "en");
  const figure = plainFigure(lossFigure([2, 1]), {}, figureTemplate);
  expect(figureInLanguage(figure)).toEqual(figure);
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  const { data, layout } = figureInLanguage(figure);
  expect(data[0]).toMatchObject({ type: "scatter", mode: "markers", name: "미니배치 손실", y: [2, 1] });
  expect(layout).toMatchObject({ title: { text: "훈련 손실" }, xaxis: { title: { text: "반복" } }, width: 700 });
});

it("says each text of a figure in the language, wherever it stands, and nothing else", () => {
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  const names = ["text", "title", "name", "hovertext", "hovertemplate", "texttemplate"];
  const trace = { ...Object.fromEntries(names.map((name) => [name, "loss"])), ticktext: ["loss", ["epoch"], 3], labels: ["epoch"], x: ["loss"], mode: "loss", marker: { colorbar: { title: { text: "loss", side: "epoch" } }, line: null } };
  const { data: [said], layout } = figureInLanguage({ data: [trace], layout: { width: 300, height: 200 } });
  expect(said).toEqual({
    ...Object.fromEntries(names.map((name) => [name, "손실"])), ticktext: ["손실", ["에폭"], 3], labels: ["에폭"], x: ["loss"], mode: "loss", marker: { colorbar: { title: { text: "손실", side: "epoch" } }, line: null },
  });
  expect(layout).toEqual({ width: 300, height: 200 });
  expect(Object.keys(layout)).not.toContain("template");
});

/** All texts of a figure, wherever they stand; what is no word for readers, such as a colour or a mode, is left out by its key. */
function saidBy(value: unknown, key = ""): string[] {
  if (typeof value === "string") return FOR_PLOTLY.test(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => saidBy(item, key));
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([inner, item]) => saidBy(item, inner)) : [];
}

const FOR_PLOTLY = /^(type|mode|color|fillcolor|bgcolor|arrowcolor|dash|symbol|shape|[xy]?anchor|[xya]+(ref|axis)|hover(info|mode)|align|layer|pattern|orientation|rangemode|side|legendgroup|colorscale|exponentformat|autorange|matches|remove|ticks|family)$/;
