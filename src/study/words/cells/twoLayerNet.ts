/** What the cells of `two_layer_net` say, and so those of `exercises`. */
import type { Twins } from "../twins.js";

export const assignmentCells: Twins = {
  "{0}: error against the library's": "{0}: 라이브러리와의 오차",
  "to the last bit": "마지막 비트까지",
  "but for rounding, {0}": "반올림({0})을 빼면",
  "{0}: the same as the library's, {1}": "{0}: {1} 라이브러리와 같습니다",
  "affineForward and affineBackward": "affineForward, affineBackward",
  "reluForward and reluBackward": "reluForward, reluBackward",
  "sigmoidForward and sigmoidBackward": "sigmoidForward, sigmoidBackward",
  "leakyReluForward and leakyReluBackward": "leakyReluForward, leakyReluBackward",
  "affineReluForward and affineReluBackward": "affineReluForward, affineReluBackward",
  "Network and TwoLayerNet": "Network, TwoLayerNet",
  "20 losses of solverStep and of Solver": "solverStep과 Solver의 손실 20개",
  "engine: {0}": "계산 엔진: {0}",

  "gradient check, dx error:  {0}": "기울기 검사, dx의 오차: {0}",
  "numbers of x that have changed: {0} of {1}": "x에서 바뀐 수: {1}개 중 {0}개",
  "one check fails": "검사 하나가 실패한다",
  "The check with diagnoses says what usually causes it": "흔한 원인은 진단이 있는 검사가 알려 줍니다",
  "{0} error": "{0}의 오차",
  "{0} relative error": "{0}의 상대 오차",
  "affineForward difference": "affineForward의 차이",
  "reluForward difference": "reluForward의 차이",

  "Sigmoid, ReLU and leaky ReLU from -10 to 10, each with its gradient: the sigmoid's is a bump of height 0.25 around 0, ReLU's steps from 0 to 1, leaky ReLU's from 0.1 to 1.":
    "-10에서 10까지의 시그모이드, ReLU, 리키 ReLU와 각각의 기울기: 시그모이드의 기울기는 0 둘레에 높이 0.25로 솟아 있고, ReLU의 기울기는 0에서 1로, 리키 ReLU의 기울기는 0.1에서 1로 뛴다.",
  "gradient at              -10      -1       1      10": "기울기를 잰 입력         -10      -1       1      10",

  "distance from the loss to expect": "예상한 손실과의 거리",
  "W1: deviation, away from weightScale": "W1: 표준편차와 weightScale의 차이",
  "W2: deviation, away from weightScale": "W2: 표준편차와 weightScale의 차이",
  "largest bias": "가장 큰 편향",
  "sum of differences of the scores": "점수 차이의 합",
  "loss at reg 0, difference": "reg 0에서 손실의 차이",
  "loss at reg 1, difference": "reg 1에서 손실의 차이",
  "A loss of 49.7 lacks the 0.5; at 33.7 the biases are regularised too": "손실이 49.7이면 0.5가 빠졌고, 33.7이면 편향까지 규제했습니다",
  "reg {0} loss {1}": "reg {0} 손실 {1}",
  "smallest input of a ReLU above: {0}": "위의 ReLU에 들어간 가장 작은 입력: {0}",
  "all 150 are positive": "150개가 모두 양수이다",
  "float32 is refused": "float32를 거절한다",

  "ready to train": "훈련할 준비가 되었습니다",
  "not ready: some parts are not written yet": "아직 훈련할 수 없습니다. 작성하지 않은 부분이 있습니다",
  "step {0} loss {1}": "스텝 {0} 손실 {1}",
  "validation accuracy: {0} {1}": "검증 정확도: {0} {1}",
  "the validation accuracy is above 0.25": "검증 정확도가 0.25보다 높다",

  "0.30 less the validation accuracy": "0.30에서 검증 정확도를 뺀 것",
  "Loss of {0} minibatches, falling from {1} to {2}": "미니배치 {0}개의 손실이 {1}에서 {2}까지 줄어든다",
  "Training accuracy rising to {0} and validation accuracy to {1}, with a dashed line at 0.5":
    "훈련 정확도는 {0}까지, 검증 정확도는 {1}까지 올라가고 0.5에 점선이 있다",
  "First-layer weights of the 50 hidden units as coloured pictures, 8 in a row. {0}": "첫째 층의 은닉 유닛 50개의 가중치를 한 줄에 8개씩 놓은 컬러 그림. {0}",
  "Tuning": "설정 조정",
  "Mean by number of hidden units": "은닉 유닛 수별 평균",
  "best validation accuracy: {0} {1}": "가장 높은 검증 정확도: {0} {1}",
  "its standard error: {0}": "그 표준오차: {0}",
  "difference of the scores after loading": "불러온 뒤 점수의 차이",
  "saved, and loaded with the same scores": "저장했다가 불러왔고, 점수가 같습니다",
};
