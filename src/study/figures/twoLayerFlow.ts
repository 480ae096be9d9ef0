/** The two-layer network as a computational graph: affine, ReLU, affine, softmax loss, and the L2 term. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { sumOfSquares } from "../../numeric/array/linearAlgebra.js";
import { affineBackward, affineForward } from "../../nn/layers/affine.js";
import type { Labels } from "../../nn/checks/labels.js";
import { reluBackward, reluForward } from "../../nn/layers/relu.js";
import { softmaxLoss } from "../../nn/layers/softmaxLoss.js";
import type { Graph, GraphEdge, GraphNode } from "./graphFigure.js";

/** The parameters of the network that is drawn. */
export interface TwoLayerFlowParameters {
  /** (D, H) */
  readonly W1: NDArray;
  /** (H,) */
  readonly b1: NDArray;
  /** (H, C) */
  readonly W2: NDArray;
  /** (C,) */
  readonly b2: NDArray;
}

const NODES: Readonly<Record<string, GraphNode>> = {
  x: { text: "x", at: [2, 0], kind: "input" },
  W1: { text: "W<sub>1</sub>", at: [1, 1], kind: "parameter" },
  affine1: { text: "affine", at: [2, 1] },
  b1: { text: "b<sub>1</sub>", at: [3, 1], kind: "parameter" },
  relu: { text: "ReLU", at: [2, 2] },
  L2: { text: "½ reg ΣW²", at: [0, 3] },
  W2: { text: "W<sub>2</sub>", at: [1, 3], kind: "parameter" },
  affine2: { text: "affine", at: [2, 3] },
  b2: { text: "b<sub>2</sub>", at: [3, 3], kind: "parameter" },
  plus: { text: "+", at: [0, 4.3] },
  softmax: { text: "softmax loss", at: [2, 4.3] },
  y: { text: "y", at: [3, 4.3], kind: "input" },
  loss: { text: "loss", at: [0, 5.2], kind: "result" },
};

/**
 * Runs the network forward and back, and says what flows along each edge of its graph.
 *
 * Each weight matrix has two edges; its gradient is the sum of what comes back on both.
 *
 * @param X examples, (N, D)
 * @param y right classes, N whole numbers from 0 to C - 1
 * @param reg strength of the L2 term, 0 or more
 * @returns a graph for `graphFigure`, whose grid should be about 180 by 96 pixels
 * @throws {RangeError} as the layers, if a shape does not fit
 * @example
 * const { params } = new TwoLayerNet({ inputDim: 2, hiddenDim: 3, numClasses: 2, weightScale: 1 });
 * const graph = twoLayerFlow(params, array([[1, -1]]), [0], 0.1);
 * graph.edges[0].slice(0, 2) // [ 'x', 'affine1' ]
 */
export function twoLayerFlow(params: TwoLayerFlowParameters, X: NDArray, y: Labels, reg: number): Graph {
  const { W1, b1, W2, b2 } = params;
  const [a, affine1] = affineForward(X, W1, b1);
  const [hidden, relu] = reluForward(a);
  const [scores, affine2] = affineForward(hidden, W2, b2);
  const [dataLoss, dscores] = softmaxLoss(scores, y);
  const second = affineBackward(dscores, affine2);
  const da = reluBackward(second.dx, relu);
  const first = affineBackward(da, affine1);
  const penalty = 0.5 * reg * (sumOfSquares(W1) + sumOfSquares(W2));
  const edges: GraphEdge[] = [
    ["x", "affine1", X, first.dx],
    ["W1", "affine1", W1, first.dw],
    ["b1", "affine1", b1, first.db],
    ["affine1", "relu", a, da],
    ["relu", "affine2", hidden, second.dx],
    ["W2", "affine2", W2, second.dw],
    ["b2", "affine2", b2, second.db],
    ["affine2", "softmax", scores, dscores],
    ["y", "softmax"],
    ["softmax", "plus", dataLoss, 1],
    ["W1", "L2", null, W1.mul(reg)],
    ["W2", "L2", null, W2.mul(reg)],
    ["L2", "plus", penalty, 1],
    ["plus", "loss", dataLoss + penalty, 1],
  ];
  return { nodes: NODES, edges };
}
