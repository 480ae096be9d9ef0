/**
 * A synthetic class of 100: right programs in many styles, with mistakes of the list in a part of them, stubs, answers
 * of all kinds, two who copy, and two who mean ill. Names are made up.
 */
import { RandomState } from "../../../src/numeric/random/randomState.js";
import { mistakes } from "../../notebooks/exerciseMistakes.js";
import { solutions } from "../../notebooks/exerciseSolutions.js";
import { variants } from "../../notebooks/exerciseVariants.js";
import { handIn, notebookOf, zipOf } from "./course.js";
import { forgery, harmful } from "./zoo.js";

export interface SyntheticStudent {
  readonly name: string;
  readonly zip: Uint8Array;
}

export const STUDENTS = 100;
/** The second has the first one's work under other names of variables. */
export const COPIED = [17, 58] as const;
export const ILL_MEANT = [33, 77] as const;

const ENGLISH_ANSWERS = [
  "**Your answer:**\n\nSigmoid and ReLU. The sigmoid's slope is $s(1-s) \\le 1/4$ and goes to 0 for inputs of large magnitude of either sign; ReLU's is exactly 0 for negative inputs. Leaky ReLU keeps a small slope.",
  "**Your answer:**\n\nSigmoid, because large inputs make it flat.",
  "**Your answer:**\n\n1 and 2. ReLU saturates for large positive x.\n\n<script>alert(1)</script> ![](https://example.org/pixel.png)",
];
const KOREAN_ANSWERS = [
  "**나의 답:**\n\n시그모이드와 ReLU입니다. 시그모이드의 기울기는 $s(1-s)$로, 입력의 절댓값이 크면 0에 가까워집니다. ReLU는 음의 입력에서 정확히 0입니다.",
  "**나의 답:**\n\nReLU입니다. 음수에서 기울기가 0입니다.",
];
const GAP_ANSWERS = { en: ["**Your answer:**\n\n1 and 3: the gap is overfitting. More data is harder to memorise, and regularisation keeps weights small.", "**Your answer:**\n\n1, 2 and 3."], ko: ["**나의 답:**\n\n1과 3입니다. 과적합이므로 데이터를 늘리거나 규제를 키웁니다."] };
const FAMILY = ["김", "이", "박", "최", "정"];
const GIVEN = ["민준", "서연", "도윤", "하은", "지호", "수아", "예준", "지우"];

export function syntheticClass(): SyntheticStudent[] {
  const random = new RandomState(231);
  const cells = Object.keys(solutions);
  const work = Array.from({ length: STUDENTS }, () => Object.fromEntries(cells.map((cell) => [cell, drawn(cell, random)])));
  work[COPIED[0]] = { ...work[COPIED[0]], softmax: variantOf("softmax"), svm: OWN_SVM };
  work[COPIED[1]] = Object.fromEntries(Object.entries(work[COPIED[0]]!).map(([cell, code]) => [cell, renamed(code)]));
  return work.map((code, i) => {
    const lang = i % 3 === 0 ? "ko" : "en";
    const name = i % 3 === 0 ? `${FAMILY[i % 5]}${GIVEN[i % 8]} (${20260000 + i})` : `Student "${i}" O'Neil`;
    const submitted = `2026-12-0${i % 10 === 9 ? 7 : 4}T${String(8 + (i % 12)).padStart(2, "0")}:15+09:00`;
    const ill = ILL_MEANT.indexOf(i as never);
    const notebook = ill < 0 ? handIn(code, { lang, answers: answersOf(lang, random) }) : ill === 0 ? forgery : harmful["kills its parent"]!.notebook;
    return { name, zip: zipOf(notebook, { author: name, submitted, lang }) };
  });
}

/** Right in most cells, and in one of many styles; wrong in some; not written in a few. */
function drawn(cell: string, random: RandomState): string {
  const luck = random.randomSample();
  if (luck < 0.04) return stubs.get(cell)!;
  const list = luck < 0.2 ? mistakes : variants;
  const own = list.filter(({ exercise }) => exercise === cell).map(({ code }) => code);
  const all = luck < 0.2 ? own : [solutions[cell]!, ...own];
  return all[random.randint(0, all.length, 1).data[0]!]!;
}

const stubs = new Map(notebookOf("exercises").cells.map(({ id, source }) => [id, source]));

function variantOf(cell: string): string {
  return variants.findLast(({ exercise }) => exercise === cell)!.code;
}

/** Unlike any of the list. */
const OWN_SVM = `
function svmLoss(scores: NDArray, labels: number[]): [number, NDArray] {
  const [count, classes] = scores.shape;
  const gradient = scores.map(() => 0);
  const losses: number[] = [];
  let row = 0;
  while (row < count) {
    const target = scores.get(row, labels[row]);
    const margins = Array.from({ length: classes }, (_, k) => (k === labels[row] ? 0 : Math.max(0, 1 + scores.get(row, k) - target)));
    const violated = margins.map((m, k) => [m, k]).filter(([m]) => m > 0 || Number.isNaN(m));
    for (const [, k] of violated) gradient.set([row, k], 1 / count);
    gradient.set([row, labels[row]], -violated.length / count);
    losses.push(margins.reduce((a, m) => a + m, 0));
    row += 1;
  }
  return [losses.reduce((a, l) => a + l, 0) / count, gradient];
}`;

/** Other names, another layout, comments of one's own. */
function renamed(code: string): string {
  const names: Readonly<Record<string, string>> = { scores: "predictions", labels: "truth", gradient: "result", losses: "parts", violated: "wrong", margins: "gaps", target: "goal", shifted: "moved", total: "sums", loss: "value", label: "right", out: "output", rows: "flat" };
  const own = /\b(scores|labels|gradient|losses|violated|margins|target|shifted|total|label|rows)\b(?!\s*:)/g;
  return code.replaceAll(own, (name) => names[name]!).replaceAll("scores: NDArray, labels: number", "predictions: NDArray, truth: number").replaceAll(/\b(losses): number/g, "parts: number").replaceAll(";\n", ";  // mine\n").replaceAll("  ", "    ");
}

function answersOf(lang: "en" | "ko", random: RandomState): Record<string, string> {
  const pick = (texts: readonly string[]): string => texts[random.randint(0, texts.length, 1).data[0]!]!;
  const answers = { "answer-1": pick(lang === "ko" ? KOREAN_ANSWERS : ENGLISH_ANSWERS), "answer-2": pick(GAP_ANSWERS[lang]) };
  return random.randomSample() < 0.1 ? {} : answers;
}
