/** What the figures of this wing say. */
import type { Twins } from "./twins.js";

export const figures: Twins = {
  "Training loss": "훈련 손실",
  "minibatch loss": "미니배치 손실",
  "iteration": "반복",
  "loss": "손실",
  "Accuracy": "정확도",
  "accuracy": "정확도",
  "epoch": "에폭",
  "training": "훈련",
  "validation": "검증",
  "test": "테스트",
  "gap": "격차",
  "gap: training - test": "격차: 훈련 - 테스트",

  "Activations and their gradients": "활성화 함수와 그 기울기",
  "input x": "입력 x",
  "sigmoid": "시그모이드",
  "leaky ReLU (alpha {0})": "리키 ReLU (alpha {0})",
  "leaky ReLU (alpha {0}) {1}": "리키 ReLU (alpha {0}) {1}",
  "gradient of {0}": "{0}의 기울기",

  "input": "입력",
  "hidden": "은닉",
  "output": "출력",
  "input {0}": "입력 {0}",
  "hidden {0}": "은닉 {0}",
  "output {0}": "출력 {0}",
  "affine": "아핀",
  "softmax loss": "소프트맥스 손실",
  "class {0}": "클래스 {0}",

  "Error of the numeric gradient by step": "간격에 따른 수치 기울기의 오차",
  "step h": "간격 h",
  "relative error": "상대 오차",

  "Confusion matrix": "혼동 행렬",
  "predicted class": "예측한 클래스",
  "true class": "실제 클래스",
  "pattern {0}": "무늬 {0}",

  "Validation accuracy": "검증 정확도",
  "validation accuracy": "검증 정확도",
  "Settings and accuracy": "설정과 정확도",
  "accuracy, epoch {0}": "정확도, 에폭 {0}",
  "trial {0}": "시도 {0}",
  "trial {0}, accuracy {1}": "시도 {0}, 정확도 {1}",
  "Successive halving": "연속 반감법",
  "trained to the end": "끝까지 훈련함",
  "stopped early": "일찍 중단함",
  "diverged": "발산",

  "{0} of {1} points drawn": "점 {1}개 가운데 {0}개를 그림",
};
