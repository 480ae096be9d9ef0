/** Mistakes in the affine layer. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type Edit, type ExerciseMistake, made } from "./made.js";

const forward = (name: string, expression: string, ...causes: Cause[]) =>
  made("affine-forward", name, [["[matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }]", expression]], causes);
const flat = "matmul(x.reshape(x.shape[0], -1), w)";
const forwardWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("affine-forward", name, edits, causes);
const wholeForward = "return [matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }];";
const byLoops = (inner: string) => `const Nn = x.shape[0], [D, M] = w.shape;
  const rows = x.reshape(Nn, -1);
  const out = zeros([Nn, M]);
  ${inner}
  return [out, { x, w }];`;
const backwardWith = (name: string, edits: readonly Edit[], ...causes: Cause[]) => made("affine-backward", name, edits, causes);

export const affineForward: readonly ExerciseMistake[] = [
  forward("no bias", `[${flat}, { x, w }]`, "biasMissing"),
  forward("bias subtracted", `[${flat}.sub(b), { x, w }]`, "biasSubtracted"),
  forward("bias multiplied", `[${flat}.mul(b), { x, w }]`, "biasMultiplied"),
  forward("all biases everywhere", `[${flat}.add(b.sum()), { x, w }]`, "biasSummed"),
  forward("rows of other examples", "[matmul(x.reshape(-1, x.shape[0]).T, w).add(b), { x, w }]", "flattenedByColumns"),
  forward("x not flattened", "[matmul(x, w).add(b), { x, w }]", "noFlattening"),
  forward("a ReLU at the end", `[${flat}.add(b).maximum(0), { x, w }]`, "reluTooMuch"),
  forward("divided by D", `[${flat}.div(w.shape[0]).add(b), { x, w }]`, "productMean"),
  forward("cache forgotten", `${flat}.add(b) as any`, "cacheMissing"),
  forward("cache first", `[{ x, w }, ${flat}.add(b)] as any`, "pairExchanged"),
  forward("an object", `({ out: ${flat}.add(b), cache: { x, w } }) as any`, "recordForPair"),
  forward("the reshaped x in the cache", `[${flat}.add(b), { x: x.reshape(x.shape[0], -1), w }]`, "notShapedBack"),
  made("affine-forward", "no return", [["): [NDArray, any] {", "): any {"], ["return [", "const result = ["]], ["returnMissing"]),
  made("affine-forward", "async", [["function affineForward(x: NDArray, w: NDArray, b: NDArray): [NDArray, any]", "async function affineForward(x: any, w: any, b: any): Promise<any>"]], ["asyncFunction"]),
  made("affine-forward", "factors exchanged", [["matmul(x.reshape(x.shape[0], -1), w)", "matmul(w, x.reshape(x.shape[0], -1))"]], [], "affineForward"),
  forward("a plain list", `[${flat}.add(b).toList(), { x, w }] as any`, "listForArray"),
  forward("bias twice and no max", `[${flat}.add(b).add(b), { x, w }]`, "biasTwice"),
  forwardWith("cache w.T", [["{ x, w }", "{ x, w: w.T }"]]),
  forwardWith("last unit left out", [[wholeForward, byLoops("const p = matmul(rows, w).add(b); for (let i = 0; i < Nn; i++) for (let j = 0; j < M - 1; j++) out.set([i, j], p.get(i, j));")]]),
  forwardWith("sum not reset", [[wholeForward, byLoops("let s = 0; for (let i = 0; i < Nn; i++) for (let j = 0; j < M; j++) { for (let k = 0; k < D; k++) s += rows.get(i, k) * w.get(k, j); out.set([i, j], s + b.get(j)); }")]]),
  forwardWith("rounded", [[".add(b)", ".add(b).map(Math.round)"]]),
  forwardWith("b changed in place", [[wholeForward, "const out = matmul(x.reshape(x.shape[0], -1), w);\n  b.data.set(b.add(out.sum(0)).data);\n  return [out.add(b), { x, w }];"]], "changedInPlace"),
  forwardWith("all flattened", [["x.reshape(x.shape[0], -1)", "x.reshape(1, -1)"]]),
  forwardWith("w normalised", [["return [matmul", "w = w.div(w.abs().max());\n  return [matmul"]]),
  forwardWith("new Array fill", [[wholeForward, byLoops("const p = matmul(rows, w).add(b); const list: number[][] = new Array(Nn).fill(new Array(M).fill(0)); for (let i = 0; i < Nn; i++) for (let j = 0; j < M; j++) list[i][j] = p.get(i, j); out.data.set(list.flat());")]]),
  forwardWith("x twice", [["matmul(x.reshape", "matmul(x.mul(2).reshape"]], "productScaled"),
  forwardWith("NaN", [[".add(b)", ".add(b).mul(NaN)"]], "nanEverywhere"),
  forwardWith("softmax out", [[".add(b)", ".add(b).exp()"]]),
  forwardWith("reversed features", [["x.reshape(x.shape[0], -1)", "x.reshape(x.shape[0], -1).map((v) => v).T.T.mul(-1)"]], "productNegated"),
  forwardWith("float32 cast", [["matmul(x.reshape", 'matmul(x.astype("float32").astype("float64").reshape']]),
  forwardWith("no bias, negative", [[".add(b)", ".neg()"]]),
  forwardWith("product twice", [[".add(b)", ".mul(2).add(b)"]], "productScaled"),
  forwardWith("w twice", [["-1), w).add(b)", "-1), w.mul(0.5)).add(b)"]], "productScaled"),
  forwardWith("mean over M", [[".add(b)", ".div(b.size).add(b)"]]),
  forwardWith("out in float32 back", [[".add(b)", '.add(b).astype("float32").astype("float64")']], "float32"),
  forwardWith("3-D stays", [["x.reshape(x.shape[0], -1)", "(x.ndim === 2 ? x : x.reshape(x.shape[0] * x.shape[1], -1))"]], "noFlattening"),
  forwardWith("sum of axis 1 first", [["x.reshape(x.shape[0], -1)", "(x.ndim === 3 ? x.sum(1) : x)"]], "noFlattening"),
  forwardWith("type error for 3-D", [["return [matmul", 'if (x.ndim !== 2) throw new TypeError("x has to be a matrix");\n  return [matmul']]),
  forwardWith("null cache", [["[matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }]", "[matmul(x.reshape(x.shape[0], -1), w).add(b), null]"]]),
  forwardWith("b halved", [[".add(b)", ".add(b.mul(0.5))"]], "biasScaled"),
];

export const affineBackward: readonly ExerciseMistake[] = [
  made("affine-backward", "db of shape (1, M)", [["dout.sum(0)", "dout.sum(0).reshape(1, -1)"]], ["rowKept"]),
  made("affine-backward", "db not summed", [["dout.sum(0)", "dout"]], ["notSummed"]),
  made("affine-backward", "db summed along the rows", [["dout.sum(0)", "dout.sum(1)"]], ["summedOverColumns"]),
  made("affine-backward", "db a number", [["db: dout.sum(0)", "db: dout.sum() as any"]], ["summedOverAll"]),
  made("affine-backward", "db a mean", [["dout.sum(0)", "dout.mean(0)"]], ["meanForSum"]),
  made("affine-backward", "dw a mean", [["matmul(rows.T, dout)", "matmul(rows.T, dout).div(x.shape[0])"]], ["meanForSum"]),
  made("affine-backward", "dw times N", [["matmul(rows.T, dout)", "matmul(rows.T, dout).mul(x.shape[0])"]], ["sumForMean"]),
  made("affine-backward", "dw transposed", [["matmul(rows.T, dout)", "matmul(dout.T, rows)"]], ["transposed"]),
  made("affine-backward", "dx flat", [[".reshape(...x.shape)", ""]], ["notShapedBack"]),
  made("affine-backward", "dx negative", [["matmul(dout, w.T)", "matmul(dout, w.T).neg()"]], ["signFlipped"]),
  made("affine-backward", "w reshaped for transposed", [["w.T", "w.reshape(w.shape[1], w.shape[0])"]], ["transposedByReshape"]),
  made("affine-backward", "w not transposed", [["matmul(dout, w.T)", "matmul(dout, w)"]], [], "affineBackward"),
  made("affine-backward", "rows mixed in dw", [["matmul(rows.T, dout)", "matmul(x.reshape(-1, x.shape[0]), dout)"]], ["flattenedByColumns"]),
  made("affine-backward", "a list", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), db: dout.sum(0) }", "[matmul(dout, w.T).reshape(...x.shape), matmul(rows.T, dout), dout.sum(0)] as any"]], ["listForRecord"]),
  made("affine-backward", "other names", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), db: dout.sum(0) }", "{ dX: matmul(dout, w.T).reshape(...x.shape), dW: matmul(rows.T, dout), dB: dout.sum(0) } as any"]], ["gradientMissing"]),
  made("affine-backward", "names exchanged", [["{ dx: matmul(dout, w.T).reshape(...x.shape), dw: matmul(rows.T, dout), ", "{ dw: matmul(dout, w.T).reshape(...x.shape), dx: matmul(rows.T, dout), "]], ["gradientsExchanged"]),
  made("affine-backward", "dx twice", [["matmul(dout, w.T)", "matmul(dout, w.T).mul(2)"]], ["twice"]),
  made("affine-backward", "dout forgotten in dw", [["matmul(rows.T, dout)", "matmul(rows.T, dout.map(() => 1))"]], ["doutIgnored"]),
  made("affine-backward", "another name in the cache", [["{ x, w }: any", "{ x, weights: w }: any"]], ["cacheKeyMissing"]),
  made("affine-backward", "dout changed", [["return {", "dout.data.fill(0);\n  return {"]], ["allZero", "changedInPlace"]),
  made("affine-backward", "db zeros", [["db: dout.sum(0)", "db: zeros(dout.shape[1])"]], ["allZero"]),
  made("affine-backward", "db of the first example", [["dout.sum(0)", "dout.slice(0, 1).reshape(-1)"]], ["firstExampleOnly"]),
  backwardWith("dw by reshape", [["matmul(rows.T, dout)", "matmul(dout.T, rows).reshape(...w.shape)"]], "transposed"),
  backwardWith("dx by reshape of (D, N)", [["matmul(dout, w.T)", "matmul(w, dout.T)"]], "flattenedByColumns"),
  backwardWith("db max", [["dout.sum(0)", "dout.max(0)"]]),
  backwardWith("dw of the first example", [["matmul(rows.T, dout)", "matmul(rows.slice(0, 1).T, dout.slice(0, 1))"]]),
  backwardWith("w stepped", [["return {", "w.data.set(w.sub(matmul(rows.T, dout).mul(0.01)).data);\n  return {"]], "changedInPlace"),
  backwardWith("dx is dout", [["matmul(dout, w.T).reshape(...x.shape)", "dout"]]),
  backwardWith("db a list", [["dout.sum(0)", "dout.sum(0).toList() as any"]], "listForArray"),
  backwardWith("dw sign", [["matmul(rows.T, dout)", "matmul(rows.T, dout).neg()"]], "signFlipped"),
  backwardWith("stale x", [["function affineBackward", "let kept: any;\nfunction affineBackward"], ["const rows = x", "kept ??= x;\n  const rows = kept"]], "stateOutsideCache"),
  backwardWith("dx reversed shape", [["reshape(...x.shape)", "reshape(...[...x.shape].reverse())"]]),
  backwardWith("float32", [["const rows", 'dout = dout.astype("float32").astype("float64");\n  const rows']]),
  backwardWith("cache last", [["(dout: NDArray, { x, w }: any)", "({ x, w }: any, dout: NDArray)"]]),
  backwardWith("db mean of all", [["dout.sum(0)", "dout.sum(0).mul(0).add(dout.mean())"]]),
  backwardWith("NaN dw", [["matmul(rows.T, dout)", "matmul(rows.T, dout).div(0).mul(0)"]], "nanEverywhere"),
  backwardWith("dx half", [["matmul(dout, w.T)", "matmul(dout, w.T).mul(0.5)"]], "half"),
  backwardWith("dw accumulates", [["function affineBackward", "let sum: any;\nfunction affineBackward"], ["return {", "const now = matmul(rows.T, dout);\n  sum = sum?.size === now.size ? sum.add(now) : now;\n  return {"], ["dw: matmul(rows.T, dout)", "dw: sum"]], "stateOutsideCache"),
  backwardWith("dx accumulates", [["function affineBackward", "let sum: any;\nfunction affineBackward"], ["return {", "const now = matmul(dout, w.T).reshape(...x.shape);\n  sum = sum?.shape.join() === now.shape.join() ? sum.add(now) : now;\n  return {"], ["dx: matmul(dout, w.T).reshape(...x.shape)", "dx: sum"]], "stateOutsideCache"),
  backwardWith("db in one shared array", [["function affineBackward", "const kept: any = {};\nfunction affineBackward"], ["return {", "const db = kept[dout.shape[1]] ??= zeros(dout.shape[1]);\n  for (let i = 0; i < dout.shape[0]; i++) for (let j = 0; j < dout.shape[1]; j++) db.set([j], db.get(j) + dout.get(i, j));\n  return {"], ["db: dout.sum(0)", "db"]], "changedInPlace", "stateOutsideCache"),
  backwardWith("dw transposed, minus", [["matmul(rows.T, dout)", "matmul(dout.T, rows).neg()"]], "transposed"),
  backwardWith("db (1, M) mean", [["dout.sum(0)", "dout.mean(0).reshape(1, -1)"]], "meanForSum", "rowKept"),
  backwardWith("db not summed, minus", [["dout.sum(0)", "dout.neg()"]], "notSummed", "signFlipped"),
  backwardWith("dx flat with mean", [["matmul(dout, w.T).reshape(...x.shape)", "matmul(dout, w.T).div(x.shape[0])"]], "meanForSum", "notShapedBack"),
  backwardWith("dx masked by x", [["matmul(dout, w.T).reshape(...x.shape)", "matmul(dout, w.T).reshape(...x.shape).mul(x)"]]),
  backwardWith("dw of ones and mean", [["matmul(rows.T, dout)", "matmul(rows.T, dout.map(() => 1)).div(x.shape[0])"]], "doutIgnored", "meanForSum"),
  backwardWith("throws in dw", [["matmul(rows.T, dout)", "matmul(rows, dout)"]]),
];
