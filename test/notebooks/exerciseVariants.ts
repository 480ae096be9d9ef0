/** Right programs in other styles than the solutions': loops, one line, views, sums in another order, other dtypes. */
export interface ExerciseVariant {
  /** the id of the cell that it stands in */
  readonly exercise: string;
  readonly name: string;
  readonly code: string;
}

const variant = (exercise: string, name: string, code: string): ExerciseVariant => ({ exercise, name, code });

export const variants: readonly ExerciseVariant[] = [
  variant("affine-forward", "loops", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const N = x.shape[0], [D, M] = w.shape;
  const rows = x.reshape(N, D);
  const out = zeros([N, M]);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < M; j++) {
      let sum = b.get(j);
      for (let k = 0; k < D; k++) sum += rows.get(i, k) * w.get(k, j);
      out.set([i, j], sum);
    }
  }
  return [out, { x: x, w: w, b: b }];
}`),
  variant("affine-forward", "sums from the end", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const N = x.shape[0], [D, M] = w.shape;
  const rows = x.reshape(N, -1);
  const out = zeros([N, M]);
  for (let i = 0; i < N; i++) for (let j = 0; j < M; j++) {
    let sum = 0;
    for (let k = D - 1; k >= 0; k--) sum += rows.get(i, k) * w.get(k, j);
    out.set([i, j], sum + b.get(j));
  }
  return [out, { x, w }];
}`),
  variant("affine-forward", "transposed twice", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  return [matmul(w.T, x.reshape(x.shape[0], -1).T).T.add(b), { x, w }];
}`),
  variant("affine-forward", "a list as cache, and the bias as a row", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  return [matmul(x.reshape(x.shape[0], w.shape[0]), w).add(b.reshape(1, -1)), { x: x.copy(), w: w.copy() }];
}`),
  variant("affine-backward", "loops", `
function affineBackward(dout: NDArray, { x, w }: any): AffineGradients {
  const [N, M] = dout.shape, D = w.shape[0];
  const rows = x.reshape(N, D);
  const dx = zeros([N, D]), dw = zeros([D, M]), db = zeros(M);
  for (let i = 0; i < N; i++) for (let j = 0; j < M; j++) {
    const d = dout.get(i, j);
    db.set([j], db.get(j) + d);
    for (let k = 0; k < D; k++) {
      dx.set([i, k], dx.get(i, k) + d * w.get(k, j));
      dw.set([k, j], dw.get(k, j) + d * rows.get(i, k));
    }
  }
  return { dx: dx.reshape(...x.shape), dw, db };
}`),
  variant("affine-backward", "db by a product, dw by its transpose", `
function affineBackward(dout: NDArray, { x, w }: any): AffineGradients {
  const N = dout.shape[0];
  const rows = x.reshape(N, -1);
  const db = matmul(zeros([1, N]).add(1), dout).reshape(-1);
  return { db, dw: matmul(dout.T, rows).T, dx: matmul(w, dout.T).T.reshape(...x.shape) };
}`),
  variant("relu", "maps, with NaN passing", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.map((value) => Math.max(0, value)), x];
}
function reluBackward(dout: NDArray, x: any): NDArray {
  return dout.mul(x.map((value: number) => (value > 0 ? 1 : 0)));
}`),
  variant("relu", "the mask in the cache", `
function reluForward(x: NDArray): [NDArray, any] {
  const mask = x.map((value) => (value > 0 ? 1 : 0));
  return [x.map((value) => (value < 0 ? 0 : value)), { mask }];
}
function reluBackward(dout: NDArray, { mask }: any): NDArray {
  return mask.mul(dout);
}`),
  variant("relu", "a float32 mask, loops", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.maximum(0), x.copy()];
}
function reluBackward(dout: NDArray, cache: any): NDArray {
  const mask = zeros(cache.shape, "float32");
  for (let i = 0; i < mask.size; i++) mask.data[i] = cache.data[i] > 0 ? 1 : 0;
  return dout.mul(mask);
}`),
  variant("relu", "the output in the cache", `
function reluForward(x: NDArray): [NDArray, any] {
  const out = x.maximum(0);
  return [out, out];
}
function reluBackward(dout: NDArray, out: any): NDArray {
  return dout.combine(out, (d, value) => (value > 0 ? d : 0));
}`),
  variant("relu", "max(0, x) with an absolute value", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.add(x.abs()).div(2), { x }];
}
function reluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, value) => (value <= 0 ? 0 : d));
}`),
  variant("relu", "float32", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.astype("float32").maximum(0), { x }];
}
function reluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, value) => (value > 0 ? d : 0)).astype("float32");
}`),
  variant("sandwich", "without the layers", `
function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const a = matmul(x.reshape(x.shape[0], -1), w).add(b);
  return [a.maximum(0), { x, w, a }];
}
function affineReluBackward(dout: NDArray, { x, w, a }: any): AffineGradients {
  const d = dout.combine(a, (value, at) => (at > 0 ? value : 0));
  return { dx: matmul(d, w.T).reshape(...x.shape), dw: matmul(x.reshape(x.shape[0], -1).T, d), db: d.sum(0) };
}`),
  variant("sandwich", "a list of caches", `
function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const [a, first] = affineForward(x, w, b), [out, second] = reluForward(a);
  return [out, [first, second]];
}
function affineReluBackward(dout: NDArray, [first, second]: any): AffineGradients {
  const { dx, dw, db } = affineBackward(reluBackward(dout, second), first);
  return { dx, dw, db };
}`),
  variant("sigmoid", "by tanh, x in the cache", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  return [x.map((value) => 0.5 * (1 + Math.tanh(value / 2))), x];
}
function sigmoidBackward(dout: NDArray, x: any): NDArray {
  return dout.combine(x, (d, value) => d / (2 + Math.exp(value) + Math.exp(-value)));
}`),
  variant("sigmoid", "two branches, and array methods", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const out = x.map((v) => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v))));
  return [out, { out }];
}
function sigmoidBackward(dout: NDArray, { out }: any): NDArray {
  return dout.mul(out).mul(out.mul(-1).add(1));
}`),
  variant("sigmoid", "exp of arrays", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const e = x.neg().exp().add(1);
  const out = zeros(x.shape).add(1).div(e);
  return [out, { s: out }];
}
function sigmoidBackward(dout: NDArray, { s }: any): NDArray {
  return dout.mul(s.sub(s.mul(s)));
}`),
  variant("leaky-relu", "a maximum, a mask", `
function leakyReluForward(x: NDArray): [NDArray, any] {
  return [x.map((v) => Math.max(0.01 * v, v)), { x }];
}
function leakyReluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.mul(x.map((v: number) => (v > 0 ? 1 : 0.01)));
}`),
  variant("leaky-relu", "two parts added", `
function leakyReluForward(x: NDArray): [NDArray, any] {
  return [x.maximum(0).add(x.minimum(0).mul(0.01)), { x }];
}
function leakyReluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, v) => (v <= 0 ? d / 100 : d));
}`),
  variant("softmax", "loops", `
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const dx = zeros([N, C]);
  let loss = 0;
  for (let i = 0; i < N; i++) {
    let top = -Infinity;
    for (let j = 0; j < C; j++) top = Math.max(top, x.get(i, j));
    let sum = 0;
    for (let j = 0; j < C; j++) sum += Math.exp(x.get(i, j) - top);
    loss += (Math.log(sum) + top - x.get(i, y[i])) / N;
    for (let j = 0; j < C; j++) dx.set([i, j], (Math.exp(x.get(i, j) - top) / sum - (j === y[i] ? 1 : 0)) / N);
  }
  return [loss, dx];
}`),
  variant("softmax", "by log-probabilities", `
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const N = x.shape[0];
  const s = x.sub(x.max(1).reshape(-1, 1));
  const logP = s.sub(s.exp().sum(1).log().reshape(-1, 1));
  const hot = zeros(x.shape);
  y.forEach((label, i) => hot.set([i, label], 1));
  return [-logP.mul(hot).sum() / N, logP.exp().sub(hot).div(N)];
}`),
  variant("softmax", "float32", `
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const N = x.shape[0];
  const shifted = x.sub(x.max(1).reshape(N, 1)).astype("float32");
  const total = shifted.exp().sum(1);
  const dx = shifted.exp().div(total.reshape(N, 1));
  let loss = 0;
  y.forEach((label, i) => {
    loss += Math.log(total.get(i)) - shifted.get(i, label);
    dx.set([i, label], dx.get(i, label) - 1);
  });
  return [loss / N, dx.div(N)];
}`),
  variant("svm", "the hints' loops", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const dx = zeros([N, C]);
  let loss = 0;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < C; j++) {
      if (j === y[i]) continue;
      const m = x.get(i, j) - x.get(i, y[i]) + 1;
      if (m > 0) {
        loss += m / N;
        dx.set([i, j], dx.get(i, j) + 1 / N);
        dx.set([i, y[i]], dx.get(i, y[i]) - 1 / N);
      }
    }
  }
  return [loss, dx];
}`),
  variant("svm", "arrays, the right class taken out", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const hot = zeros([N, C]);
  y.forEach((label, i) => hot.set([i, label], 1));
  const margins = x.sub(x.mul(hot).sum(1).reshape(N, 1)).add(1).sub(hot).maximum(0);
  const mask = margins.map((m) => (m > 0 ? 1 : 0));
  return [margins.sum() / N, mask.sub(hot.mul(mask.sum(1).reshape(N, 1))).div(N)];
}`),
  variant("svm", "the right class's 1 taken off in the end", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const N = x.shape[0];
  let loss = -N;
  const dx = x.map(() => 0);
  for (let i = N - 1; i >= 0; i--) {
    let count = 0;
    for (let j = x.shape[1] - 1; j >= 0; j--) {
      const margin = Math.max(0, 1 + x.get(i, j) - x.get(i, y[i]));
      loss += margin;
      if (margin > 0) {
        dx.set([i, j], 1 / N);
        count++;
      }
    }
    dx.set([i, y[i]], (1 - count) / N);
  }
  return [loss / N, dx];
}`),
  variant("network", "all by hand", `
class Network {
  params: { W1: NDArray; b1: NDArray; W2: NDArray; b2: NDArray };
  reg: number;
  constructor(options) {
    const { inputDim: D, hiddenDim: H, numClasses: C, weightScale, random } = options;
    this.params = { W1: random.randn(D, H).mul(weightScale), b1: zeros(H), W2: random.randn(H, C).mul(weightScale), b2: zeros(C) };
    this.reg = options.reg;
  }
  scores(X: NDArray): NDArray {
    const { W1, b1, W2, b2 } = this.params;
    return matmul(matmul(X.reshape(X.shape[0], -1), W1).add(b1).maximum(0), W2).add(b2);
  }
  loss(X: NDArray, y: number[]): [number, any] {
    const { W1, W2, b1 } = this.params;
    const rows = X.reshape(X.shape[0], -1);
    const hidden = matmul(rows, W1).add(b1).maximum(0);
    const [data, d] = softmaxLoss(this.scores(X), y);
    const dh = matmul(d, W2.T).combine(hidden, (value, h) => (h > 0 ? value : 0));
    const half = this.reg / 2;
    const loss = data + half * W1.mul(W1).sum() + half * W2.mul(W2).sum();
    return [loss, { W2: matmul(hidden.T, d).add(W2.mul(this.reg)), b2: d.sum(0), W1: matmul(rows.T, dh).add(W1.mul(this.reg)), b1: dh.sum(0) }];
  }
}`),
  variant("network", "squares by map, this.scores for the loss", `
class Network {
  params: any = {};
  reg: number;
  constructor({ inputDim, hiddenDim, numClasses, weightScale, reg, random }) {
    this.params.W1 = random.randn(inputDim, hiddenDim).mul(weightScale);
    this.params.b1 = zeros([hiddenDim]);
    this.params.W2 = random.randn(hiddenDim, numClasses).mul(weightScale);
    this.params.b2 = zeros([numClasses]);
    this.reg = reg;
  }
  scores(X: NDArray): NDArray {
    const [hidden] = affineReluForward(X, this.params.W1, this.params.b1);
    return affineForward(hidden, this.params.W2, this.params.b2)[0];
  }
  loss(X: NDArray, y: number[]): [number, any] {
    const p = this.params, grads: any = {};
    const [h, c1] = affineReluForward(X, p.W1, p.b1);
    const [s, c2] = affineForward(h, p.W2, p.b2);
    let [loss, ds] = softmaxLoss(s, y);
    const second = affineBackward(ds, c2), first = affineReluBackward(second.dx, c1);
    for (const name of ["W1", "W2"]) loss += 0.5 * this.reg * p[name].map((w: number) => w * w).sum();
    grads.W1 = first.dw.add(p.W1.mul(this.reg));
    grads.b1 = first.db;
    grads.W2 = p.W2.mul(this.reg).add(second.dw);
    grads.b2 = second.db;
    return [loss, grads];
  }
}`),
  variant("sgd", "the default put into the config", `
function sgd(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  config.learningRate ??= 1e-2;
  return [w.combine(dw, (value, d) => value - config.learningRate * d), config];
}`),
  variant("sgd", "one line", `
function sgd(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  return [w.add(dw.mul(-(config.learningRate ?? 0.01))), { ...config }];
}`),
  variant("sgd", "a copy that is written to", `
function sgd(w: NDArray, dw: NDArray, config?: any): [NDArray, any] {
  const rate = config?.learningRate === undefined ? 0.01 : config.learningRate;
  const next = w.copy();
  for (let i = 0; i < next.size; i++) next.data[i] -= rate * dw.data[i];
  return [next, config ?? {}];
}`),
  variant("momentum", "as the original keeps it", `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  config.learningRate ??= 1e-2;
  config.momentum ??= 0.9;
  let v = config.velocity ?? w.mul(0);
  v = v.mul(config.momentum).sub(dw.mul(config.learningRate));
  config.velocity = v;
  return [w.add(v), config];
}`),
  variant("momentum", "minus the velocity", `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const { learningRate = 1e-2, momentum = 0.9, step = zeros(w.shape) } = config;
  const next = step.mul(momentum).add(dw.mul(learningRate));
  return [w.sub(next), { ...config, step: next }];
}`),
  variant("accuracy", "loops", `
function accuracy(scores: NDArray, y: number[]): number {
  const [N, C] = scores.shape;
  let right = 0;
  for (let i = 0; i < N; i++) {
    let best = 0;
    for (let j = 0; j < C; j++) {
      if (Number.isNaN(scores.get(i, j))) return NaN;
      if (scores.get(i, j) > scores.get(i, best)) best = j;
    }
    if (best === y[i]) right += 1 / N;
  }
  return right;
}`),
  variant("accuracy", "a mean of a list", `
function accuracy(scores: NDArray, y: number[]): number {
  if (scores.data.some(Number.isNaN)) throw new RangeError("NaN");
  const answers = Array.from(scores.argmax(1).data);
  return answers.map((answer, i) => Number(answer === y[i])).reduce((a, b) => a + b) / answers.length;
}`),
  variant("step", "entries, and another order", `
function solverStep(model: any, { XTrain, yTrain }: any, { batchSize, learningRate, random }: any): number {
  const chosen = Array.from(random.choice(XTrain.shape[0], batchSize).data) as number[];
  const [loss, grads] = model.loss(XTrain.takeRows(chosen), chosen.map((i) => yTrain[i]));
  if (!isFinite(loss)) throw new Error("diverged");
  for (const [name, dw] of Object.entries(grads).reverse() as any) {
    const [next] = sgd(model.params[name], dw, { learningRate });
    model.params[name] = next;
  }
  return loss;
}`),
  variant("step", "new parameters all at once", `
function solverStep(model: any, data: any, options: any): number {
  const rows = options.random.choice(data.yTrain.length, options.batchSize).toList() as number[];
  const [loss, grads] = model.loss(data.XTrain.takeRows(rows), rows.map((row) => data.yTrain[row]));
  if (Number.isNaN(loss) || Math.abs(loss) === Infinity) throw new Error("diverged");
  const next: any = {};
  for (const name in model.params) next[name] = model.params[name].sub(grads[name].mul(options.learningRate));
  model.params = next;
  return loss;
}`),
];
