/** The stations of the layers: what goes in, what the library makes of it, and what comes out when one thing goes wrong. */
import { affineForward, type NDArray, reluBackward, reluForward, softmaxLoss } from "../../index.js";
import { columnsOf, factor, product, rowsOf, shown, sumOfSums, tabulated, workedProduct } from "./numbers.js";
import type { Mistake, Named, Operand, Station } from "./station.js";

type Numeric = () => NDArray;
type Made = Omit<Station, "name">;

const operand = (before: string, { name, values }: Named, reads: Operand["reads"]): Operand => ({ before, name, values, reads });
const transposed = ({ name, values }: Named): Named => ({ name: `${name}ᵀ`, values: values.T });

/** out = x·w + b */
export function affine(x: Named, w: Named, b: Named): Made {
  const values = affineForward(x.values, w.values, b.values)[0];
  return {
    rule: "affine", values,
    formula: `${x.name}·${w.name} + ${b.name}`,
    operands: [operand("", x, "row"), operand("·", w, "column"), operand("+", b, "column")],
    mistakes: [
      ["noBias", product(x.values, w.values)],
      ["added", sumOfSums(x.values, w.values).add(b.values)],
      ["transposed", product(x.values, w.values.T)?.add(b.values.shape[1] === w.values.shape[0] ? b.values : 0)],
    ],
    worked: (i, j) => `${workedProduct(x.values, w.values, i, j)} + ${factor(b.values.get(0, j))}`,
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
  const logs = Array.from(y.values.data, (label, n) => ` −log ${shown(p.values.get(n, label))}`).join("").trim().replaceAll(" −", " − ");
  return {
    rule: "loss", values: one(data + penalty),
    formula: `−Σ log(p[n, yₙ]) / N${strength ? ` + ½·reg·${squares.name}` : ""}`,
    operands: [operand("", p, "all"), operand("", y, "all"), ...(strength ? [operand("", reg, "all"), operand("", squares, "all")] : [])],
    mistakes: [
      ["sign", one(-data + penalty)], ["sumNotMean", one(N * data + penalty)], ["noPenalty", one(data)], ["noHalf", one(data + 2 * penalty)],
      ["tenLog", one(data / Math.LN10 + penalty)], ["wrongClass", one(surprise(1) + penalty)],
    ],
    worked: () => `${N > 1 ? `(${logs}) / ${N}` : logs}${strength ? ` + ½·${shown(strength)}·${shown(squares.values.item())}` : ""}`,
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
      ["wrongClass", p.values.sub(rightClasses(y, C, 1)).div(N)],
    ],
    worked: (i, j) => `(${shown(p.values.get(i, j))} − ${right.get(i, j)}) / ${N}`,
  };
}

/** dw = xᵀ·dout, and reg·w if there is a reg. */
export function dw(x: Named, dout: Named, out: Named, w: Named, reg: Named, numeric: Numeric, more: (data: (x: NDArray, dout: NDArray) => NDArray) => readonly Mistake[] = () => []): Made {
  const strength = reg.values.item();
  const pull = w.values.mul(strength);
  const data = (x: NDArray, dout: NDArray) => product(x.T, dout)!.add(pull);
  const plain = product(x.values.T, dout.values)!;
  const N = x.values.shape[0];
  return {
    rule: "dw", values: plain.add(pull), numeric,
    formula: `${x.name}ᵀ·${dout.name}${strength ? ` + reg·${w.name}` : ""}`,
    operands: [
      operand("", transposed(x), "row"), operand("·", dout, "column"),
      ...(strength ? [operand("+", reg, "all"), operand("·", w, "cell")] : []),
    ],
    mistakes: [
      ["noReg", plain], ["sign", plain.neg().add(pull)], ["mean", plain.div(N).add(pull)],
      ...rowsOf(x.values).map((row, n): Mistake => ["forgotSum", data(row, rowsOf(dout.values)[n])]),
      ["transposed", withPull(product(x.values, dout.values), pull)],
      ["added", sumOfSums(x.values.T, dout.values).add(pull)],
      ["usedOutput", withPull(product(out.values.T, dout.values), pull)],
      ...more(data),
    ],
    worked: (i, j) => `${workedProduct(x.values.T, dout.values, i, j)}${strength ? ` + ${shown(strength)}·${factor(w.values.get(i, j))}` : ""}`,
  };
}

/** A product of another shape than w's is left as it is: where its elements are, one may have looked. */
function withPull(values: NDArray | undefined, pull: NDArray): NDArray | undefined {
  return values?.shape.join() === pull.shape.join() ? values.add(pull) : values;
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
  const values = product(dout.values, w.values.T)!;
  const columns = columnsOf(w.values);
  return {
    rule: "dx", values, numeric,
    formula: `${dout.name}·${w.name}ᵀ`,
    operands: [operand("", dout, "row"), operand("·", transposed(w), "column")],
    mistakes: [
      ["sign", values.neg()],
      ["transposed", product(dout.values, w.values)],
      ["added", sumOfSums(dout.values, w.values.T)],
      ...columnsOf(dout.values).map((column, m): Mistake => ["forgotPaths", product(column, columns[m].T)]),
      ...more,
    ],
    worked: (i, j) => workedProduct(dout.values, w.values.T, i, j),
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
