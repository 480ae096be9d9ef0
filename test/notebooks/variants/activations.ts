/** Right programs for the layers without weights. */
import { type ExerciseVariant, variant } from "./variant.js";

export const activations: readonly ExerciseVariant[] = [
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
  variant("relu", "a slope by sign", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.map((v) => (v <= 0 ? 0 : v)), x.map((v) => (Math.sign(v) + 1) >> 1)];
}
function reluBackward(dout: NDArray, step: any): NDArray {
  return dout.mul(step);
}`),
  variant("relu", "written into an array of its own", `
const reluForward = (x: NDArray): [NDArray, any] => {
  const out = x.copy();
  for (let i = 0; i < out.size; i++) if (out.data[i] < 0) out.data[i] = 0;
  return [out, { input: x }];
};
const reluBackward = (dout: NDArray, cache: any): NDArray => {
  const dx = dout.copy();
  for (let i = 0; i < dx.size; i++) if (!(cache.input.data[i] > 0)) dx.data[i] = 0;
  return dx;
};`),
  variant("relu", "dx in an object", `
function reluForward(x: NDArray): [NDArray, any] {
  return [x.sub(x.minimum(0)), { positive: x.map((v) => Number(v > 0)) }];
}
function reluBackward(dout: NDArray, { positive }: any): any {
  return { dx: positive.mul(dout) };
}`),
  variant("relu", "a closure in the cache", `
function reluForward(x: NDArray): [NDArray, any] {
  const back = (dout: NDArray) => dout.combine(x, (d, v) => (0 < v ? d : 0));
  return [x.maximum(0), back];
}
function reluBackward(dout: NDArray, back: any): NDArray {
  return back(dout);
}`),
  variant("sigmoid", "clipped far out", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const out = x.map((v) => 1 / (1 + Math.exp(-Math.max(-500, Math.min(500, v)))));
  return [out, { x }];
}
function sigmoidBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, v) => { const e = Math.exp(-Math.abs(v)); return (d * e) / (1 + e) ** 2; });
}`),
  variant("sigmoid", "by logarithms", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const out = x.map((v) => Math.exp(v > 0 ? -Math.log1p(Math.exp(-v)) : v - Math.log1p(Math.exp(v))));
  return [out, out.copy()];
}
function sigmoidBackward(dout: NDArray, s: any): NDArray {
  return dout.combine(s, (d, p) => d * (p - p ** 2));
}`),
  variant("sigmoid", "1 - s by the other exponential", `
function sigmoidForward(x: NDArray): [NDArray, any] {
  const [s, rest] = [1, -1].map((sign) => x.map((v) => 1 / (1 + Math.exp(-sign * v))));
  return [s, [s, rest]];
}
function sigmoidBackward(dout: NDArray, [s, rest]: any): NDArray {
  return s.mul(rest).mul(dout);
}`),
  variant("leaky-relu", "x minus what is cut off", `
function leakyReluForward(x: NDArray): [NDArray, any] {
  return [x.sub(x.minimum(0).mul(0.99)), { x: x.copy() }];
}
function leakyReluBackward(dout: NDArray, { x }: any): NDArray {
  return dout.combine(x, (d, v) => (v > 0 ? 1 : 0.01) * d);
}`),
  variant("leaky-relu", "an average of x and its absolute value, the output in the cache", `
function leakyReluForward(x: NDArray): [NDArray, any] {
  const alpha = 0.01;
  const out = x.mul((1 + alpha) / 2).add(x.abs().mul((1 - alpha) / 2));
  return [out, out];
}
function leakyReluBackward(dout: NDArray, out: any): NDArray {
  const dx = zeros(dout.shape);
  for (let i = 0; i < dx.size; i++) dx.data[i] = out.data[i] > 0 ? dout.data[i] : dout.data[i] * 0.01;
  return dx;
}`),
  variant("leaky-relu", "an alpha as a parameter", `
function leakyReluForward(x: NDArray, alpha = 0.01): [NDArray, any] {
  return [x.maximum(x.mul(alpha)), { x, alpha }];
}
function leakyReluBackward(dout: NDArray, { x, alpha }: any): NDArray {
  const positive = x.map((v: number) => (v > 0 ? 1 : 0));
  return dout.mul(positive).add(dout.mul(alpha).mul(positive.mul(-1).add(1)));
}`),
];
