/** Right programs for the two losses. */
import { type ExerciseVariant, variant } from "./variant.js";

export const losses: readonly ExerciseVariant[] = [
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
  variant("softmax", "log-sum-exp with a helper closure", `
const logSumExp = (row: number[]) => { const top = Math.max(...row); return top + Math.log(row.reduce((s, v) => s + Math.exp(v - top), 0)); };
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const rows = x.toList() as number[][];
  const lse = rows.map(logSumExp);
  const loss = rows.reduce((sum, row, i) => sum + lse[i] - row[y[i]], 0) / rows.length;
  const dx = zeros(x.shape);
  rows.forEach((row, i) => row.forEach((v, j) => dx.set([i, j], (Math.exp(v - lse[i]) - (y[i] === j ? 1 : 0)) / rows.length)));
  return [loss, dx];
}`),
  variant("softmax", "differences to the right class, log1p", `
function softmaxLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const losses: number[] = [];
  const dx = x.mul(0);
  for (let i = N - 1; i >= 0; i--) {
    let best = 0;
    for (let j = 1; j < C; j++) if (x.get(i, j) > x.get(i, best)) best = j;
    let rest = 0;
    for (let j = 0; j < C; j++) if (j !== best) rest += Math.exp(x.get(i, j) - x.get(i, best));
    losses.push(Math.log1p(rest) + x.get(i, best) - x.get(i, y[i]));
    for (let j = 0; j < C; j++) dx.set([i, j], Math.exp(x.get(i, j) - x.get(i, best)) / (1 + rest) / N);
    dx.set([i, y[i]], dx.get(i, y[i]) - 1 / N);
  }
  return [losses.reduce((a, b) => a + b) / N, dx];
}`),
  variant("softmax", "labels as an array, dx first", `
function softmaxLoss(x: NDArray, y: any): [number, NDArray] {
  const labels = Array.from(y as ArrayLike<number>, Number);
  const s = x.sub(x.max(1).reshape(-1, 1));
  const e = s.exp(), z = e.sum(1);
  const dx = e.div(z.reshape(-1, 1));
  labels.forEach((c, i) => (dx.data[i * x.shape[1] + c] -= 1));
  const loss = labels.reduce((sum, c, i) => sum + Math.log(z.data[i]) - s.get(i, c), 0) / labels.length;
  return [loss, dx.mul(1 / labels.length)];
}`),
  variant("svm", "margins in a Float64Array", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const [N, C] = x.shape;
  const d = new Float64Array(N * C);
  let loss = 0;
  for (let k = 0; k < N * C; k++) {
    const i = Math.floor(k / C), j = k % C, right = i * C + y[i];
    if (k === right) continue;
    const m = 1 - (x.data[right] - x.data[k]);
    if (m <= 0) continue;
    loss += m; d[k] += 1; d[right] -= 1;
  }
  return [loss / N, new NDArray(d.map((v) => v / N), [N, C])];
}`),
  variant("svm", "a mask of 0 and 1, and row sums", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const N = x.shape[0];
  const right = y.map((c, i) => x.get(i, c));
  const margins = x.map((v) => v);
  for (let i = 0; i < N; i++) for (let j = 0; j < x.shape[1]; j++) margins.set([i, j], j === y[i] ? 0 : Math.max(0, x.get(i, j) - right[i] + 1));
  const dx = margins.map((m) => Math.sign(m) / N);
  const counts = dx.sum(1);
  y.forEach((c, i) => dx.set([i, c], -counts.get(i)));
  return [margins.sum(1).mean(), dx];
}`),
  variant("svm", "filter and reduce", `
function svmLoss(x: NDArray, y: number[]): [number, NDArray] {
  const rows = x.toList() as number[][];
  const dx = zeros(x.shape);
  const each = rows.map((row, i) => {
    const wrong = row.map((score, j) => ({ j, margin: score + 1 - row[y[i]] })).filter(({ j, margin }) => j !== y[i] && margin > 0);
    wrong.forEach(({ j }) => dx.set([i, j], 1 / rows.length));
    dx.set([i, y[i]], -wrong.length / rows.length);
    return wrong.reduce((sum, { margin }) => sum + margin, 0);
  });
  return [each.reduce((a, b) => a + b, 0) / rows.length, dx];
}`),
];
