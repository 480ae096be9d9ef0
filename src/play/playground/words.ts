/** Every text of the playground, in both languages. */
import type { Language } from "../spec.js";
import type { PresetName } from "./presets.js";
import type { ActivationName, DataName, NumberName } from "./settings.js";

interface Words {
  readonly experiment: string;
  /** Each experiment's name, and what to do and to watch. */
  readonly presets: Readonly<Record<PresetName, readonly [name: string, watch: string]>>;
  readonly play: string;
  readonly pause: string;
  readonly step: string;
  readonly epoch: string;
  readonly reset: string;
  readonly speed: string;
  readonly count: (steps: number, epochs: string) => string;
  readonly groups: { readonly data: string; readonly network: string; readonly training: string };
  readonly dataSet: string;
  readonly data: Readonly<Record<DataName | "own", string>>;
  readonly activation: string;
  readonly activations: Readonly<Record<ActivationName, string>>;
  readonly numbers: Readonly<Record<NumberName, string>>;
  readonly centred: string;
  readonly map: (points: number, classes: number) => string;
  readonly showTest: string;
  readonly addPoint: string;
  readonly ofClass: (label: number) => string;
  readonly erase: string;
  readonly clear: string;
  readonly keys: string;
  readonly loss: string;
  readonly trainAcc: string;
  readonly testAcc: string;
  readonly gap: string;
  readonly gradient: (layer: number) => string;
  readonly weights: (layer: number) => string;
  readonly units: string;
  readonly lengths: string;
  readonly unitsHint: string;
  readonly dead: (count: number, all: number) => string;
  readonly shut: (share: string) => string;
  readonly code: string;
  readonly copy: string;
  readonly copied: string;
  readonly diverged: string;
  readonly noPoints: string;
  /** Of the static picture. */
  readonly still: (preset: string, steps: number, trainAcc: string, testAcc: string, dead: number, units: number) => string;
}

const en: Words = {
  experiment: "Experiment",
  presets: {
    start: ["A good start", "Press Play. Eight hidden units bend straight lines into a closed boundary."],
    dead: ["Dead units after too large a step", "All inputs are positive, so that some units are off for every point from the start. Press Step once: the step is far too large, and more than half of them are off. No later step brings one back. Then reset, tick “centred on 0”, and take the same step."],
    offCentre: ["Inputs that are not centred", "Press Play: with inputs that are all positive, this learning rate kills unit after unit until nothing is left to learn with. Then tick “centred on 0” and play again: the same rate learns."],
    saturated: ["Saturation by weight scale", "With weights this large most of tanh is flat: look at “blocked”. The first boundary is nearly the last one, and test accuracy stays poor. Then set the weight scale to 0.5."],
    underfitting: ["Underfitting", "Three arms, two hidden units. Both accuracies stay poor, and the gap stays small: more points would not help. More units do."],
    overfitting: ["Overfitting", "Thirty noisy points, fifty units. Press Play and watch the gap: the training points are learnt by heart, and the boundary makes islands. Then raise the number of points, or the regularisation."],
    regularised: ["Regularised until nothing is left", "Press Play: the L2 term shrinks the weights to 0, whatever the points say. The loss ends at log 2 ≈ 0.69, which is guessing. Then lower the regularisation tenfold, and again."],
  },
  play: "Play",
  pause: "Pause",
  step: "Step",
  epoch: "Epoch",
  reset: "Reset",
  speed: "Speed",
  count: (steps, epochs) => `step ${steps}, epoch ${epochs}`,
  groups: { data: "Data", network: "Network", training: "Training" },
  dataSet: "shape",
  data: { blobs: "Two clouds", circle: "Circle and ring", xor: "Crosswise (XOR)", spiral: "Spiral, three arms", own: "Your own" },
  activation: "activation",
  activations: { relu: "ReLU", leakyRelu: "leaky ReLU", tanh: "tanh", sigmoid: "sigmoid" },
  numbers: {
    numTraining: "training points", noise: "noise", hiddenDim: "hidden units", weightScale: "weight scale", learningRate: "learning rate",
    batchSize: "batch size", reg: "regularisation", seed: "Seed",
  },
  centred: "centred on 0",
  map: (points, classes) => `Map of the plane: which of ${classes} classes the network says where, with ${points} training points`,
  showTest: "show test points",
  addPoint: "Click to add a point of",
  ofClass: (label) => `class ${label}`,
  erase: "remove",
  clear: "Clear points",
  keys: "With keys: arrows move a cross over the map, Enter adds a point there, Delete takes the nearest one away.",
  loss: "Loss of each step",
  trainAcc: "Training accuracy",
  testAcc: "Test accuracy",
  gap: "Gap",
  gradient: (layer) => `Gradient of layer ${layer}`,
  weights: (layer) => `Weights of layer ${layer}`,
  units: "Hidden units",
  lengths: "Gradients and weights by their length as one vector; the bars go from 0.0001 to 100.",
  unitsHint: "Each square is the map as one unit sees it: coloured where its output is large, in the colour of the class that it speaks for.",
  dead: (count, all) => `${count} of ${all} dead`,
  shut: (share) => `${share} of the gradients blocked`,
  code: "These settings as code",
  copy: "Copy",
  copied: "Copied",
  diverged: "The loss is no longer a number: training has diverged. Lower the learning rate, then reset.",
  noPoints: "There is no training point. Click into the map.",
  still: (preset, steps, trainAcc, testAcc, dead, units) => `Playground, “${preset}”, at step ${steps}: the regions that the network tells apart, the training points, and the loss. Training accuracy ${trainAcc}, test accuracy ${testAcc}, ${dead} of ${units} hidden units dead. Where scripts run, it can be played with.`,
};

const ko: Words = {
  experiment: "실험",
  presets: {
    start: ["좋은 출발", "재생을 누르세요. 은닉 유닛 여덟 개가 직선을 꺾어 닫힌 경계를 만듭니다."],
    dead: ["너무 큰 한 스텝과 죽은 유닛", "입력이 모두 양수라 처음부터 모든 점에서 꺼져 있는 유닛이 있습니다. ‘한 스텝’을 한 번 누르세요. 스텝이 너무 커서 유닛의 절반 넘게 꺼지고, 그 뒤의 어떤 스텝도 되살리지 못합니다. 그런 다음 처음으로 돌아가 ‘중심을 0에 맞춤’을 켜고 같은 스텝을 가 보세요."],
    offCentre: ["중심이 0이 아닌 입력", "재생을 누르세요. 입력이 모두 양수이면 이 학습률은 유닛을 하나씩 죽여, 끝내 배울 유닛이 남지 않습니다. 그런 다음 ‘중심을 0에 맞춤’을 켜고 다시 재생하면 같은 학습률로 잘 배웁니다."],
    saturated: ["가중치 크기와 포화", "가중치가 이렇게 크면 tanh는 거의 어디서나 평평합니다. ‘막힌 기울기’를 보세요. 처음 경계가 거의 그대로 남고 테스트 정확도도 낮습니다. 그런 다음 가중치 크기를 0.5로 바꾸어 보세요."],
    underfitting: ["과소적합", "팔은 셋인데 은닉 유닛은 둘입니다. 두 정확도가 모두 낮고 격차도 작습니다. 점을 늘려도 소용없고, 유닛을 늘려야 합니다."],
    overfitting: ["과적합", "잡음 섞인 점 서른 개에 유닛이 쉰 개입니다. 재생을 누르고 격차를 보세요. 훈련 점을 통째로 외워서 경계에 섬이 생깁니다. 그런 다음 점을 늘리거나 규제를 키워 보세요."],
    regularised: ["아무것도 남지 않는 규제", "재생을 누르세요. 점이 무엇이든 L2 항이 가중치를 0으로 줄입니다. 손실은 log 2 ≈ 0.69에서 끝나는데, 이는 찍는 것과 같습니다. 그런 다음 규제를 10분의 1로, 다시 10분의 1로 줄여 보세요."],
  },
  play: "재생",
  pause: "멈춤",
  step: "한 스텝",
  epoch: "한 에폭",
  reset: "처음으로",
  speed: "빠르기",
  count: (steps, epochs) => `스텝 ${steps}, 에폭 ${epochs}`,
  groups: { data: "데이터", network: "신경망", training: "훈련" },
  dataSet: "모양",
  data: { blobs: "두 구름", circle: "원과 고리", xor: "엇갈림 (XOR)", spiral: "나선, 팔 세 개", own: "직접 찍은 점" },
  activation: "활성화 함수",
  activations: { relu: "ReLU", leakyRelu: "리키 ReLU", tanh: "tanh", sigmoid: "시그모이드" },
  numbers: {
    numTraining: "훈련 점의 수", noise: "잡음", hiddenDim: "은닉 유닛", weightScale: "가중치 크기", learningRate: "학습률",
    batchSize: "배치 크기", reg: "규제", seed: "시드",
  },
  centred: "중심을 0에 맞춤",
  map: (points, classes) => `평면 지도: 신경망이 어디를 클래스 ${classes}개 가운데 무엇이라 하는지와 훈련 점 ${points}개`,
  showTest: "테스트 점 보기",
  addPoint: "클릭해서 찍을 점:",
  ofClass: (label) => `클래스 ${label}`,
  erase: "지우기",
  clear: "점 모두 지우기",
  keys: "키보드로는 화살표로 지도 위의 십자를 옮기고, Enter로 점을 찍고, Delete로 가장 가까운 점을 지웁니다.",
  loss: "스텝마다의 손실",
  trainAcc: "훈련 정확도",
  testAcc: "테스트 정확도",
  gap: "격차",
  gradient: (layer) => `${layer}층의 기울기`,
  weights: (layer) => `${layer}층의 가중치`,
  units: "은닉 유닛",
  lengths: "기울기와 가중치는 한 벡터로 본 길이이고, 막대는 0.0001에서 100까지입니다.",
  unitsHint: "네모마다 유닛 하나가 본 지도입니다. 출력이 큰 곳에, 그 유닛이 편드는 클래스의 색을 칠했습니다.",
  dead: (count, all) => `${all}개 중 ${count}개 죽음`,
  shut: (share) => `막힌 기울기 ${share}`,
  code: "이 설정의 코드",
  copy: "복사",
  copied: "복사했습니다",
  diverged: "손실이 더는 수가 아닙니다. 훈련이 발산했습니다. 학습률을 낮추고 처음으로 돌아가세요.",
  noPoints: "훈련 점이 없습니다. 지도를 클릭하세요.",
  still: (preset, steps, trainAcc, testAcc, dead, units) => `놀이터, ‘${preset}’, 스텝 ${steps}: 신경망이 나눈 영역과 훈련 점, 손실입니다. 훈련 정확도 ${trainAcc}, 테스트 정확도 ${testAcc}, 은닉 유닛 ${units}개 중 ${dead}개가 죽었습니다. 스크립트가 도는 곳에서는 직접 만져 볼 수 있습니다.`,
};

export const words: Readonly<Record<Language, Words>> = { en, ko };
export type { Words };
