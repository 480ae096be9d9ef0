/** Every text of the stations, in English and in Korean. */
import type { Language } from "../spec.js";

type Twins = readonly [en: string, ko: string] | readonly [en: (...about: never[]) => string, ko: (...about: never[]) => string];
interface Texts {
  readonly [name: string]: Twins | Texts;
}

const TEXTS = {
  title: ["Backpropagation, one step at a time", "한 단계씩 따라가는 역전파"],
  example: ["Example", "예"],
  examples: {
    network: ["2-3-2 network", "2-3-2 신경망"],
    affine: ["Affine layer, 3 × 3", "아핀 층, 3 × 3"],
    graph: ["Two-layer net as a graph", "2층 신경망의 그래프"],
  },
  stations: ["Steps", "단계"],
  forward: ["Forward", "순전파"],
  backward: ["Backward", "역전파"],
  place: [(number: number, total: number) => `step ${number} of ${total}`, (number: number, total: number) => `${total}단계 중 ${number}단계`],
  rules: {
    affine: {
      title: ["An affine layer, forward", "아핀 층의 순전파"],
      why: ["Each output is a weighted sum of all inputs of its example, plus a bias.", "출력은 저마다 같은 샘플의 모든 입력에 가중치를 곱해 더하고 편향을 더한 것입니다."],
      hint: ["Take the marked row and the marked column. Multiply them pair by pair, add up, and add the bias.", "표시된 행과 표시된 열을 짝지어 곱하고, 모두 더한 다음 편향을 더하세요."],
    },
    relu: {
      title: ["ReLU, forward", "ReLU의 순전파"],
      why: ["ReLU lets numbers above 0 through and makes everything else 0.", "ReLU는 0보다 큰 수를 그대로 보내고 나머지는 모두 0으로 만듭니다."],
      hint: ["Compare the marked number with 0.", "표시된 수를 0과 비교하세요."],
    },
    softmax: {
      title: ["Softmax", "소프트맥스"],
      why: ["Softmax turns the scores of an example into probabilities: all positive, together 1.", "소프트맥스는 샘플 하나의 점수들을 확률로 바꿉니다. 모두 양수이고 더하면 1입니다."],
      hint: ["Take exp of each score in the marked row. Divide the one that is asked by their sum.", "표시된 행의 점수마다 exp를 구하고, 묻는 것을 그 합으로 나누세요."],
    },
    loss: {
      title: ["The loss", "손실"],
      why: [
        "The loss says how surprised the network is at the right class: minus the log of its probability, as a mean over the N examples.",
        "손실은 신경망이 정답 클래스에 얼마나 놀라는지를 나타냅니다. 정답 확률의 로그에 음의 부호를 붙여 샘플 N개에 대해 평균한 값입니다.",
      ],
      hint: ["y says which column of p counts in each row, starting at 0. The log is the natural one.", "y는 행마다 p의 어느 열을 보아야 하는지 알려 줍니다. 0부터 셉니다. 로그는 자연로그입니다."],
    },
    dscores: {
      title: ["Back through loss and softmax", "손실과 소프트맥스의 역전파"],
      why: [
        "The way back starts here: the probability, minus 1 at the right class, and divided by the number of examples N.",
        "돌아오는 길은 여기서 시작합니다. 확률에서 정답 클래스만 1을 빼고, 샘플 수 N으로 나눕니다.",
      ],
      hint: ["Does y say that this column is the right class? Then subtract 1. Divide by N in any case.", "y를 보면 이 열이 정답 클래스인가요? 그렇다면 1을 빼세요. N으로는 언제나 나눕니다."],
    },
    dw: {
      title: ["The gradient of the weights", "가중치의 기울기"],
      why: [
        "A weight acts on one output of every example, each time multiplied by its input. What comes back is summed over the examples.",
        "가중치 하나는 모든 샘플에서 출력 하나에 영향을 주고, 그때마다 입력이 곱해집니다. 되돌아온 것을 샘플에 대해 더합니다.",
      ],
      hint: ["Take the marked row and the marked column. Multiply them pair by pair and add up.", "표시된 행과 표시된 열을 짝지어 곱하고 모두 더하세요."],
    },
    db: {
      title: ["The gradient of the biases", "편향의 기울기"],
      why: ["A bias is added to every example with the factor 1. So its gradient is the sum over the examples.", "편향은 모든 샘플에 그대로(1을 곱해) 더해집니다. 그래서 기울기는 샘플에 대한 합입니다."],
      hint: ["Add up the marked column.", "표시된 열을 모두 더하세요."],
    },
    dx: {
      title: ["Back to the inputs of the layer", "층의 입력으로 가는 역전파"],
      why: ["An input acts on every output of its example. What comes back on these paths is added.", "입력 하나는 같은 샘플의 모든 출력에 영향을 줍니다. 그 길들로 되돌아온 것을 더합니다."],
      hint: ["Take the marked row and the marked column. Multiply them pair by pair and add up.", "표시된 행과 표시된 열을 짝지어 곱하고 모두 더하세요."],
    },
    reluBack: {
      title: ["Back through ReLU", "ReLU의 역전파"],
      why: ["The gates stand as they did on the way forward: open where the input was above 0, closed everywhere else.", "문은 순전파 때와 똑같습니다. 입력이 0보다 컸던 곳은 열려 있고 나머지는 모두 닫혀 있습니다."],
      hint: ["Look at the marked number on the right: was it above 0? Then the gradient passes. If not, 0 comes out.", "오른쪽에 표시된 수가 0보다 컸나요? 그렇다면 기울기가 지나가고, 아니면 0이 나옵니다."],
    },
  },
  withReg: ["Large weights cost extra: that is the term with reg.", "가중치가 크면 비용이 더 듭니다. reg가 있는 항이 그것입니다."],
  question: ["Which number comes here?", "여기에 올 수는 무엇일까요?"],
  check: ["Check", "확인"],
  hint: ["Hint", "힌트"],
  show: ["Show me", "답 보기"],
  another: ["Ask me another one", "다른 수로 한 번 더"],
  previous: ["Back", "이전"],
  next: ["Next step", "다음 단계"],
  keys: ["Enter checks, and then goes on. Outside of the fields, ← and → change the step.", "Enter를 누르면 확인하고, 맞으면 다음 단계로 갑니다. 입력란 밖에서는 ←와 →로 단계를 옮깁니다."],
  right: ["Right!", "맞습니다!"],
  shown: ["This is how it comes about.", "이렇게 나옵니다."],
  unreadable: ["I cannot read this as a number. Write, for example, −0.62, 1/3 or 6e-3.", "수로 읽을 수 없습니다. 예를 들어 −0.62, 1/3, 6e-3처럼 써 주세요."],
  coarse: ["That is right so far. Give at least two digits that count, such as 0.62.", "여기까지는 맞습니다. 0.62처럼 유효숫자를 두 자리 이상 써 주세요."],
  near: ["Very close. Is the last digit rounded?", "아주 가깝습니다. 마지막 자리를 반올림했나요?"],
  wrong: ["Not yet.", "아직 아닙니다."],
  or: ["Or:", "또는:"],
  elsewhere: [(element: string) => `This number belongs to ${element}: look at row and column once more.`, (element: string) => `이 수는 ${element}의 값입니다. 행과 열을 다시 살펴보세요.`],
  mistakes: {
    noBias: ["The bias is missing.", "편향을 더하지 않았습니다."],
    added: ["You added the pairs; they have to be multiplied.", "짝을 더했습니다. 곱해야 합니다."],
    transposed: ["The shapes fit, but it is another product: check which of the two is transposed, if any.", "모양은 맞지만 다른 곱입니다. 둘 가운데 어느 쪽을 전치하는지, 전치하기는 하는지 확인하세요."],
    noRelu: ["That is the number before ReLU: negative numbers become 0.", "ReLU를 지나기 전의 수입니다. 음수는 0이 됩니다."],
    absolute: ["ReLU does not turn the sign around: negative numbers become 0.", "ReLU는 부호를 뒤집지 않습니다. 음수는 0이 됩니다."],
    gateOnly: ["That is only the gate, 1 or 0. The number that passes it is asked.", "1 또는 0인 문의 값입니다. 그 문을 지나온 수를 써야 합니다."],
    notNormalised: ["That is exp of the score. It still has to be divided by the sum over the classes.", "점수의 exp입니다. 클래스에 대한 합으로 나누어야 합니다."],
    shareOfScores: ["You divided the scores themselves; exp comes first.", "점수를 그대로 나누었습니다. 먼저 exp를 구해야 합니다."],
    overExamples: ["You divided by the sum over the examples; the sum goes over the classes of one example.", "샘플에 대한 합으로 나누었습니다. 샘플 하나의 클래스들에 대한 합으로 나누어야 합니다."],
    sumNotMean: ["That is the sum over the examples. Divide it by N.", "샘플에 대한 합입니다. N으로 나누세요."],
    noPenalty: ["The term with reg is missing.", "reg가 있는 항이 빠졌습니다."],
    noHalf: ["The ½ in front of reg is missing.", "reg 앞의 ½이 빠졌습니다."],
    tenLog: ["That is the logarithm to base 10. The natural one is meant.", "상용로그(밑이 10)입니다. 자연로그를 써야 합니다."],
    wrongClass: ["That is the wrong class: y says which one is right, counting from 0.", "정답이 아닌 클래스를 썼습니다. 정답은 y가 알려 주고, 0부터 셉니다."],
    noOne: ["At the right class, 1 has to be subtracted.", "정답 클래스에서는 1을 빼야 합니다."],
    noN: ["The 1/N is missing: the loss is a mean over the examples.", "1/N이 빠졌습니다. 손실은 샘플에 대한 평균입니다."],
    sign: ["The amount is right, the sign is turned around.", "크기는 맞지만 부호가 반대입니다."],
    forgotSum: ["That is only one of the examples: the sum goes over all of them.", "샘플 하나의 값입니다. 모든 샘플에 대해 더해야 합니다."],
    mean: ["You divided by N. The gradients are summed here; the 1/N of the loss is already in what comes in.", "N으로 나누었습니다. 여기서는 기울기를 더하기만 합니다. 손실의 1/N은 들어온 값에 이미 들어 있습니다."],
    noReg: ["The part reg · W is missing.", "reg · W가 빠졌습니다."],
    beforeRelu: ["You took a, before ReLU. The layer was fed with h, after ReLU.", "ReLU를 지나기 전의 a를 썼습니다. 층에 들어간 것은 ReLU를 지난 h입니다."],
    noMask: ["The mask of ReLU is missing: where its input was not above 0, nothing passes.", "ReLU의 마스크가 빠졌습니다. 입력이 0보다 크지 않았던 곳으로는 아무것도 지나가지 않습니다."],
    usedOutput: ["You multiplied by the layer's output. The gradient of a weight needs the layer's input.", "층의 출력을 곱했습니다. 가중치의 기울기에는 층의 입력이 필요합니다."],
    forgotPaths: ["That is only one of the paths: the sum goes over all outputs of the layer.", "길 하나의 값입니다. 층의 모든 출력에 대해 더해야 합니다."],
    timesOutput: ["You multiplied by the output of ReLU. The gate is 1 or 0.", "ReLU의 출력을 곱했습니다. 문의 값은 1 또는 0입니다."],
    reluOfGradient: ["You applied ReLU to the gradient. The sign of the input decides, not the sign of the gradient.", "기울기에 ReLU를 적용했습니다. 기울기의 부호가 아니라 입력의 부호가 정합니다."],
  },
  numeric: [
    (element: string, value: string, error: string) => `Tried out, with steps of 10⁻⁵ up and down: ${element} ≈ ${value}. Relative error of the whole array: ${error}.`,
    (element: string, value: string, error: string) => `10⁻⁵만큼 올리고 내려 직접 구한 값: ${element} ≈ ${value}. 배열 전체의 상대 오차: ${error}.`,
  ],
  kink: ["A sum lies at the kink of ReLU, where trying gives something in between.", "합 하나가 ReLU가 꺾이는 곳에 있어서, 올리고 내려 보면 중간값이 나옵니다."],
  progress: [(right: number, total: number) => `${right} of ${total} found`, (right: number, total: number) => `${total}개 중 ${right}개를 구했습니다`],
  finished: ["All found, forward and back.", "순전파와 역전파의 수를 모두 구했습니다."],
  edit: ["Change the numbers", "수 바꾸기"],
  editText: ["Everything is computed anew at once. What you have found stays marked.", "바꾸면 곧바로 모두 다시 계산합니다. 이미 구한 단계의 표시는 그대로 남습니다."],
  restore: ["First numbers again", "처음 수로 되돌리기"],
  expected: [
    (element: string, low: number, high: number) => `${element}: expected a number from ${low} to ${high}. The last good one is used.`,
    (element: string, low: number, high: number) => `${element}: ${low}부터 ${high}까지의 수여야 합니다. 마지막으로 올바르게 쓴 수로 계산합니다.`,
  ],
  expectedClass: [
    (element: string, low: number, high: number) => `${element}: a class is a whole number from ${low} to ${high}. The last good one is used.`,
    (element: string, low: number, high: number) => `${element}: 클래스는 ${low}부터 ${high}까지의 정수입니다. 마지막으로 올바르게 쓴 수로 계산합니다.`,
  ],
  picture: ["Values forward in blue, gradients backward in orange, parameters in green", "순전파의 값은 파란색, 역전파의 기울기는 주황색, 매개변수는 초록색"],
  pictureNote: ["Where scripts run, you type the answer and go on from here.", "스크립트가 실행되는 곳에서는 답을 쓰면서 여기서부터 따라갈 수 있습니다."],
} as const satisfies Texts;

/** The texts in one language. */
type In<T> = T extends readonly [infer Text, unknown] ? (Text extends string ? string : Text) : { readonly [Name in keyof T]: In<T[Name]> };
export type Words = In<typeof TEXTS>;

/** The rule by which a station makes its numbers. */
export type Rule = keyof typeof TEXTS.rules;
export type MistakeName = keyof typeof TEXTS.mistakes;
export type ExampleName = keyof typeof TEXTS.examples;

function inLanguage(texts: Texts, language: 0 | 1): unknown {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Array.isArray(text) ? text[language] : inLanguage(text as Texts, language)]));
}

export const WORDS = { en: inLanguage(TEXTS, 0), ko: inLanguage(TEXTS, 1) } as Readonly<Record<Language, Words>>;
