/** Mistakes in the affine layer. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { type ExerciseMistake, made } from "./made.js";

const forward = (name: string, expression: string, ...causes: Cause[]) =>
  made("affine-forward", name, [["[matmul(x.reshape(x.shape[0], -1), w).add(b), { x, w }]", expression]], causes);
const flat = "matmul(x.reshape(x.shape[0], -1), w)";

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
];
