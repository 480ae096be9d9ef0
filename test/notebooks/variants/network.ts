/** Right networks. */
import { type ExerciseVariant, variant } from "./variant.js";

export const network: readonly ExerciseVariant[] = [
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
  variant("network", "what scores keeps is made anew each time, gradients in a field", `
class Network {
  params: any; reg: number; caches: any; grads: any;
  constructor({ inputDim, hiddenDim, numClasses, weightScale, reg, random }) {
    const draw = (rows: number, columns: number) => random.randn(rows, columns).mul(weightScale);
    this.params = { W1: draw(inputDim, hiddenDim), b1: zeros(hiddenDim), W2: draw(hiddenDim, numClasses), b2: zeros(numClasses) };
    this.reg = reg;
  }
  scores(X: NDArray): NDArray {
    const { W1, b1, W2, b2 } = this.params;
    const [hidden, first] = affineReluForward(X, W1, b1);
    const [scores, second] = affineForward(hidden, W2, b2);
    this.caches = { first, second };
    return scores;
  }
  loss(X: NDArray, y: number[]): [number, any] {
    let [loss, d] = softmaxLoss(this.scores(X), y);
    const { W1, W2 } = this.params;
    const back2 = affineBackward(d, this.caches.second), back1 = affineReluBackward(back2.dx, this.caches.first);
    loss += (this.reg * (W1.map((w: number) => w ** 2).sum() + W2.map((w: number) => w ** 2).sum())) / 2;
    this.grads = { W1: back1.dw.add(W1.mul(this.reg)), b1: back1.db, W2: back2.dw.add(W2.mul(this.reg)), b2: back2.db };
    return [loss, this.grads];
  }
}`),
  variant("network", "loops over two layers, regularisation by name", `
class Network {
  params: any = {};
  options: any;
  constructor(options: any) {
    this.options = { ...options };
    const sizes = [options.inputDim, options.hiddenDim, options.numClasses];
    for (let k = 1; k < sizes.length; k++) {
      this.params["W" + k] = options.random.randn(sizes[k - 1], sizes[k]).mul(options.weightScale);
      this.params["b" + k] = zeros(sizes[k]);
    }
  }
  forward(X: NDArray) {
    const p = this.params;
    const a = affineForward(X, p.W1, p.b1), h = reluForward(a[0]), s = affineForward(h[0], p.W2, p.b2);
    return { a, h, s };
  }
  scores(X: NDArray): NDArray { return this.forward(X).s[0]; }
  loss(X: NDArray, y: number[]): [number, any] {
    const { a, h, s } = this.forward(X), { reg } = this.options;
    const [data, ds] = softmaxLoss(s[0], y);
    const g2 = affineBackward(ds, s[1]), g1 = affineBackward(reluBackward(g2.dx, h[1]), a[1]);
    const grads: any = { W1: g1.dw, b1: g1.db, W2: g2.dw, b2: g2.db };
    let loss = data;
    for (const name of Object.keys(this.params)) {
      if (!name.startsWith("W")) continue;
      const W = this.params[name];
      loss += 0.5 * reg * W.data.reduce((sum: number, w: number) => sum + w * w, 0);
      grads[name] = grads[name].add(W.mul(reg));
    }
    return [loss, grads];
  }
}`),
  variant("network", "draws one number at a time", `
class Network {
  params: any; reg: number;
  constructor({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, reg = 0, random }: any) {
    const drawn = (rows: number, columns: number) => {
      const W = zeros([rows, columns]);
      for (let i = 0; i < W.size; i++) W.data[i] = weightScale * random.randn();
      return W;
    };
    const W1 = drawn(D, H), W2 = drawn(H, C);
    this.params = { W1, b1: zeros([H]), W2, b2: zeros([C]) };
    this.reg = reg;
  }
  scores(X: NDArray): NDArray {
    const { W1, b1, W2, b2 } = this.params;
    return affineForward(reluForward(affineForward(X, W1, b1)[0])[0], W2, b2)[0];
  }
  loss(X: NDArray, y: number[]): [number, any] {
    const { W1, b1, W2, b2 } = this.params, { reg } = this;
    const [h, c1] = affineReluForward(X, W1, b1), [s, c2] = affineForward(h, W2, b2);
    const [data, d] = softmaxLoss(s, y);
    const { dx, dw, db } = affineBackward(d, c2);
    const one = affineReluBackward(dx, c1);
    const squares = matmul(W1.reshape(1, -1), W1.reshape(-1, 1)).get(0, 0) + matmul(W2.reshape(1, -1), W2.reshape(-1, 1)).get(0, 0);
    return [data + reg * squares * 0.5, { b2: db, W2: dw.add(W2.mul(reg)), b1: one.db, W1: one.dw.add(W1.mul(reg)) }];
  }
}`),
];
