/** Lines of progress, failed assertions, and what the library itself says in cells. */
import type { Twins } from "./twins.js";

export const lines: Twins = {
  "[picture: {0}]": "[그림: {0}]",

  "Training": "훈련",
  "Sweep": "탐색",
  "{0} left": "{0} 남음",
  "{0} s each": "하나에 {0}초",
  "stopped at {0}": "{0}에서 멈춤",
  "best accuracy {0}": "최고 정확도 {0}",
  "Warning: {0}": "주의: {0}",

  "{0} is not written yet: replace notWritten(...) by your code": "{0}: 아직 쓰지 않았습니다. notWritten(...) 자리에 코드를 쓰세요",
  "the network's constructor": "신경망의 생성자(constructor)",
  "the network's scores": "신경망의 scores()",
  "the network's loss": "신경망의 loss()",
  "{0}: expected a value below {1}, got {2}": "{0}: {1}보다 작아야 하는데 {2}입니다",
  "{0}: expected a value below {1}, got {2}. {3}": "{0}: {1}보다 작아야 하는데 {2}입니다. {3}",
  "expected that {0}; the numbers of this cell say otherwise": "이 셀의 수가 글과 다릅니다. 맞아야 하는 것: {0}",

  "CIFAR-10, {0} + {1} images": "CIFAR-10, 이미지 {0} + {1}장",
  "SYNTHETIC images, not CIFAR-10 (seed {0})": "CIFAR-10이 아닌 합성 이미지 (시드 {0})",
  "{0}, {1} threads": "{0}, 스레드 {1}개",
  "{0}, 1 thread": "{0}, 스레드 1개",
  [`**********************************************************************
  SYNTHETIC IMAGES, NOT CIFAR-10: made up from a seed, with the shape
  of CIFAR-10 and classes that mean nothing. No accuracy on them says
  anything about photographs. For CIFAR-10 run \`npm run data\`, or set
  CIFAR10_DIR to the folder of its binary version, and start again.
**********************************************************************`]:
    `**********************************************************************
  CIFAR-10이 아닌 합성 이미지입니다. 시드로 만들어 낸 것으로, 모양만
  CIFAR-10과 같고 클래스에는 아무 뜻이 없습니다. 이 이미지로 얻은
  정확도는 사진에 대해 아무것도 말해 주지 않습니다. CIFAR-10을 쓰려면
  \`npm run data\`를 실행하거나 CIFAR10_DIR에 바이너리 판의 폴더를
  지정하고 처음부터 다시 시작하세요.
**********************************************************************`,

  [`**********************************************************************
  SYNTHETIC IMAGES, NOT CIFAR-10: made up from a seed, with the shape
  of CIFAR-10 and classes that mean nothing. No accuracy on them says
  anything about photographs. For CIFAR-10 choose its files by
  "Use CIFAR-10…" above the list of notebooks; restart the kernel.
**********************************************************************`]:
    `**********************************************************************
  CIFAR-10이 아닌 합성 이미지입니다. 시드로 만들어 낸 것으로, 모양만
  CIFAR-10과 같고 클래스에는 아무 뜻이 없습니다. 이 이미지로 얻은
  정확도는 사진에 대해 아무것도 말해 주지 않습니다. CIFAR-10을 쓰려면
  노트북 목록 위의 "CIFAR-10 쓰기…"에서 파일을 고르고 커널을 다시
  시작하세요.
**********************************************************************`,

  "relError: expected arrays of one shape, got {0} and {1}": "relError: 두 배열의 모양이 같아야 하는데 {0}, {1}입니다",
  "{0}: expected x to be float64, got {1}; a numeric gradient needs the digits: x.astype(\"float64\")":
    "{0}: x는 float64여야 하는데 {1}입니다. 수치 기울기에는 그만큼의 자릿수가 필요합니다: x.astype(\"float64\")",

  "the loss has gone up to {0}, from {1} at its best: training diverges. The learning rate{2} is probably too high: start again with a lower one, e.g. by a factor of 10":
    "손실이 가장 좋았을 때의 {1}에서 {0}까지 커졌습니다. 훈련이 발산합니다. 학습률{2}이 너무 큰 것 같습니다. 10분의 1쯤으로 줄여 다시 시작하세요",
  "no gradient has reached {0} for {1} steps: all hidden units are dead, that is 0 for every example, or the weights after them are 0. Such units do not come back: start again, with random weights and a lower learning rate{2}, and look at the scale of the inputs":
    "{1}스텝 동안 {0}에 기울기가 오지 않았습니다. 은닉 유닛이 모두 죽어 모든 샘플에서 0이거나, 그 뒤의 가중치가 0입니다. 그런 유닛은 되살아나지 않습니다. 무작위 가중치와 더 작은 학습률{2}로 다시 시작하고, 입력의 크기도 살펴보세요",
  "every validation example is predicted to be class {0}, so that the accuracy ({1}) is that class's share: the model pays no heed to its inputs. {2}":
    "검증 샘플의 예측이 모두 클래스 {0}입니다. 그래서 정확도({1})는 그 클래스의 비율일 뿐입니다. 모델이 입력을 보지 않습니다. {2}",
  "Either it has hardly begun to learn, and a higher learning rate{0} helps; or its units have died, and a lower one does. See whether the loss goes down":
    "아직 학습을 거의 시작하지 못했다면 학습률{0}을 키우고, 유닛이 죽었다면 줄이세요. 손실이 줄어드는지 보면 알 수 있습니다",
  "the validation accuracy is {0} again, just the share of class {1}: no better than to answer that class always. {2}":
    "검증 정확도가 또 {0}입니다. 클래스 {1}의 비율과 똑같아, 언제나 그 클래스라고 답하는 것보다 나을 것이 없습니다. {2}",
  "The learning rate{0} was too high: start again with a lower one": "학습률{0}이 너무 컸습니다. 더 작은 값으로 다시 시작하세요",
  "Look whether the labels belong to the examples; if they do, try a higher learning rate{0}":
    "레이블이 샘플과 짝이 맞는지 보고, 맞으면 학습률{0}을 키워 보세요",
  "(now {0})": "(지금 {0})",
};
