/** ml-matrix's side: the step and the scores in its own matrices, float64. */
import { Matrix } from "ml-matrix";
import { contend, timed } from "../contenders/contender.mjs";
import { CLASSES, D, exampleLabels, examplePixels, meanRow } from "../contenders/exampleImages.mjs";

const [N, H, ROWS, REG, RATE] = [100, 50, 4000, 0.1, 1e-3];
const random = (() => {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
})();
const weights = (rows, columns) => Matrix.zeros(rows, columns).apply(function (i, j) {
  this.set(i, j, 3e-3 * (random() - 0.5));
});
const params = { W1: weights(D, H), b1: Matrix.zeros(1, H), W2: weights(H, CLASSES), b2: Matrix.zeros(1, CLASSES) };

function rows(pixels, mean, indices) {
  const x = Matrix.zeros(indices.length, D);
  indices.forEach((index, i) => {
    for (let j = 0; j < D; j++) x.set(i, j, pixels[index * D + j] - mean[j]);
  });
  return x;
}

const positive = (x) => x.clone().apply(function (i, j) {
  this.set(i, j, Math.max(0, this.get(i, j)));
});
const affine = (x, w, b) => x.mmul(w).addRowVector(b);

function scores(x) {
  return affine(positive(affine(x, params.W1, params.b1)), params.W2, params.b2);
}

function step(x, y) {
  const hidden = affine(x, params.W1, params.b1);
  const active = positive(hidden);
  const dscores = affine(active, params.W2, params.b2);
  let loss = 0;
  for (let i = 0; i < N; i++) {
    const row = dscores.getRow(i);
    const max = Math.max(...row);
    const logSum = max + Math.log(row.reduce((sum, score) => sum + Math.exp(score - max), 0));
    loss += (logSum - row[y[i]]) / N;
    row.forEach((score, j) => dscores.set(i, j, (Math.exp(score - logSum) - (j === y[i] ? 1 : 0)) / N));
  }
  const dhidden = dscores.mmul(params.W2.transpose());
  dhidden.apply(function (i, j) {
    if (!(hidden.get(i, j) > 0)) this.set(i, j, 0);
  });
  const grads = {
    W1: x.transpose().mmul(dhidden).add(Matrix.mul(params.W1, REG)),
    b1: Matrix.rowVector(dhidden.sum("column")),
    W2: active.transpose().mmul(dscores).add(Matrix.mul(params.W2, REG)),
    b2: Matrix.rowVector(dscores.sum("column")),
  };
  for (const name of Object.keys(params)) params[name].sub(grads[name].mul(RATE));
  return loss;
}

if (process.argv[2] === "scoring") {
  const pixels = examplePixels(10_000);
  const x = rows(pixels, meanRow(pixels), [...Array(10_000).keys()]);
  await contend((repetitions) => timed(repetitions, () => scores(x), (result) => result.rows));
} else {
  const pixels = examplePixels(ROWS);
  const [mean, y] = [meanRow(pixels), exampleLabels(ROWS)];
  await contend((repetitions) =>
    timed(repetitions, () => {
      const indices = Array.from({ length: N }, () => Math.floor(random() * ROWS));
      return step(rows(pixels, mean, indices), indices.map((index) => y[index]));
    }, (loss) => loss),
  );
}
