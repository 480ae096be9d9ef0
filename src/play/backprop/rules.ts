/** The stations of the layers: what goes in, what the library makes of it, and what comes out when one thing goes wrong. */
import { affineForward, matmul, type NDArray, reluBackward, reluForward, softmaxLoss, zeros } from "../../index.js";
import { factor, product, rowsOf, shown, tabulated } from "./numbers.js";
import type { Mistake, Named, Operand, Station } from "./station.js";

type Numeric = () => NDArray;
type Made = Omit<Station, "name">;

const operand = (before: string, { name, values }: Named, reads: Operand["reads"]): Operand => ({ before, name, values, reads });
const transposed = ({ name, values }: Named): Named => ({ name: `${name}ᵀ`, values: values.T });

/** What all products have, also those to which something is added: of one row for each, or an element for each. */
function productOf(left: Named, right: Named, addend: NDArray): Pick<Station, "operands" | "mistakes" | "worked"> & { readonly values: NDArray | undefined } {
  const [a, b] = [left.values, right.values];
  const inner = Array.from({ length: a.shape[1] }, (_, k) => k);
  const plus = (values: NDArray | undefined) =>
    values && tabulated(values.shape[0], values.shape[1], (i, j) => values.get(i, j) + (addend.shape[0] === 1 ? addend.data[j] : addend.data[i * addend.shape[1] + j]));
  const added = tabulated(a.shape[0], b.shape[1], (i, j) => inner.reduce((sum, k) => sum + a.get(i, k) + b.get(k, j), 0));
  return {
    values: plus(product(a, b)),
    operands: [operand("", left, "row"), operand("·", right, "column")],
    mistakes: [["transposed", plus(product(a.T, b))], ["transposed", plus(product(a, b.T))], ["added", plus(added)]],
    worked: (i, j) => inner.map((k) => `${factor(a.get(i, k))}·${factor(b.get(k, j))}`).join(" + "),
  };
}

/** out = x·w + b */
export function affine(x: Named, w: Named, b: Named): Made {
  const { operands, mistakes, worked } = productOf(x, w, b.values);
  return {
    rule: "affine", values: affineForward(x.values, w.values, b.values)[0],
    formula: `${x.name}·${w.name} + ${b.name}`,
    operands: [...operands, operand("+", b, "column")],
    mistakes: [["noBias", product(x.values, w.values)], ...mistakes],
    worked: (i, j) => `${worked(i, j)} + ${factor(b.values.get(0, j))}`,
  };
}

/** out = max(0, x) */
export function relu(x: Named): Made {
  const values = reluForward(x.values)[0];
  return {
    rule: "relu", values,
    formula: `max(0, ${x.name})`,
    operands: [operand("", x, "cell")],
    mistakes: [["noRelu", x.values], ["absolute", x.values.abs()], ["gateOnly", x.values.map((value) => (value > 0 ? 1 : 0))]],
    worked: (i, j) => `max(0, ${shown(x.values.get(i, j))})`,
  };
}

/** 1 at the right class of each example, else 0. */
function rightClasses({ values: y }: Named, classes: number, shift = 0): NDArray {
  return tabulated(y.size, classes, (n, c) => (c === (y.get(0, n) + shift) % classes ? 1 : 0));
}

/** p = exp(s) / Σ exp(s): the loss's gradient holds it, less 1 at the right class and divided by N. */
export function softmax(s: Named, y: Named): Made {
  const [N, C] = s.values.shape;
  const values = softmaxLoss(s.values, Array.from(y.values.data))[1].mul(N).add(rightClasses(y, C));
  const exp = s.values.exp();
  return {
    rule: "softmax", values,
    formula: `exp(${s.name}) / Σ exp(${s.name})`,
    operands: [operand("", s, "row")],
    mistakes: [
      ["notNormalised", exp],
      ["shareOfScores", s.values.div(s.values.sum(1).reshape(N, 1))],
      ["overExamples", exp.div(exp.sum(0))],
    ],
    worked: (i, j) => {
      const terms = Array.from({ length: C }, (_, c) => `exp(${shown(s.values.get(i, c))})`);
      return `${terms[j]} / (${terms.join(" + ")})`;
    },
  };
}

/** The mean of −log p at the right classes, and ½·reg·ΣW² if there is a reg. */
export function loss(s: Named, p: Named, y: Named, reg: Named, squares: Named): Made {
  const [N, C] = p.values.shape;
  const strength = reg.values.item();
  const penalty = 0.5 * strength * squares.values.item();
  const surprise = (shift: number) => softmaxLoss(s.values, Array.from(y.values.data, (label) => (label + shift) % C))[0];
  const one = (value: number) => tabulated(1, 1, () => value);
  const data = surprise(0);
  const logs = Array.from(y.values.data, (label, n) => `log(${shown(p.values.get(n, label))})`).join(" − ");
  return {
    rule: "loss", values: one(data + penalty),
    formula: `−Σ log(p[n, yₙ]) / N${strength ? ` + ½·reg·${squares.name}` : ""}`,
    operands: [operand("", p, "all"), operand("", y, "all"), ...(strength ? [operand("", reg, "all"), operand("", squares, "all")] : [])],
    mistakes: [
      ["sign", one(-data + penalty)], ["sumNotMean", one(N * data + penalty)], ["noPenalty", one(data)], ["noHalf", one(data + 2 * penalty)],
      ["tenLog", one(data / Math.LN10 + penalty)], ["wrongClass", one(surprise(1) + penalty)],
    ],
    worked: () => `${N > 1 ? `(−${logs}) / ${N}` : `−${logs}`}${strength ? ` + ½·${shown(strength)}·${shown(squares.values.item())}` : ""}`,
  };
}

/** ds = (p − [class is right]) / N */
export function dscores(s: Named, p: Named, y: Named, numeric: Numeric): Made {
  const [N, C] = p.values.shape;
  const values = softmaxLoss(s.values, Array.from(y.values.data))[1];
  const right = rightClasses(y, C);
  return {
    rule: "dscores", values, numeric,
    formula: "(p − [j = y]) / N",
    operands: [operand("", p, "cell"), operand("", y, "label")],
    mistakes: [
      ["noOne", p.values.div(N)], ["noN", values.mul(N)], ["sign", values.neg()],
      // at the right class that is only a forgotten 1
      ["wrongClass", p.values.sub(rightClasses(y, C, 1)).div(N).combine(right, (value, isRight) => (isRight ? NaN : value))],
    ],
    worked: (i, j) => `(${shown(p.values.get(i, j))} − ${right.get(i, j)}) / ${N}`,
  };
}

/**
 * dw = xᵀ·dout, and reg·w if there is a reg
 *
 * @param out what the layer gave
 * @param more mistakes that are made with other arrays in the place of x and dout
 */
export function dw(x: Named, dout: Named, out: Named, w: Named, reg: Named, numeric: Numeric, more: readonly (readonly [Mistake[0], x: NDArray, dout: NDArray])[] = []): Made {
  const strength = reg.values.item();
  const pull = w.values.mul(strength);
  const { operands, mistakes, worked } = productOf(transposed(x), dout, pull);
  const plain = matmul(x.values.T, dout.values);
  const examples = rowsOf(x.values).map((row, n) => ["forgotSum", row, rowsOf(dout.values)[n]] as const);
  return {
    rule: "dw", values: plain.add(pull), numeric,
    formula: `${x.name}ᵀ·${dout.name}${strength ? ` + reg·${w.name}` : ""}`,
    operands: strength ? [...operands, operand("+", reg, "all"), operand("·", w, "cell")] : operands,
    mistakes: [
      ["noReg", plain], ["sign", plain.neg().add(pull)], ["mean", plain.div(x.values.shape[0]).add(pull)], ...mistakes,
      ["usedOutput", productOf(transposed(out), dout, pull).values],
      ...[...examples, ...more].map(([name, x, dout]): Mistake => [name, matmul(x.T, dout).add(pull)]),
    ],
    worked: (i, j) => `${worked(i, j)}${strength ? ` + ${shown(strength)}·${factor(w.values.get(i, j))}` : ""}`,
  };
}

/** db = the sum of dout's rows */
export function db(dout: Named, numeric: Numeric, more: readonly Mistake[] = []): Made {
  const sum = dout.values.sum(0).reshape(1, dout.values.shape[1]);
  return {
    rule: "db", values: sum, numeric,
    formula: `Σₙ ${dout.name}[n]`,
    operands: [operand("Σₙ", dout, "column")],
    mistakes: [["sign", sum.neg()], ["mean", sum.div(dout.values.shape[0])], ...rowsOf(dout.values).map((row): Mistake => ["forgotSum", row]), ...more],
    worked: (_, j) => rowsOf(dout.values).map((row) => factor(row.get(0, j))).join(" + "),
  };
}

/** dx = dout·wᵀ */
export function dx(dout: Named, w: Named, numeric: Numeric, more: readonly Mistake[] = []): Made {
  const values = matmul(dout.values, w.values.T);
  const [outputs, weights] = [rowsOf(dout.values.T), rowsOf(w.values.T)];
  const { operands, mistakes, worked } = productOf(dout, transposed(w), zeros(values.shape));
  return {
    rule: "dx", values, numeric, operands, worked,
    formula: `${dout.name}·${w.name}ᵀ`,
    mistakes: [["sign", values.neg()], ...mistakes, ...outputs.map((output, m): Mistake => ["forgotPaths", matmul(output.T, weights[m])]), ...more],
  };
}

/** dx = dout·[x > 0] */
export function reluBack(dout: Named, x: Named, numeric: Numeric): Made {
  const [out, cache] = reluForward(x.values);
  const values = reluBackward(dout.values, cache);
  const mask = x.values.map((value) => (value > 0 ? 1 : 0));
  return {
    rule: "reluBack", values, numeric,
    formula: `${dout.name} × [${x.name} > 0]`,
    operands: [operand("", dout, "cell"), operand("", x, "cell")],
    mistakes: [
      ["noMask", dout.values], ["sign", values.neg()], ["gateOnly", mask], ["timesOutput", dout.values.mul(out)],
      ["reluOfGradient", dout.values.maximum(0)],
    ],
    worked: (i, j) => `${factor(dout.values.get(i, j))}·${mask.get(i, j)}`,
  };
}
