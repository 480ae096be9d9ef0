/** The `grading.json` that a teacher begins with: every exercise and question of the notebook, with points. */
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import type { GradedExercise, GradedQuestion, Grading } from "../grade/gradingFile.js";
import { quoted } from "../submit/questions.js";

/** Exercise, its title in both languages, functions, check, points by the open checks and by the hidden ones. */
const EXERCISES: readonly (readonly [id: string, en: string, ko: string, functions: readonly string[], kind: string, name: string | null, points: number, hiddenPoints: number])[] = [
  ["affine", "Affine layer", "아핀 층", ["affineForward", "affineBackward"], "layer", "affine", 8, 2],
  ["relu", "ReLU layer", "ReLU 층", ["reluForward", "reluBackward"], "layer", "relu", 5, 1],
  ["sigmoid", "Sigmoid layer", "시그모이드 층", ["sigmoidForward", "sigmoidBackward"], "layer", "sigmoid", 5, 1],
  ["leaky-relu", "Leaky ReLU layer", "leaky ReLU 층", ["leakyReluForward", "leakyReluBackward"], "layer", "leakyRelu", 4, 1],
  ["sandwich", "Affine-ReLU layer", "아핀-ReLU 층", ["affineReluForward", "affineReluBackward"], "layer", "affineRelu", 4, 1],
  ["softmax", "Softmax loss", "소프트맥스 손실", ["softmaxLoss"], "loss", "softmax", 8, 2],
  ["svm", "SVM loss", "SVM 손실", ["svmLoss"], "loss", "svm", 6, 2],
  ["network", "Two-layer network", "2층 신경망", ["Network"], "network", null, 11, 3],
  ["sgd", "SGD", "SGD", ["sgd"], "rule", "sgd", 2, 1],
  ["momentum", "SGD with momentum", "모멘텀 SGD", ["sgdMomentum"], "rule", "sgdMomentum", 4, 1],
  ["accuracy", "Accuracy", "정확도", ["accuracy"], "accuracy", null, 2, 1],
  ["step", "Training step", "훈련 스텝", ["solverStep"], "step", null, 4, 1],
];

const RUBRICS: Readonly<Record<string, GradedQuestion["rubric"]>> = {
  "question-1": [
    { id: "which", points: 3, text: { en: "Sigmoid and ReLU have the problem; leaky ReLU practically does not", ko: "시그모이드와 ReLU에 이 문제가 있고 리키 ReLU에는 사실상 없다" } },
    { id: "sigmoid", points: 3, text: { en: "Sigmoid: inputs of large magnitude, positive or negative (not just \"large\" ones), as s(1 - s) is at most 1/4 and goes to 0", ko: "시그모이드: 양이든 음이든 절댓값이 큰 입력(단지 \"큰\" 입력이 아니라). s(1 - s)는 최대 1/4이고 0으로 간다" } },
    { id: "relu", points: 3, text: { en: "ReLU: exactly 0 for every negative input, exactly 1 for positive ones however large; a unit whose input is negative for all examples is dead", ko: "ReLU: 모든 음의 입력에서 정확히 0, 양의 입력에서는 아무리 커도 정확히 1. 모든 예제에서 입력이 음수인 유닛은 죽는다" } },
    { id: "leaky", points: 1, text: { en: "Leaky ReLU: a small slope for negative inputs, but not 0, so that a unit can recover", ko: "리키 ReLU: 음의 입력에서 기울기가 작지만 0은 아니므로 유닛이 회복할 수 있다" } },
  ],
  "question-2": [
    { id: "which", points: 4, text: { en: "1 and 3, and neither 2 nor 4", ko: "1과 3이고, 2와 4는 아니다" } },
    { id: "overfitting", points: 2, text: { en: "Says overfitting, or that the training images are memorised", ko: "과적합, 또는 훈련 이미지를 외운 것이라고 말한다" } },
    { id: "data", points: 2, text: { en: "1: more examples are harder to memorise and closer to the true distribution (duplicates and noise do not help)", ko: "1: 예제가 많으면 외우기 어렵고 실제 분포에 더 가깝다(복제본이나 잡음은 도움이 되지 않는다)" } },
    { id: "units", points: 1, text: { en: "2: more units add capacity, so the gap usually widens", ko: "2: 유닛이 늘면 표현력이 커져 격차가 대개 벌어진다" } },
    { id: "regularisation", points: 1, text: { en: "3: penalises large weights; training accuracy falls and the gap with it; too strong underfits", ko: "3: 큰 가중치에 벌을 준다. 훈련 정확도가 내려가면서 격차도 준다. 너무 세면 과소적합이다" } },
  ],
};

/** Points of a question for which no rubric is known: one item for a person to change. */
const ANY_QUESTION = 10;

/**
 * @param editions the notebook of exercises by language, with the model answers that the worked edition has
 * @param seed of the hidden checks
 */
export function defaultGrading(editions: Readonly<Record<string, { readonly exercises: Notebook; readonly worked: Notebook }>>, { due, seed, title }: { readonly due: string | null; readonly seed: number; readonly title: string }): Grading {
  const ids = Object.values(editions)[0].exercises.cells.filter(({ id }) => /^question-\w+$/.test(id)).map(({ id }) => id);
  const each = (read: (cells: { readonly exercises: Notebook; readonly worked: Notebook }) => string): Record<string, string> =>
    Object.fromEntries(Object.entries(editions).map(([lang, edition]) => [lang, read(edition)] as const).filter(([, text]) => text !== ""));
  const sourceOf = ({ cells }: Notebook, id: string): string => cells.find((cell) => cell.id === id)?.source ?? "";
  return {
    title,
    due,
    late: { perDay: 10, most: 50, graceMinutes: 15 },
    seed,
    notebook: "exercises",
    exercises: EXERCISES.map(([id, en, ko, functions, kind, name, points, hiddenPoints]): GradedExercise => ({ id, title: { en, ko }, functions, check: { kind, ...(name !== null && { name }) }, points, hiddenPoints, hidden: [] })),
    questions: ids.map((id): GradedQuestion => {
      const rubric = RUBRICS[id] ?? [{ id: "answer", points: ANY_QUESTION, text: { en: "A full answer", ko: "완전한 답" } }];
      return {
        id,
        title: each(({ exercises }) => quoted(sourceOf(exercises, id)).title),
        text: each(({ exercises }) => quoted(sourceOf(exercises, id)).text),
        points: rubric.reduce((sum, { points }) => sum + points, 0),
        rubric,
        answer: each(({ worked }) => withoutFold(sourceOf(worked, id.replace(/^question-/, "model-answer-")))),
      };
    }),
  };
}

/** The model answer without the fold that hides it. */
function withoutFold(source: string): string {
  return source.replaceAll(/<\/?details>|<summary>.*?<\/summary>/gs, "").trim();
}
