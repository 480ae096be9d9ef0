/** Every text of the stations that has a Korean twin. */
import type { Language } from "../spec.js";
import type { ExampleName, MistakeName, Rule } from "./station.js";

export interface Words {
  readonly title: string;
  readonly examples: Readonly<Record<ExampleName, string>>;
  readonly example: string;
  readonly stations: string;
  readonly forward: string;
  readonly backward: string;
  readonly place: (number: number, total: number) => string;
  readonly rules: Readonly<Record<Rule, { readonly title: string; readonly why: string; readonly hint: string }>>;
  /** Of the rules with a penalty on large weights. */
  readonly withReg: string;
  readonly question: string;
  readonly check: string;
  readonly hint: string;
  readonly show: string;
  readonly another: string;
  readonly previous: string;
  readonly next: string;
  readonly keys: string;
  readonly right: string;
  readonly shown: string;
  readonly unreadable: string;
  readonly coarse: string;
  readonly near: string;
  readonly wrong: string;
  readonly or: string;
  readonly elsewhere: (element: string) => string;
  readonly mistakes: Readonly<Record<MistakeName, string>>;
  readonly numeric: (element: string, value: string, error: string) => string;
  readonly kink: string;
  readonly progress: (right: number, total: number) => string;
  readonly finished: string;
  readonly edit: string;
  readonly editText: string;
  readonly restore: string;
  readonly notANumber: (element: string) => string;
  readonly notAClass: (element: string, classes: number) => string;
  readonly negative: (element: string) => string;
  readonly picture: string;
  readonly pictureNote: string;
}

const ENGLISH: Words = {
  title: "Backpropagation, one step at a time",
  example: "Example",
  examples: { network: "2-3-2 network", affine: "Affine layer, 3 × 3", graph: "Two-layer net as a graph" },
  stations: "Steps",
  forward: "Forward",
  backward: "Backward",
  place: (number, total) => `step ${number} of ${total}`,
  rules: {
    affine: {
      title: "An affine layer, forward", why: "Each output is a weighted sum of all inputs of its example, plus a bias.",
      hint: "Take the marked row and the marked column. Multiply them pair by pair, add up, and add the bias.",
    },
    relu: { title: "ReLU, forward", why: "ReLU lets numbers above 0 through and makes everything else 0.", hint: "Compare the marked number with 0." },
    softmax: {
      title: "Softmax", why: "Softmax turns the scores of an example into probabilities: all positive, together 1.",
      hint: "Take exp of each score in the marked row. Divide the one that is asked by their sum.",
    },
    loss: {
      title: "The loss", why: "The loss says how surprised the network is at the right class: minus the log of its probability, as a mean over the N examples.",
      hint: "y says which column of p counts in each row, starting at 0. The log is the natural one.",
    },
    dscores: {
      title: "Back through loss and softmax", why: "The way back starts here: the probability, minus 1 at the right class, and divided by the number of examples N.",
      hint: "Does y say that this column is the right class? Then subtract 1. Divide by N in any case.",
    },
    dw: {
      title: "The gradient of the weights", why: "A weight acts on one output of every example, each time multiplied by its input. What comes back is summed over the examples.",
      hint: "Take the marked row and the marked column. Multiply them pair by pair and add up.",
    },
    db: {
      title: "The gradient of the biases", why: "A bias is added to every example with the factor 1. So its gradient is the sum over the examples.",
      hint: "Add up the marked column.",
    },
    dx: {
      title: "Back to the inputs of the layer", why: "An input acts on every output of its example. What comes back on these paths is added.",
      hint: "Take the marked row and the marked column. Multiply them pair by pair and add up.",
    },
    reluBack: {
      title: "Back through ReLU", why: "The gates stand as they did on the way forward: open where the input was above 0, closed everywhere else.",
      hint: "Look at the marked number on the right: was it above 0? Then the gradient passes. If not, 0 comes out.",
    },
  },
  withReg: "Large weights cost extra: that is the term with reg.",
  question: "Which number comes here?",
  check: "Check",
  hint: "Hint",
  show: "Show me",
  another: "Ask me another one",
  previous: "Back",
  next: "Next step",
  keys: "Enter checks, and then goes on. Outside of the fields, ← and → change the step.",
  right: "Right!",
  shown: "This is how it comes about.",
  unreadable: "I cannot read this as a number. Write, for example, −0.62, 1/3 or 6e-3.",
  coarse: "That is right so far. Give at least two digits that count, such as 0.62.",
  near: "Very close. Is the last digit rounded?",
  wrong: "Not yet.",
  or: "Or:",
  elsewhere: (element) => `This number belongs to ${element}: look at row and column once more.`,
  mistakes: {
    noBias: "The bias is missing.",
    added: "You added the pairs; they have to be multiplied.",
    transposed: "The shapes fit, but the wrong one of the two is transposed.",
    noRelu: "That is the number before ReLU: negative numbers become 0.",
    absolute: "ReLU does not turn the sign around: negative numbers become 0.",
    gateOnly: "That is only the gate, 1 or 0. The number that passes it is asked.",
    notNormalised: "That is exp of the score. It still has to be divided by the sum over the classes.",
    shareOfScores: "You divided the scores themselves; exp comes first.",
    overExamples: "You divided by the sum over the examples; the sum goes over the classes of one example.",
    sumNotMean: "That is the sum over the examples. Divide it by N.",
    noPenalty: "The term with reg is missing.",
    noHalf: "The ½ in front of reg is missing.",
    tenLog: "That is the logarithm to base 10. The natural one is meant.",
    wrongClass: "That is the wrong class: y says which one is right, counting from 0.",
    noOne: "At the right class, 1 has to be subtracted.",
    noN: "The 1/N is missing: the loss is a mean over the examples.",
    sign: "The amount is right, the sign is turned around.",
    forgotSum: "That is only one of the examples: the sum goes over all of them.",
    mean: "You divided by N. The gradients are summed here; the 1/N of the loss is already in what comes in.",
    noReg: "The part reg · W is missing.",
    beforeRelu: "You took a, before ReLU. The layer was fed with h, after ReLU.",
    noMask: "The mask of ReLU is missing: where its input was not above 0, nothing passes.",
    usedOutput: "You multiplied by the layer's output. The gradient of a weight needs the layer's input.",
    forgotPaths: "That is only one of the paths: the sum goes over all outputs of the layer.",
    timesOutput: "You multiplied by the output of ReLU. The gate is 1 or 0.",
    reluOfGradient: "You applied ReLU to the gradient. The sign of the input decides, not the sign of the gradient.",
  },
  numeric: (element, value, error) => `Tried out, with steps of 10⁻⁵ up and down: ${element} ≈ ${value}. Relative error of the whole array: ${error}.`,
  kink: "A sum lies at the kink of ReLU, where trying gives something in between.",
  progress: (right, total) => `${right} of ${total} found`,
  finished: "All found, forward and back.",
  edit: "Change the numbers",
  editText: "Everything is computed anew at once. What you have found stays marked.",
  restore: "First numbers again",
  notANumber: (element) => `${element}: expected a number from −1000 to 1000. The last good one is used.`,
  notAClass: (element, classes) => `${element}: a class is a whole number from 0 to ${classes - 1}. The last good one is used.`,
  negative: (element) => `${element}: expected 0 or more. The last good one is used.`,
  picture: "Values forward in blue, gradients backward in orange, parameters in green",
  pictureNote: "Run this cell in Jupyter or in the lab, or open its page: there you type the answer and go on.",
};

const KOREAN: Words = {
  title: "한 단계씩 따라가는 역전파",
  example: "예",
  examples: { network: "2-3-2 신경망", affine: "아핀 층, 3 × 3", graph: "2층 신경망의 그래프" },
  stations: "단계",
  forward: "순전파",
  backward: "역전파",
  place: (number, total) => `${total}단계 중 ${number}단계`,
  rules: {
    affine: {
      title: "아핀 층의 순전파", why: "출력은 저마다 같은 샘플의 모든 입력에 가중치를 곱해 더하고 편향을 더한 것입니다.",
      hint: "표시된 행과 표시된 열을 짝지어 곱하고, 모두 더한 다음 편향을 더하세요.",
    },
    relu: { title: "ReLU의 순전파", why: "ReLU는 0보다 큰 수를 그대로 보내고 나머지는 모두 0으로 만듭니다.", hint: "표시된 수를 0과 비교하세요." },
    softmax: {
      title: "소프트맥스", why: "소프트맥스는 샘플 하나의 점수들을 확률로 바꿉니다. 모두 양수이고 더하면 1입니다.",
      hint: "표시된 행의 점수마다 exp를 구하고, 묻는 것을 그 합으로 나누세요.",
    },
    loss: {
      title: "손실", why: "손실은 신경망이 정답 클래스에 얼마나 놀라는지를 나타냅니다. 정답 확률의 로그에 음의 부호를 붙여 샘플 N개에 대해 평균한 값입니다.",
      hint: "y는 행마다 p의 어느 열을 보아야 하는지 알려 줍니다. 0부터 셉니다. 로그는 자연로그입니다.",
    },
    dscores: {
      title: "손실과 소프트맥스의 역전파", why: "돌아오는 길은 여기서 시작합니다. 확률에서 정답 클래스만 1을 빼고, 샘플 수 N으로 나눕니다.",
      hint: "y를 보면 이 열이 정답 클래스인가요? 그렇다면 1을 빼세요. N으로는 언제나 나눕니다.",
    },
    dw: {
      title: "가중치의 기울기", why: "가중치 하나는 모든 샘플에서 출력 하나에 영향을 주고, 그때마다 입력이 곱해집니다. 되돌아온 것을 샘플에 대해 더합니다.",
      hint: "표시된 행과 표시된 열을 짝지어 곱하고 모두 더하세요.",
    },
    db: {
      title: "편향의 기울기", why: "편향은 모든 샘플에 그대로(1을 곱해) 더해집니다. 그래서 기울기는 샘플에 대한 합입니다.",
      hint: "표시된 열을 모두 더하세요.",
    },
    dx: {
      title: "층의 입력으로 가는 역전파", why: "입력 하나는 같은 샘플의 모든 출력에 영향을 줍니다. 그 길들로 되돌아온 것을 더합니다.",
      hint: "표시된 행과 표시된 열을 짝지어 곱하고 모두 더하세요.",
    },
    reluBack: {
      title: "ReLU의 역전파", why: "문은 순전파 때와 똑같습니다. 입력이 0보다 컸던 곳은 열려 있고 나머지는 모두 닫혀 있습니다.",
      hint: "오른쪽에 표시된 수가 0보다 컸나요? 그렇다면 기울기가 지나가고, 아니면 0이 나옵니다.",
    },
  },
  withReg: "가중치가 크면 비용이 더 듭니다. reg가 있는 항이 그것입니다.",
  question: "여기에 올 수는 무엇일까요?",
  check: "확인",
  hint: "힌트",
  show: "답 보기",
  another: "다른 수로 한 번 더",
  previous: "이전",
  next: "다음 단계",
  keys: "Enter를 누르면 확인하고, 맞으면 다음 단계로 갑니다. 입력란 밖에서는 ←와 →로 단계를 옮깁니다.",
  right: "맞습니다!",
  shown: "이렇게 나옵니다.",
  unreadable: "수로 읽을 수 없습니다. 예를 들어 −0.62, 1/3, 6e-3처럼 써 주세요.",
  coarse: "여기까지는 맞습니다. 0.62처럼 유효숫자를 두 자리 이상 써 주세요.",
  near: "아주 가깝습니다. 마지막 자리를 반올림했나요?",
  wrong: "아직 아닙니다.",
  or: "또는:",
  elsewhere: (element) => `이 수는 ${element}의 값입니다. 행과 열을 다시 살펴보세요.`,
  mistakes: {
    noBias: "편향을 더하지 않았습니다.",
    added: "짝을 더했습니다. 곱해야 합니다.",
    transposed: "모양은 맞지만, 둘 가운데 다른 쪽을 전치해야 합니다.",
    noRelu: "ReLU를 지나기 전의 수입니다. 음수는 0이 됩니다.",
    absolute: "ReLU는 부호를 뒤집지 않습니다. 음수는 0이 됩니다.",
    gateOnly: "1 또는 0인 문의 값입니다. 그 문을 지나온 수를 써야 합니다.",
    notNormalised: "점수의 exp입니다. 클래스에 대한 합으로 나누어야 합니다.",
    shareOfScores: "점수를 그대로 나누었습니다. 먼저 exp를 구해야 합니다.",
    overExamples: "샘플에 대한 합으로 나누었습니다. 샘플 하나의 클래스들에 대한 합으로 나누어야 합니다.",
    sumNotMean: "샘플에 대한 합입니다. N으로 나누세요.",
    noPenalty: "reg가 있는 항이 빠졌습니다.",
    noHalf: "reg 앞의 ½이 빠졌습니다.",
    tenLog: "상용로그(밑이 10)입니다. 자연로그를 써야 합니다.",
    wrongClass: "정답이 아닌 클래스를 썼습니다. 정답은 y가 알려 주고, 0부터 셉니다.",
    noOne: "정답 클래스에서는 1을 빼야 합니다.",
    noN: "1/N이 빠졌습니다. 손실은 샘플에 대한 평균입니다.",
    sign: "크기는 맞지만 부호가 반대입니다.",
    forgotSum: "샘플 하나의 값입니다. 모든 샘플에 대해 더해야 합니다.",
    mean: "N으로 나누었습니다. 여기서는 기울기를 더하기만 합니다. 손실의 1/N은 들어온 값에 이미 들어 있습니다.",
    noReg: "reg · W가 빠졌습니다.",
    beforeRelu: "ReLU를 지나기 전의 a를 썼습니다. 층에 들어간 것은 ReLU를 지난 h입니다.",
    noMask: "ReLU의 마스크가 빠졌습니다. 입력이 0보다 크지 않았던 곳으로는 아무것도 지나가지 않습니다.",
    usedOutput: "층의 출력을 곱했습니다. 가중치의 기울기에는 층의 입력이 필요합니다.",
    forgotPaths: "길 하나의 값입니다. 층의 모든 출력에 대해 더해야 합니다.",
    timesOutput: "ReLU의 출력을 곱했습니다. 문의 값은 1 또는 0입니다.",
    reluOfGradient: "기울기에 ReLU를 적용했습니다. 기울기의 부호가 아니라 입력의 부호가 정합니다.",
  },
  numeric: (element, value, error) => `10⁻⁵만큼 올리고 내려 직접 구한 값: ${element} ≈ ${value}. 배열 전체의 상대 오차: ${error}.`,
  kink: "합 하나가 ReLU가 꺾이는 곳에 있어서, 올리고 내려 보면 중간값이 나옵니다.",
  progress: (right, total) => `${total}개 중 ${right}개를 구했습니다`,
  finished: "순전파와 역전파의 수를 모두 구했습니다.",
  edit: "수 바꾸기",
  editText: "바꾸면 곧바로 모두 다시 계산합니다. 이미 구한 단계의 표시는 그대로 남습니다.",
  restore: "처음 수로 되돌리기",
  notANumber: (element) => `${element}: −1000부터 1000까지의 수여야 합니다. 마지막으로 올바르게 쓴 수로 계산합니다.`,
  notAClass: (element, classes) => `${element}: 클래스는 0부터 ${classes - 1}까지의 정수입니다. 마지막으로 올바르게 쓴 수로 계산합니다.`,
  negative: (element) => `${element}: 0 이상이어야 합니다. 마지막으로 올바르게 쓴 수로 계산합니다.`,
  picture: "순전파의 값은 파란색, 역전파의 기울기는 주황색, 매개변수는 초록색",
  pictureNote: "Jupyter나 실습실에서 이 셀을 실행하거나 페이지를 열면, 답을 쓰면서 따라갈 수 있습니다.",
};

export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, ko: KOREAN };
