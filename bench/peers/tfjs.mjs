/** tfjs's side: the step and the scores in its own tensors, on its CPU or its WebAssembly backend, float32. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { contend, timed } from "../contenders/contender.mjs";
import { CLASSES, D, exampleLabels, examplePixels, meanRow } from "../contenders/exampleImages.mjs";

const [N, H, ROWS, REG, RATE] = [100, 50, 4000, 0.1, 1e-3];
const [, , program, backend] = process.argv;
if (backend === "wasm") {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(main)}/`);
} else {
  await import("@tensorflow/tfjs-backend-cpu");
}
await tf.setBackend(backend);
await tf.ready();

const params = {
  W1: tf.randomNormal([D, H], 0, 1e-3, "float32", 1),
  b1: tf.zeros([H]),
  W2: tf.randomNormal([H, CLASSES], 0, 1e-3, "float32", 2),
  b2: tf.zeros([CLASSES]),
};
const affine = (x, w, b) => tf.add(tf.matMul(x, w), b);
const scores = (x) => affine(tf.relu(affine(x, params.W1, params.b1)), params.W2, params.b2);

function images(count) {
  const pixels = examplePixels(count);
  const mean = meanRow(pixels);
  return tf.tensor2d(Float32Array.from(pixels, (pixel, i) => pixel - mean[i % D]), [count, D]);
}

if (program === "scoring") {
  const x = images(10_000);
  await contend((repetitions) =>
    timed(repetitions, () => tf.tidy(() => scores(x).dataSync()), (result) => result.length),
  );
} else {
  const x = images(ROWS);
  const y = tf.tensor1d(exampleLabels(ROWS), "int32");
  await contend((repetitions) =>
    timed(repetitions, () => {
      const indices = Int32Array.from({ length: N }, () => Math.floor(Math.random() * ROWS));
      const [loss, ...next] = tf.tidy(() => step(tf.gather(x, indices), tf.gather(y, indices)));
      Object.keys(params).forEach((name, i) => {
        params[name].dispose();
        params[name] = next[i];
      });
      const value = loss.dataSync()[0];
      loss.dispose();
      return value;
    }, (value) => value),
  );
}

/** The loss, and the updated parameters. */
function step(x, y) {
  const { W1, b1, W2, b2 } = params;
  const hidden = affine(x, W1, b1);
  const active = tf.relu(hidden);
  const logits = affine(active, W2, b2);
  const right = tf.oneHot(y, CLASSES);
  const logProbabilities = tf.logSoftmax(logits);
  const dataLoss = tf.neg(tf.div(tf.sum(tf.mul(right, logProbabilities)), N));
  const penalty = tf.mul(0.5 * REG, tf.add(tf.sum(tf.square(W1)), tf.sum(tf.square(W2))));
  const dscores = tf.div(tf.sub(tf.exp(logProbabilities), right), N);
  const dhidden = tf.mul(tf.matMul(dscores, W2, false, true), tf.cast(tf.greater(hidden, 0), "float32"));
  const grads = [
    tf.add(tf.matMul(x, dhidden, true), tf.mul(W1, REG)),
    tf.sum(dhidden, 0),
    tf.add(tf.matMul(active, dscores, true), tf.mul(W2, REG)),
    tf.sum(dscores, 0),
  ];
  return [tf.add(dataLoss, penalty), ...[W1, b1, W2, b2].map((w, i) => tf.sub(w, tf.mul(RATE, grads[i])))];
}
