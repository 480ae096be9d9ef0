/**
 * The mistakes that checks recognise: what is wrong, what usually causes it, and the remedy.
 *
 * @example
 * diagnoses.maskInverted // "the mask is the wrong way round: the gradient passes where x > 0 and stops elsewhere"
 */
export const diagnoses = {
  // --- layers ---
  noFlattening:
    "examples with several axes are not flattened: read x of shape (N, d1, ..., dk) as (N, d1·...·dk), e.g. x.reshape(N, -1), and leave x itself as it is for the way back",
  biasMissing: "the bias is missing: every row of x·w gets b added",
  reluMissing: "the ReLU is missing: the output is that of the layer before it, negative numbers and all",
  reluOnWrongSide: "ReLU keeps the negative side: out = max(0, x), not min(0, x)",
  absoluteValue: "the absolute value in place of ReLU: what is negative becomes 0, not positive",
  leakMissing: "the leak is missing: what is negative is multiplied by alpha, not cut off",
  maskMissing:
    "the mask is missing: dx is dout as it came. ReLU lets the gradient through only where its input was positive: dout · [x > 0]",
  doutMissing: "the upstream gradient is missing: the layer's own slope has to be multiplied by dout",
  maskInverted: "the mask is the wrong way round: the gradient passes where x > 0 and stops elsewhere",
  zeroPasses:
    "x >= 0 in ReLU's backward pass: at exactly 0 the gradient is that of the negative side, 0 for ReLU; use x > 0",
  nanHidden:
    "NaN goes in and a number comes out: a comparison such as x > 0 ? x : 0 is false for NaN and hides it. Use x.maximum(0) or Math.max, so that trouble shows where it begins",
  expOverflow:
    "the exponential overflows for inputs of large magnitude, and inf / inf is NaN: use 1 / (1 + exp(-x)) or Math.tanh, whose limits are right",
  outOther: "out differs from what the equation gives: work out one element by hand",
  stateOutsideCache:
    "the backward pass uses something outside of its cache: a second forward pass has overwritten it. Put all that backward needs into the cache that forward returns",
  float32:
    "float32 in a gradient check: it has seven digits, and the difference of two values so close leaves none. Compute in float64, e.g. x.astype(\"float64\")",
  // --- gradients ---
  signFlipped: "the sign is flipped: minus the gradient came",
  meanForSum: "mean for sum: it is too small by the number of examples N. The loss has already divided by N; backward sums",
  sumForMean: "sum for mean: it is too large by the number of examples N. Divide by N once, in the loss",
  allZero: "the gradient is 0 everywhere: it was made, but nothing was put into it",
  twice: "it is twice what it should be: something is added two times, or a factor of 2 is left over",
  half: "it is half of what it should be: a factor of 0.5 too many",
  transposed: "transposed: rows and columns are exchanged. Write the shapes under the product, only one order fits: dx = dout·wᵀ, dw = xᵀ·dout",
  forwardNotGradient: "this gradient is right, and the forward pass is not what it belongs to: see what the checks say about forward",
  gradientOther:
    "the gradient does not belong to this forward pass. Work out one line at a time, from the output back, and compare with the equations",
  // --- losses ---
  notNegated: "the sign of the loss is flipped: the loss is minus the logarithm of the right class's probability",
  lossSummed: "sum for mean: the loss is too large by the number of examples N; divide by N",
  lossMeanOfAll: "the loss is divided by N·C: the mean goes over the examples, not over the classes too",
  noShift:
    "no max-shift: exp(1000) is infinite, and inf / inf is NaN. Subtract each row's largest score before exp; the probabilities stay the same",
  sharedShift:
    "one shift for all rows: the largest score of all examples is subtracted, and exp underflows to 0 in the other rows. Subtract each row's own maximum",
  logOfZero:
    "max-shift, then log(p): p underflows to 0 and its logarithm is infinite. Use log p = shifted - log(sum of exp(shifted)), which stays finite",
  epsilonInLog:
    "a small number inside the logarithm caps the loss, and the gradient no longer fits it. Use log p = shifted - log(sum of exp(shifted)), which needs none",
  rightClassKept: "the 1 at the right class is not subtracted: dx = (p - [j = y]) / N",
  rightClassCounted: "the right class is counted: its margin is always 1. Sum over the wrong classes only",
  marginMissing: "the margin of 1 is missing: max(0, x_j - x_y + 1)",
  rightClassWithoutPull:
    "the right class gets no gradient: each margin above 0 also pushes up the right class's score, so dx there is minus the number of such margins, over N",
  hingeAtZero: "margin >= 0 in the gradient: a margin of exactly 0 counts as met, its gradient is 0; use margin > 0",
  nanLossHidden: "NaN scores give a finite loss: the trouble is hidden. Let NaN through, or stop with an error",
  lossOther: "the loss is another number than the equation gives. Work out one example by hand and compare",
  notLogOfClasses: "scores that are all equal give each class the same chance: softmax's loss is then ln(C), the SVM's C - 1",
  // --- network ---
  noReluBetween:
    "no ReLU between the layers: two affine layers in a row are one affine layer. The assignment's own numbers do not see it, as all its hidden units are positive",
  reluOnScores: "a ReLU after the last layer: the scores are the affine layer's output as it is, negative ones too",
  b1Missing: "b1 is missing: the hidden layer is relu(X·W1 + b1)",
  b2Missing: "b2 is missing: the scores are hidden·W2 + b2",
  probabilitiesForScores: "probabilities in place of scores: the softmax belongs to the loss",
  halfMissing: "the 0.5 factor of the L2 term is missing: 0.5·reg·(ΣW1² + ΣW2²), whose gradient is reg·W",
  biasesRegularised: "the biases are regularised: the L2 term sums W1² and W2² only",
  regMissing: "the L2 term is missing: reg changes nothing. Add 0.5·reg·(ΣW1² + ΣW2²)",
  oneWeightRegularised: "the L2 term has only one of the two weights: add both, ΣW1² + ΣW2²",
  regGradientMissing: "the L2 term's gradient is missing: add reg·W to the gradient of each weight, not of the biases",
  regGradientTwice: "the L2 term's gradient is twice too large: the derivative of 0.5·reg·W² is reg·W",
  regGradientHalf: "the L2 term's gradient is half of what it should be: the derivative of 0.5·reg·W² is reg·W",
  biasGradientRegularised: "the bias's gradient has a part from the L2 term: biases are not regularised",
  hiddenMaskMissing:
    "the mask is missing in the network's backward pass: the gradient has to go back through ReLU, where the hidden unit was positive, before it reaches W1 and b1",
  lossNotGradient: "this gradient is right, and the loss is not what it belongs to: see what the checks say about the loss",
  w2First: "the weights are drawn in the wrong order: W1 before W2, so that the same seed gives the same network",
  scaleMissing: "weightScale is not used: multiply randn(...) by it",
  varianceForDeviation: "the scale of the weights is wrong: weightScale is the standard deviation, randn(...)·weightScale, neither its square nor its root",
  uniformWeights: "uniform numbers in place of normal ones: draw with random.randn",
  ownStream: "the weights do not come from the option random: draw with that stream, so that one seed gives the whole run",
  biasNotZero: "biases start at 0: zeros(H) and zeros(C)",
  moreDraws:
    "the random stream has moved on by more than the weights: whatever is drawn besides them shifts every later number, and the run is no longer the one of that seed",
  scoresOther: "the scores are others than the equations give: relu(X·W1 + b1)·W2 + b2",
  scoresShape: "scores have one row for each example and one column for each class",
  // --- update rules and Solver ---
  uphill: "the step goes uphill: parameters move against the gradient, w - learningRate·dw",
  rateMissing: "the learning rate is not used: the step is learningRate·dw",
  memoryLost: "the rule forgets between steps: return what it has to remember in the config, and read it from there the next time",
  defaultRate: "the default is not right when no learning rate is given",
  epsilonInRoot: "epsilon is inside the root: it is added to the root, √v + epsilon",
  noBiasCorrection: "the bias correction is missing or late: raise t first, then divide m by 1 - beta1ᵗ and v by 1 - beta2ᵗ",
  updateOther: "the parameters go elsewhere than the rule's equation says. Work out one number by hand",
  withoutReplacement: "the batch is drawn without replacement: random.choice(N, batchSize) may take an example twice",
  notDrawn: "the batch is not drawn: each step takes random.choice(N, batchSize), not the first examples",
  wholeSet: "the whole training set in place of a batch: take the rows that random.choice(N, batchSize) names",
  labelsElsewhere: "examples and labels do not belong together: take both by the same indices, drawn once",
  weightsOnly: "only some of the parameters are updated: go through all that model.params has, biases too",
  divergenceHidden:
    "the loss is NaN and training goes on in silence: stop with an error that says so; usually the learning rate is too high",
  wrongLossReturned: "the step returns another number than the batch's loss",
  nanScores:
    "NaN scores \"predict\" class 0: every comparison with NaN is false, so the argmax stays at 0 and the accuracy is that class's share, 0.087 on CIFAR-10's validation set. Stop with an error, or return NaN",
  tieNotFirst: "of equal scores the first class counts, as argmax has it",
  countForShare: "the number of right answers in place of their share: divide by the number of examples",
  lowestScore: "the lowest score is taken for the answer: the class of the highest score is",
  accuracyOther: "the share is another one: count the rows whose argmax is the label",
  // --- stream ---
  streamBehind: "the random stream stands elsewhere than these draws from this seed leave it: a cell was left out, or run in another order. Restart the kernel and run all cells from the top",
} as const;

/** The stream has moved on: later numbers are no longer those of a run from the top. */
export function streamAhead(draws: number): string {
  return `the random stream is ${draws} numbers further on: a cell that draws was run again. Restart the kernel and run all cells from the top, or seed the stream at the top of that cell`;
}

/** An array was written to that belongs to the caller, e.g. by "the softmax loss". */
export function changedInPlace(culprit: string, name: string, count: number, size: number): string {
  return (
    `${culprit} changes ${name} in place, ${count} of ${size} elements: whoever made it still needs it, ` +
    "and so does the way back. Work on a copy, or with methods that return a new array: x.maximum(0), x.sub(...), x.copy()"
  );
}
