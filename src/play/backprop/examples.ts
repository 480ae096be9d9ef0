/** The three examples, each made anew from what is given. */
import { affineBackward, affineForward, array, evalNumericalGradient, evalNumericalGradientArray, type NDArray, reluForward, softmaxLoss } from "../../index.js";
import { product } from "./numbers.js";
import { affine, db, dscores, dw, dx, loss, relu, reluBack, softmax } from "./rules.js";
import type { Example, ExampleName, Given, Mistake, Named, Station } from "./station.js";

/** The network of the notebooks: 2 inputs, 3 hidden units, 2 classes. */
const NETWORK = {
  "W₁": array([[1, -1, 0.5], [-1, 1, 1]]), "b₁": array([[0, 0.5, -1]]),
  "W₂": array([[1, -1], [2, 1], [-1, 2]]), "b₂": array([[0.5, 0]]),
};

/** What each example starts from; the three have their parameters first. */
const GIVEN: Readonly<Record<ExampleName, Given>> = {
  network: { x: array([[2, 1]]), y: array([[0]]), ...NETWORK },
  affine: {
    x: array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), w: array([[1, 3], [4, 5], [7, 8]]), b: array([[1, -1]]),
    dout: array([[1, 2], [3, 4], [5, 6]]),
  },
  graph: { x: array([[2, 1], [1, 2]]), y: array([[0, 1]]), ...NETWORK, reg: array([[0.1]]) },
};

export const EXAMPLES = Object.keys(GIVEN) as ExampleName[];

/**
 * An example with all its stations in order, forward and then back.
 *
 * @param given instead of what the example starts from, in the same shapes; y holds whole numbers, each a class
 */
export function exampleOf(name: ExampleName, given: Given = GIVEN[name]): Example {
  return { name, given, stations: name === "affine" ? affineStations(given) : networkStations(given) };
}

const NO_REG: Named = { name: "reg", values: array([[0]]) };

function named(given: Given): (name: string) => Named {
  return (name) => ({ name, values: given[name] });
}

function affineStations(given: Given): Station[] {
  const [x, w, b, dout] = ["x", "w", "b", "dout"].map(named(given));
  const out: Station = { name: "out", ...affine(x, w, b) };
  const numeric = (at: Named, f: (v: NDArray) => NDArray) => () => evalNumericalGradientArray(f, at.values.copy(), dout.values);
  return [
    out,
    { name: "dw", ...dw(x, dout, out, w, NO_REG, numeric(w, (v) => affineForward(x.values, v, b.values)[0])) },
    { name: "dx", ...dx(dout, w, numeric(x, (v) => affineForward(v, w.values, b.values)[0])) },
    { name: "db", ...db(dout, numeric(b, (v) => affineForward(x.values, w.values, v)[0])) },
  ];
}

function networkStations(given: Given): Station[] {
  const [x, y, W1, b1, W2, b2] = ["x", "y", "W₁", "b₁", "W₂", "b₂"].map(named(given));
  const reg = given.reg ? named(given)("reg") : NO_REG;
  const sumOfSquares = (w: NDArray) => w.mul(w).sum();

  // The loss as a function of each array on the way: from the scores on, from the hidden units on, and so on.
  const penalty = (w1 = W1.values, w2 = W2.values) => 0.5 * reg.values.item() * (sumOfSquares(w1) + sumOfSquares(w2));
  const fromScores = (s: NDArray, w1?: NDArray, w2?: NDArray) => softmaxLoss(s, Array.from(y.values.data))[0] + penalty(w1, w2);
  const fromHidden = (h: NDArray, w2 = W2.values, b = b2.values, w1?: NDArray) => fromScores(affineForward(h, w2, b)[0], w1, w2);
  const fromSums = (a: NDArray, w1?: NDArray) => fromHidden(reluForward(a)[0], undefined, undefined, w1);
  const fromInputs = (v: NDArray, w1 = W1.values, b = b1.values) => fromSums(affineForward(v, w1, b)[0], w1);
  const numeric = (at: Named, f: (v: NDArray) => number) => () => evalNumericalGradient(f, at.values.copy());

  const a: Station = { name: "a", ...affine(x, W1, b1) };
  const h: Station = { name: "h", ...relu(a) };
  const s: Station = { name: "s", ...affine(h, W2, b2) };
  const p: Station = { name: "p", ...softmax(s, y) };
  const squares: Named = { name: "(ΣW₁² + ΣW₂²)", values: array([[sumOfSquares(W1.values) + sumOfSquares(W2.values)]]) };
  const ds: Station = { name: "ds", ...dscores(s, p, y, numeric(s, (v) => fromScores(v))) };
  const dh: Station = { name: "dh", ...dx(ds, W2, numeric(h, (v) => fromHidden(v))) };
  const da: Station = { name: "da", ...reluBack(dh, a, numeric(a, (v) => fromSums(v))) };
  const unmasked = affineBackward(dh.values, affineForward(x.values, W1.values, b1.values)[1]);
  const noMask = (values: NDArray): Mistake[] => [["noMask", values]];
  return [
    a, h, s, p,
    { name: "L", ...loss(s, p, y, reg, squares) },
    ds,
    { name: "dW₂", ...dw(h, ds, s, W2, reg, numeric(W2, (v) => fromHidden(h.values, v)), (data) => [["beforeRelu", data(a.values, ds.values)]]) },
    { name: "db₂", ...db(ds, numeric(b2, (v) => fromHidden(h.values, undefined, v))) },
    dh, da,
    { name: "dW₁", ...dw(x, da, a, W1, reg, numeric(W1, (v) => fromInputs(x.values, v)), (data) => noMask(data(x.values, dh.values))) },
    { name: "db₁", ...db(da, numeric(b1, (v) => fromInputs(x.values, undefined, v)), noMask(unmasked.db)) },
    { name: "dx", ...dx(da, W1, numeric(x, (v) => fromInputs(v)), noMask(product(dh.values, W1.values.T)!)) },
  ];
}
