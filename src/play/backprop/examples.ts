/** The three examples, each made anew from what is given. */
import { affineBackward, affineForward, array, evalNumericalGradient, evalNumericalGradientArray, reluForward, softmaxLoss } from "../../index.js";
import { affine, db, dscores, dw, dx, loss, relu, reluBack, softmax } from "./rules.js";
import type { Example, Given, Named, Station } from "./station.js";
import type { ExampleName } from "./words.js";

/** The network of the notebooks: 2 inputs, 3 hidden units, 2 classes. */
const NETWORK = {
  "W₁": array([[1, -1, 0.5], [-1, 1, 1]]), "b₁": array([[0, 0.5, -1]]),
  "W₂": array([[1, -1], [2, 1], [-1, 2]]), "b₂": array([[0.5, 0]]),
};

/** What each example starts from. */
const GIVEN: Readonly<Record<ExampleName, Given>> = {
  network: { x: array([[2, 1]]), y: array([[0]]), ...NETWORK },
  affine: {
    x: array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), w: array([[1, 3], [4, 5], [7, 8]]), b: array([[1, -1]]),
    dout: array([[1, 2], [3, 4], [5, 6]]),
  },
  graph: { x: array([[2, 1], [0.5, 2]]), y: array([[0, 1]]), ...NETWORK, reg: array([[0.1]]) },
};

export const EXAMPLES = Object.keys(GIVEN) as ExampleName[];

/**
 * Which example is to be open first, from options that may come out of a file.
 *
 * @throws {RangeError} if there is none of this name
 */
export function openedFirst({ example = "network" }: { readonly example?: unknown }): ExampleName {
  const found = EXAMPLES.find((name) => name === example);
  if (found === undefined) throw new RangeError(`showBackprop: expected example to be one of ${EXAMPLES.join(", ")}, got ${JSON.stringify(example)}`);
  return found;
}

/**
 * An example with all its stations in order, forward and then back.
 *
 * @param given instead of what the example starts from, in the same shapes; y holds whole numbers, each a class
 */
export function exampleOf(name: ExampleName, given: Given = GIVEN[name]): Example {
  return { name, given, stations: name === "affine" ? affineStations(given) : networkStations(given) };
}

const NO_REG: Named = { name: "reg", values: array([[0]]) };

function affineStations(given: Given): Station[] {
  const [x, w, b, dout] = ["x", "w", "b", "dout"].map((name): Named => ({ name, values: given[name] }));
  const outOf = ({ x, w, b }: Given) => affineForward(x, w, b)[0];
  const numeric = ({ name, values }: Named) => () => evalNumericalGradientArray((v) => outOf({ ...given, [name]: v }), values.copy(), dout.values);
  const out: Station = { name: "out", ...affine(x, w, b) };
  return [out, { name: "dw", ...dw(x, dout, out, w, NO_REG, numeric(w)) }, { name: "dx", ...dx(dout, w, numeric(x)) }, { name: "db", ...db(dout, numeric(b)) }];
}

/** The loss of the network, also from the middle on: with a, h or s put in, what comes before does not count. */
function lossOf(arrays: Given): number {
  const a = arrays.a ?? affineForward(arrays.x, arrays["W₁"], arrays["b₁"])[0];
  const h = arrays.h ?? reluForward(a)[0];
  const s = arrays.s ?? affineForward(h, arrays["W₂"], arrays["b₂"])[0];
  return softmaxLoss(s, Array.from(arrays.y.data))[0] + 0.5 * (arrays.reg?.item() ?? 0) * sumOfSquares(arrays);
}

function sumOfSquares(arrays: Given): number {
  return ["W₁", "W₂"].reduce((sum, name) => sum + arrays[name].mul(arrays[name]).sum(), 0);
}

function networkStations(given: Given): Station[] {
  const [x, y, W1, b1, W2, b2] = ["x", "y", "W₁", "b₁", "W₂", "b₂"].map((name): Named => ({ name, values: given[name] }));
  const reg = given.reg ? { name: "reg", values: given.reg } : NO_REG;
  const numeric = ({ name, values }: Named) => () => evalNumericalGradient((v) => lossOf({ ...given, [name]: v }), values.copy());

  const a: Station = { name: "a", ...affine(x, W1, b1) };
  const h: Station = { name: "h", ...relu(a) };
  const s: Station = { name: "s", ...affine(h, W2, b2) };
  const p: Station = { name: "p", ...softmax(s, y) };
  const L: Station = { name: "L", ...loss(s, p, y, reg, { name: "(ΣW₁² + ΣW₂²)", values: array([[sumOfSquares(given)]]) }) };

  const ds: Station = { name: "ds", ...dscores(s, p, y, numeric(s)) };
  const dW2: Station = { name: "dW₂", ...dw(h, ds, s, W2, reg, numeric(W2), [["beforeRelu", a.values, ds.values]]) };
  const db2: Station = { name: "db₂", ...db(ds, numeric(b2)) };
  const dh: Station = { name: "dh", ...dx(ds, W2, numeric(h)) };
  const da: Station = { name: "da", ...reluBack(dh, a, numeric(a)) };
  const unmasked = affineBackward(dh.values, affineForward(x.values, W1.values, b1.values)[1]);
  const dW1: Station = { name: "dW₁", ...dw(x, da, a, W1, reg, numeric(W1), [["noMask", x.values, dh.values]]) };
  const db1: Station = { name: "db₁", ...db(da, numeric(b1), [["noMask", unmasked.db]]) };
  return [a, h, s, p, L, ds, dW2, db2, dh, da, dW1, db1, { name: "dx", ...dx(da, W1, numeric(x), [["noMask", unmasked.dx]]) }];
}
