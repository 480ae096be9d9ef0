/** What the cells of `neural_networks` say. */
import type { Twins } from "../twins.js";

export const networksCells: Twins = {
  "neuron {0}: a = {1} = {2},  h = max(0, a) = {3}": "뉴런 {0}: a = {1} = {2},  h = max(0, a) = {3}",
  "difference to the single neurons": "뉴런을 하나씩 계산한 것과의 차이",
  "One layer as a matrix product": "행렬 곱으로 나타낸 한 층",
  "x = [2, 1] times the 2 by 3 matrix W1 plus b1 is a = [1, -0.5, 1]; below, max(0, a) is h = [1, 0, 1], with the neuron that is cut off in grey":
    "x = [2, 1]에 2×3 행렬 W1을 곱하고 b1을 더하면 a = [1, -0.5, 1]. 아래에서 max(0, a)는 h = [1, 0, 1]이고, 잘린 뉴런은 회색",

  "A 2-layer network (one hidden layer)": "2층 신경망 (은닉층 하나)",
  "Three input squares, four hidden circles and two output circles in columns; lines lead from every input to every hidden neuron, and from there to every output":
    "입력 사각형 세 개, 은닉 원 네 개, 출력 원 두 개가 열을 이룬다. 모든 입력에서 모든 은닉 뉴런으로, 거기서 다시 모든 출력으로 선이 이어진다",
  "A 3-layer network (two hidden layers)": "3층 신경망 (은닉층 둘)",
  "Three input squares, two columns of four hidden circles and one output circle; each column is connected only with the next":
    "입력 사각형 세 개, 은닉 원이 네 개씩인 열 두 개, 출력 원 하나. 열마다 바로 다음 열과만 이어져 있다",

  "moves": "변함",
  "stays": "그대로",
  "only hidden neuron 2 and what comes after it moves": "은닉 뉴런 2와 그 뒤에 오는 것만 변한다",

  "Networks and their parameters": "신경망과 매개변수의 수",
  "networks that the formula counts wrong": "식이 잘못 센 신경망의 수",
  "together": "모두",
  "difference to the formula": "식과의 차이",
  "The network for CIFAR-10, abridged": "CIFAR-10 신경망, 가운데를 줄인 그림",
  "A 2-layer network of 3072 inputs, 50 hidden neurons and 10 outputs; of each layer the first three and the last two neurons are drawn, with dots between":
    "입력 3072개, 은닉 뉴런 50개, 출력 10개인 2층 신경망. 층마다 처음 세 뉴런과 마지막 두 뉴런만 그리고 사이는 점으로 줄였다",

  "by hand:        {0}": "손으로:         {0}",
  "by the library: {0}": "라이브러리로:   {0}",
  "difference of the scores": "점수의 차이",
  "The forward pass in numbers": "수로 본 순전파",
  "wide lines are large weights; dashed lines are negative ones": "굵은 선은 큰 가중치, 끊어진 선은 음의 가중치",
  "The tiny network with its values: inputs 2 and 1, hidden 1, 0 and 1, scores 0.5 and 1; lines as wide as their weights, dashed where negative":
    "값을 적어 넣은 작은 신경망: 입력 2와 1, 은닉 1, 0, 1, 점수 0.5와 1. 선의 굵기는 가중치의 크기이고, 음수이면 끊어진 선",

  "class 0 is right, and the scores are [-2, -1]": "정답은 클래스 0이고 점수는 [-2, -1]입니다",
  "  as they are:            loss {0}, gradient {1}": "  그대로 두면:            손실 {0}, 기울기 {1}",
  "  with a ReLU at the end: loss {0}, gradient {1}": "  끝에 ReLU를 두면:       손실 {0}, 기울기 {1}",
  "largest gradient behind the ReLU": "ReLU 뒤의 가장 큰 기울기",
  "target -3, learnt without activation: {0}": "목표 -3, 활성화 함수 없이 학습: {0}",
  "target -3, learnt through a ReLU:     {0}": "목표 -3, ReLU를 거쳐 학습:      {0}",
  "distance from the target": "목표와의 거리",
  "distance of the ReLU's answer from 0": "ReLU의 답과 0의 거리",

  "probabilities:       {0}": "확률:                {0}",
  "loss by hand:        {0}": "손으로 구한 손실:    {0}",
  "loss by the library: {0}": "라이브러리의 손실:   {0}",
  "difference of the losses": "손실의 차이",
  "without preference:  {0}": "어느 쪽도 아닐 때:   {0}",
  "distance from log 2": "log 2와의 거리",
  "the loss without a preference": "어느 쪽도 아닐 때의 손실",

  "error of d{0} by hand": "손으로 구한 d{0}의 오차",
  "error of d{0}": "d{0}의 오차",
  "d{0}: relative error against the measured gradient is below 1e-8": "d{0}: 재어 본 기울기와의 상대 오차가 1e-8보다 작습니다",
  "The gradient of every weight": "모든 가중치의 기울기",
  "solid: the loss grows with the weight; dashed: it falls; dotted: no gradient":
    "이어진 선: 가중치가 커지면 손실도 커짐, 끊어진 선: 작아짐, 점선: 기울기 없음",
  "The tiny network with lines as wide as the gradients: those to hidden neuron 0 and to class 0 are dashed, those to neuron 2 and class 1 solid, and all lines of hidden neuron 1, whose value is 0, are dotted":
    "선의 굵기가 기울기의 크기인 작은 신경망: 은닉 뉴런 0과 클래스 0으로 가는 선은 끊어진 선, 뉴런 2와 클래스 1로 가는 선은 이어진 선이고, 값이 0인 은닉 뉴런 1의 선은 모두 점선",

  "Change of the loss": "손실의 변화",
  "promise and result apart by": "예상과 실제의 차이",
  "change at 0.01": "0.01에서의 변화",
  "the loss grows on the way uphill": "오르막으로 가면 손실이 커진다",

  "loss, first and last: {0} {1}": "처음과 마지막 손실: {0} {1}",
  "loss after 300 steps": "300스텝 뒤의 손실",
  "steps at which the loss rose": "손실이 커진 스텝의 수",
  "Loss of the small network, step by step": "작은 신경망의 스텝별 손실",
  "Loss of 300 steps, falling steadily from {0} to {1}, fast at first": "300스텝의 손실이 {0}에서 {1}까지 꾸준히, 처음에는 빠르게 줄어든다",

  "linear: loss {0}, {1} of 100 right": "선형: 손실 {0}, 100개 중 {1}개 정답",
  "2-layer network: loss {0}, {1} of 100 right": "2층 신경망: 손실 {0}, 100개 중 {1}개 정답",
  "linear loss, distance from log 2": "선형 분류기의 손실과 log 2의 거리",
  "points that the network has wrong": "신경망이 틀린 점의 수",
  "linear classifier": "선형 분류기",
  "2-layer network, 8 hidden neurons": "2층 신경망, 은닉 뉴런 8개",
  "Which class wins where": "영역마다 이기는 클래스",
  "Two squares of the plane with four clouds of points, opposite clouds of one class. On the left a straight border leaves a cloud of each class on either side; on the right the borders bend, and every cloud lies in the region of its class":
    "점 무리 네 개가 있는 평면 두 장. 마주 보는 무리가 같은 클래스이다. 왼쪽에서는 곧은 경계의 양쪽에 두 클래스의 무리가 하나씩 있고, 오른쪽에서는 경계가 휘어 모든 무리가 자기 클래스의 영역에 있다",
  "relative error of the two": "둘 사이의 상대 오차",
  "scores of two affine layers and of the one they make agree to 1e-12": "두 아핀 층의 점수와 둘을 합친 한 층의 점수가 1e-12까지 같습니다",

  "After 300 steps": "300스텝 뒤",
  "there are 1, 1 and 8 different neurons": "서로 다른 뉴런이 1개, 1개, 8개이다",
};
