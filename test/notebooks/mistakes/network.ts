/** Mistakes in the two-layer network. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type Edit, type ExerciseMistake, made } from "./made.js";

const networkWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("network", name, edits, causes);
const squares = "(W1.mul(W1).sum() + W2.mul(W2).sum())";

export const network: readonly ExerciseMistake[] = [
  networkWith("no 0.5", [["0.5 * this.reg", "this.reg"]], "halfMissing"),
  networkWith("no 0.5, and twice in the gradient", [["0.5 * this.reg", "this.reg"], [".mul(this.reg)", ".mul(2 * this.reg)"]], "halfMissing"),
  networkWith("biases regularised", [[squares, "(W1.mul(W1).sum() + W2.mul(W2).sum() + b1.mul(b1).sum() + b2.mul(b2).sum())"]], "biasesRegularised"),
  networkWith("no L2 term", [[` + 0.5 * this.reg * ${squares}`, ""]], "regMissing"),
  networkWith("only W1", [[squares, "W1.mul(W1).sum()"]], "oneWeightRegularised"),
  networkWith("reg / N", [["0.5 * this.reg", "0.5 / y.length * this.reg"]], "regOverN"),
  networkWith("absolute values", [[squares, "(W1.abs().sum() + W2.abs().sum())"]], "l1ForL2"),
  networkWith("root of the squares", [[squares, "(Math.sqrt(W1.mul(W1).sum()) + Math.sqrt(W2.mul(W2).sum()))"]], "rootOfSquares"),
  networkWith("mean of squares", [[squares, "(W1.mul(W1).mean() + W2.mul(W2).mean())"]], "meanOfSquares"),
  networkWith("reg kept as 0", [["this.reg = reg;", "this.reg = 0;"]], "regMissing"),
  networkWith("no gradient of the L2 term", [[".add(W1.mul(this.reg))", ""], [".add(W2.mul(this.reg))", ""]], "regGradientMissing"),
  networkWith("gradient of the L2 term halved", [[".mul(this.reg)", ".mul(0.5 * this.reg)"]], "regGradientHalf"),
  networkWith("gradient of the L2 term twice", [[".mul(this.reg)", ".mul(2 * this.reg)"]], "regGradientTwice"),
  networkWith("bias's gradient regularised", [["b1: db1", "b1: db1.add(b1.mul(this.reg))"]], "biasGradientRegularised"),
  networkWith("no ReLU", [["affineReluForward(X, W1, b1)", "affineForward(X, W1, b1)"], ["affineReluBackward(dx, first)", "affineBackward(dx, first)"]], "noReluBetween"),
  networkWith("no mask", [["affineReluBackward(dx, first)", "affineBackward(dx, first.affine)"]], "hiddenMaskMissing"),
  networkWith("ReLU on the scores", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "return affineReluForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];"]], "reluOnScores"),
  networkWith("softmax on the scores", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "const s = affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0].exp();\n    return s.div(s.sum(1).reshape(-1, 1));"]], "probabilitiesForScores"),
  networkWith("predictions", [["return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];", "return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0].argmax(1);"]], "predictionsForScores"),
  networkWith("no b2", [["W2, b2)[0];", "W2, zeros(b2.size))[0];"]], "b2Missing"),
  networkWith("W2 first", [["const W1 = random.randn(inputDim, hiddenDim).mul(weightScale);\n    const W2 = random.randn(hiddenDim, numClasses).mul(weightScale);", "const W2 = random.randn(hiddenDim, numClasses).mul(weightScale);\n    const W1 = random.randn(inputDim, hiddenDim).mul(weightScale);"]], "w2First"),
  networkWith("no weightScale", [[".mul(weightScale)", ""]], "scaleMissing"),
  networkWith("weightScale squared", [[".mul(weightScale)", ".mul(weightScale ** 2)"]], "varianceForDeviation"),
  networkWith("a fixed scale", [[".mul(weightScale)", ".mul(0.01)"]], "scaleIgnored"),
  networkWith("uniform", [["random.randn(inputDim, hiddenDim)", "random.randomSample([inputDim, hiddenDim])"], ["random.randn(hiddenDim, numClasses)", "random.randomSample([hiddenDim, numClasses])"]], "uniformWeights"),
  networkWith("own stream", [["const W1 =", "random = new RandomState(0);\n    const W1 ="]], "ownStream"),
  networkWith("random biases", [["b1: zeros(hiddenDim)", "b1: random.randn(hiddenDim)"]], "biasNotZero", "moreDraws"),
  networkWith("weights of 0", [["random.randn(inputDim, hiddenDim).mul(weightScale)", "zeros([inputDim, hiddenDim])"], ["random.randn(hiddenDim, numClasses).mul(weightScale)", "zeros([hiddenDim, numClasses])"]], "zeroWeights"),
  networkWith("biases (1, H)", [["b1: zeros(hiddenDim), W2, b2: zeros(numClasses)", "b1: zeros([1, hiddenDim]), W2, b2: zeros([1, numClasses])"]]),
  networkWith("parameters kept aside", [["this.reg = reg;", "this.reg = reg;\n    this.kept = this.params;\n    this.params = { ...this.params };"], ["reg: number;", "reg: number;\n  kept: any;"], ["} = this.params;\n    return", "} = this.kept;\n    return"]], "oldParameters"),
  networkWith("loss makes the step", [["return [loss, {", "this.params.W1 = W1.sub(dW1.mul(0.1));\n    return [loss, {"]], "lossReplacesParameters"),
  networkWith("gradients exchanged", [["{ W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }", "{ W1: dW2.add(W2.mul(this.reg)), b1: db2, W2: dW1.add(W1.mul(this.reg)), b2: db1 }"]], "layerGradientsExchanged"),
  networkWith("SVM loss", [["softmaxLoss(scores, y)", "svmLoss(scores, y)"]], "svmForSoftmax"),
  networkWith("softmax twice", [["softmaxLoss(scores, y)", "softmaxLoss(scores.exp().div(scores.exp().sum(1).reshape(-1, 1)), y)"]], "lossOfProbabilities", "shiftMissingInNetwork"),
  networkWith("regularisation alone", [["dataLoss + 0.5", "0.5"]], "onlyReg"),
  networkWith("gradients under other names", [["{ W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }", "{ dW1, db1, dW2, db2 }"]], "gradientMissing"),
  networkWith("loss alone", [["return [loss, { W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }];", "return loss as any;"]], "partMissing"),
];
