/** Activation functions and their gradients, over one input. */
import { leakyReluBackward, leakyReluForward } from "../../nn/layers/leakyRelu.js";
import { reluBackward, reluForward } from "../../nn/layers/relu.js";
import { sigmoidBackward, sigmoidForward } from "../../nn/layers/sigmoid.js";
import { linspace, ones } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { axisSuffix, type Figure, type FigureOptions, panelAxes, panelCaption, titleOf } from "./figure.js";

/** One activation function over some inputs. */
export interface ActivationCurve {
  readonly name: string;
  readonly x: NDArray;
  readonly out: NDArray;
  /** derivative of out by x, by the layer's own backward */
  readonly gradient: NDArray;
}

/**
 * Sigmoid, ReLU and leaky ReLU over [-limit, limit], with the gradients that their backward passes
 * give to an upstream gradient of 1.
 *
 * @param limit above 0
 * @param alpha slope of the leaky ReLU for negative inputs
 * @example
 * const [sigmoid, relu] = activationCurves(5);
 * [sigmoid.name, sigmoid.gradient.max(), relu.out.max()] // [ 'sigmoid', 0.25, 5 ]
 */
export function activationCurves(limit = 10, alpha = 0.1): ActivationCurve[] {
  const x = linspace(-limit, limit, 401);
  const dout = ones(x.shape);
  const [sigmoid, sigmoidCache] = sigmoidForward(x);
  const [relu, reluCache] = reluForward(x);
  const [leaky, leakyCache] = leakyReluForward(x, alpha);
  return [
    { name: "sigmoid", x, out: sigmoid, gradient: sigmoidBackward(dout, sigmoidCache) },
    { name: "ReLU", x, out: relu, gradient: reluBackward(dout, reluCache) },
    { name: `leaky ReLU (alpha ${alpha})`, x, out: leaky, gradient: leakyReluBackward(dout, leakyCache) },
  ];
}

/**
 * The curves one above the other: the function on the left, its gradient on the right.
 *
 * @param curves one row of two panels for each
 * @example
 * const { data } = activationFigure(activationCurves());
 * data.map(({ name }) => name) // [ 'sigmoid', 'gradient of sigmoid', 'ReLU', 'gradient of ReLU', 'leaky ReLU (alpha 0.1)', 'gradient of leaky ReLU (alpha 0.1)' ]
 */
export function activationFigure(curves: readonly ActivationCurve[], options: FigureOptions = {}): Figure {
  const panels = curves.flatMap(({ name, x, out, gradient }, row) => [
    panel(2 * row, name, x, out, "solid"),
    panel(2 * row + 1, `gradient of ${name}`, x, gradient, "dash"),
  ]);
  return {
    data: panels.map(({ trace }) => trace),
    layout: {
      title: titleOf({ title: "Activations and their gradients", ...options }),
      grid: { rows: curves.length, columns: 2, pattern: "independent", xgap: 0.15, ygap: 0.35 },
      showlegend: false,
      height: 200 * curves.length + 120,
      annotations: panels.map(({ caption }) => caption),
      ...Object.assign({}, ...panels.map(({ axes }) => axes)),
    },
  };
}

/** One curve on axes of its own, with its name above. */
function panel(number: number, name: string, x: NDArray, y: NDArray, dash: string) {
  const suffix = axisSuffix(number);
  return {
    trace: {
      type: "scatter",
      mode: "lines",
      name,
      x: Array.from(x.data),
      y: Array.from(y.data),
      ...panelAxes(number),
      line: { dash },
    },
    axes: {
      [`xaxis${suffix}`]: { title: { text: "input x", standoff: 4 } },
      [`yaxis${suffix}`]: { rangemode: "tozero" },
    },
    caption: panelCaption(name, number),
  };
}
