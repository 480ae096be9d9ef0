/** One solution of each exercise, by the id of its cell. */
export const solutions: Readonly<Record<string, string>> = {
  "affine-forward": `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  return [matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }];
}`,
  "affine-backward": `
function affineBackward(dout: NDArray, { x, w }: any): AffineGradients {
  const rows = x.reshape(x.shape[0], -1);
  return { dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), db: dout.sum(0) };
}`,
  relu: `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.maximum(0), { x }];
}
function reluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, value) => (value > 0 ? d : 0));
}`,
  sigmoid: `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const out = x.map((value) => 1 / (1 + Math.exp(-value)));
  return [out, out];
}
function sigmoidBackward(dout: NDArray, out: any): NDArray {
  return dout.combine(out, (d, s) => d * s * (1 - s));
}`,
  "leaky-relu": `
function leakyReluForward(x: NDArray): [NDArray, any] {
  return [x.map((value) => (value > 0 ? value : 0.01 * value)), x];
}
function leakyReluBackward(dout: NDArray, x: any): NDArray {
  return dout.combine(x, (d, value) => (value > 0 ? d : 0.01 * d));
}`,
  sandwich: `
function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const [a, affine] = affineForward(x, w, b);
  const [out, relu] = reluForward(a);
  return [out, { affine, relu }];
}
function affineReluBackward(dout: NDArray, { affine, relu }: any): AffineGradients {
  return affineBackward(reluBackward(dout, relu), affine);
}`,
  softmax: `
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const N = x.shape[0];
  const shifted = x.sub(x.max(1).reshape(N, 1));
  const total = shifted.exp().sum(1);
  const dx = shifted.exp().div(total.reshape(N, 1));
  let loss = 0;
  y.forEach((label, i) => {
    loss += Math.log(total.get(i)) - shifted.get(i, label);
    dx.set([i, label], dx.get(i, label) - 1);
  });
  return [loss / N, dx.div(N)];
}`,
  svm: `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const dx = zeros([N, C]);
  let loss = 0;
  y.forEach((label, i) => {
    for (let j = 0; j < C; j++) {
      const margin = x.get(i, j) - x.get(i, label) + 1;
      if (j === label || margin <= 0) continue;
      loss += margin;
      dx.set([i, j], dx.get(i, j) + 1);
      dx.set([i, label], dx.get(i, label) - 1);
    }
  });
  return [loss / N, dx.div(N)];
}`,
  network: `
class Network {
  params: { W1: NDArray; b1: NDArray; W2: NDArray; b2: NDArray };
  reg: number;
  constructor({ inputDim, hiddenDim, numClasses, weightScale, reg, random }) {
    const W1 = random.randn(inputDim, hiddenDim).mul(weightScale);
    const W2 = random.randn(hiddenDim, numClasses).mul(weightScale);
    this.params = { W1, b1: zeros(hiddenDim), W2, b2: zeros(numClasses) };
    this.reg = reg;
  }
  scores(X: NDArray): NDArray {
    const { W1, b1, W2, b2 } = this.params;
    return affineForward(affineReluForward(X, W1, b1)[0], W2, b2)[0];
  }
  loss(X: NDArray, y: number[]): [number, any] {
    const { W1, b1, W2, b2 } = this.params;
    const [hidden, first] = affineReluForward(X, W1, b1);
    const [scores, second] = affineForward(hidden, W2, b2);
    const [dataLoss, dscores] = softmaxLoss(scores, y);
    const loss = dataLoss + 0.5 * this.reg * (W1.mul(W1).sum() + W2.mul(W2).sum());
    const { dx, dw: dW2, db: db2 } = affineBackward(dscores, second);
    const { dw: dW1, db: db1 } = affineReluBackward(dx, first);
    return [loss, { W1: dW1.add(W1.mul(this.reg)), b1: db1, W2: dW2.add(W2.mul(this.reg)), b2: db2 }];
  }
}`,
  sgd: `
function sgd(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const { learningRate = 1e-2 } = config;
  return [w.sub(dw.mul(learningRate)), config];
}`,
  momentum: `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const { learningRate = 1e-2, momentum = 0.9 } = config;
  const velocity = (config.velocity ?? zeros(w.shape)).mul(momentum).sub(dw.mul(learningRate));
  return [w.add(velocity), { ...config, velocity }];
}`,
  accuracy: `
function accuracy(scores: NDArray, y: number[]): number {
  if (Number.isNaN(scores.max())) throw new Error("accuracy: scores are NaN");
  const predicted = scores.argmax(1).data;
  return y.filter((label, i) => predicted[i] === label).length / y.length;
}`,
  step: `
function solverStep(model: any, data: any, options: any): number {
  const { batchSize, learningRate, random } = options;
  const indices = random.choice(data.yTrain.length, batchSize).data;
  const y = Array.from(indices, (i: number) => data.yTrain[i]);
  const [loss, grads] = model.loss(data.XTrain.takeRows(indices), y);
  if (!Number.isFinite(loss)) throw new Error("solverStep: the loss is " + loss);
  for (const name of Object.keys(model.params)) {
    model.params[name] = sgd(model.params[name], grads[name], { learningRate })[0];
  }
  return loss;
}`,
};
