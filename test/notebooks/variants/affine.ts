/** Right programs for the layers with weights. */
import { type ExerciseVariant, variant } from "./variant.js";

export const affine: readonly ExerciseVariant[] = [
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
  variant("affine-forward", "Float64Array by hand", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const N = x.shape[0], [D, M] = w.shape;
  const data = new Float64Array(N * M);
  for (let i = 0; i < N; i++) for (let j = 0; j < M; j++) {
    let s = 0;
    for (let k = 0; k < D; k++) s += x.data[i * D + k] * w.data[k * M + j];
    data[i * M + j] = s + b.data[j];
  }
  return [new NDArray(data, [N, M]), Object.freeze({ x, w })];
}`),
  variant("affine-forward", "a class instance as cache", `
class AffineCache { constructor(readonly x: NDArray, readonly w: NDArray) {} }
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const rows = x.reshape(x.shape[0], x.size / x.shape[0]);
  return [b.add(matmul(rows, w)), new AffineCache(x, w)];
}`),
  variant("affine-forward", "the bias as one more weight", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const N = x.shape[0], [D, M] = w.shape;
  const rows = zeros([N, D + 1]), both = zeros([D + 1, M]);
  for (let i = 0; i < N; i++) { for (let k = 0; k < D; k++) rows.set([i, k], x.reshape(N, D).get(i, k)); rows.set([i, D], 1); }
  for (let j = 0; j < M; j++) { for (let k = 0; k < D; k++) both.set([k, j], w.get(k, j)); both.set([D, j], b.get(j)); }
  return [matmul(rows, both), { x, w }];
}`),
  variant("affine-forward", "example by example", `
function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const N = x.shape[0];
  const rows = x.reshape(N, -1);
  const out = zeros([N, b.size]);
  for (let i = 0; i < N; i++) out.data.set(matmul(rows.slice(i, i + 1), w).add(b).data, i * b.size);
  return [out, { x, w }];
}`),
  variant("affine-backward", "outer products, one example at a time", `
function affineBackward(dout: NDArray, { x, w }: any): AffineGradients {
  const N = x.shape[0];
  const rows = x.reshape(N, -1);
  let dw = w.mul(0), db = dout.sum(0).mul(0);
  const dx = zeros(rows.shape);
  for (let i = N - 1; i >= 0; i--) {
    const d = dout.slice(i, i + 1), row = rows.slice(i, i + 1);
    dw = dw.add(matmul(row.T, d));
    db = db.add(d.reshape(-1));
    dx.data.set(matmul(d, w.T).data, i * rows.shape[1]);
  }
  return { dx: dx.reshape(...x.shape), dw, db };
}`),
  variant("affine-backward", "a mean times N, and more than is asked", `
function affineBackward(dout: NDArray, cache: any): AffineGradients {
  const { x, w } = cache;
  const N = dout.shape[0];
  const db = dout.mean(0).mul(N);
  return { dx: matmul(w, dout.T).T.reshape(...x.shape), dw: matmul(x.reshape(N, -1).T, dout), db, dout } as any;
}`),
  variant("sandwich", "one pass, the mask of the output", `
function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const [a, cache] = affineForward(x, w, b);
  const out = a.maximum(0);
  return [out, { cache, out }];
}
function affineReluBackward(dout: NDArray, { cache, out }: any): AffineGradients {
  return affineBackward(dout.mul(out.map((v: number) => (v > 0 ? 1 : 0))), cache);
}`),
  variant("sandwich", "the caches spread into one", `
function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any] {
  const [a, { x: kept, w: weights }] = affineForward(x, w, b);
  return [reluForward(a)[0], { kept, weights, a }];
}
function affineReluBackward(dout: NDArray, { kept, weights, a }: any): AffineGradients {
  const d = reluBackward(dout, { x: a });
  const { dx, dw, db } = affineBackward(d, { x: kept, w: weights });
  return { db, dw, dx };
}`),
];
