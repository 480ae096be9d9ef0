/** Right programs for the update rules, accuracy and the step of training. */
import { type ExerciseVariant, variant } from "./variant.js";

export const training: readonly ExerciseVariant[] = [
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
  variant("sgd", "a step added, ?? for the default", `
function sgd(w: NDArray, dw: NDArray, config: any): [NDArray, any] {
  const rate = config?.learningRate ?? 0.01;
  const step = dw.neg().mul(rate);
  return [step.add(w), { ...config, learningRate: rate }];
}`),
  variant("sgd", "|| for the default", `
function sgd(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const lr = config.learningRate || 1e-2;
  const next = zeros(w.shape);
  for (let i = 0; i < w.size; i++) next.data[i] = w.data[i] - lr * dw.data[i];
  return [next, config];
}`),
  variant("momentum", "velocity without the rate, as others keep it", `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const { learningRate = 1e-2, momentum = 0.9, velocity } = config;
  const v = velocity ? velocity.mul(momentum).add(dw) : dw.copy();
  return [w.sub(v.mul(learningRate)), { learningRate, momentum, velocity: v }];
}`),
  variant("momentum", "loops, its own velocity written in place", `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const settings = { learningRate: 1e-2, momentum: 0.9, ...config };
  const v = config.velocity ?? zeros(w.shape), next = w.copy();
  for (let i = 0; i < w.size; i++) {
    v.data[i] = settings.momentum * v.data[i] - settings.learningRate * dw.data[i];
    next.data[i] += v.data[i];
  }
  return [next, { ...settings, velocity: v }];
}`),
  variant("momentum", "a Float64Array for the velocity", `
function sgdMomentum(w: NDArray, dw: NDArray, config: any = {}): [NDArray, any] {
  const { learningRate = 0.01, momentum = 0.9 } = config;
  const old: Float64Array = config.velocity ?? new Float64Array(w.size);
  const velocity = old.map((v, i) => momentum * v - learningRate * dw.data[i]);
  return [w.add(new NDArray(velocity, w.shape)), { ...config, velocity }];
}`),
  variant("accuracy", "a sum of booleans", `
function accuracy(scores: NDArray, y: number[]): number {
  const rows = scores.toList() as number[][];
  let sum = 0;
  rows.forEach((row, i) => {
    if (row.some((v) => v !== v)) throw new Error("NaN");
    sum += Number(row.indexOf(Math.max(...row)) === y[i]);
  });
  return sum / rows.length;
}`),
  variant("accuracy", "one minus the errors", `
function accuracy(scores: NDArray, y: number[]): number {
  if (!Number.isFinite(scores.sum())) return NaN;
  const wrong = y.filter((label, i) => scores.argmax(1).get(i) !== label).length;
  return 1 - wrong / y.length;
}`),
  variant("accuracy", "NaN for NaN rows by arithmetic", `
function accuracy(scores: NDArray, y: number[]): number {
  const top = scores.max(1);
  const best = scores.argmax(1).data;
  const hits = y.map((label, i) => (best[i] === label ? 1 : 0) + 0 * top.get(i));
  return hits.reduce((a: number, b: number) => a + b, 0) / hits.length;
}`),
  variant("step", "in place, and a check at the end", `
function solverStep(model: any, { XTrain, yTrain }: any, { batchSize, learningRate, random }: any): number {
  const rows = random.choice(XTrain.shape[0], batchSize).data;
  const labels: number[] = [];
  for (const row of rows) labels.push(yTrain[row]);
  const [loss, grads] = model.loss(XTrain.takeRows(rows), labels);
  for (const name in grads) model.params[name].data.set(sgd(model.params[name], grads[name], { learningRate })[0].data);
  if (Number.isNaN(loss) || loss === Infinity) throw new RangeError("diverged");
  return loss;
}`),
  variant("step", "one number of a batch at a time", `
function solverStep(model: any, data: any, options: any): number {
  const { batchSize, learningRate, random } = options;
  const chosen = Array.from({ length: batchSize }, () => random.choice(data.yTrain.length));
  const [loss, grads] = model.loss(data.XTrain.takeRows(chosen), chosen.map((i: number) => data.yTrain[i]));
  if (!(Math.abs(loss) < Infinity)) throw new Error("not finite");
  model.params = Object.fromEntries(Object.keys(model.params).map((name) => [name, sgd(model.params[name], grads[name], { learningRate })[0]]));
  return loss;
}`),
  variant("step", "a config for each parameter, labels as typed array", `
function solverStep(model: any, data: any, { batchSize, learningRate, random }: any): number {
  const indices: number[] = random.choice(data.yTrain.length, batchSize).toList();
  const y = Float64Array.from(indices, (i) => data.yTrain[i]);
  const [loss, grads] = model.loss(data.XTrain.takeRows(indices), y);
  if (!Number.isFinite(loss)) throw new Error(String(loss));
  const configs: any = {};
  for (const name of ["b2", "W2", "b1", "W1"]) {
    configs[name] = { learningRate };
    [model.params[name], configs[name]] = sgd(model.params[name], grads[name], configs[name]);
  }
  return loss;
}`),
];
