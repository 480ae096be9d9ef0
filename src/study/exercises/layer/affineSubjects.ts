/** The layers with weights. At these sizes no two axes are equal, so that a transposed array shows. */
import { zeros } from "../../../numeric/array/create.js";
import { matmul } from "../../../numeric/array/linearAlgebra.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { affineBackward, affineForward } from "../../../nn/layers/affine.js";
import { affineReluBackward, affineReluForward } from "../../../nn/layers/affineRelu.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { diagnoses } from "../diagnoses.js";
import type { Arrays, LayerSubject } from "./layerSubject.js";

const [N, D, M] = [3, 4, 5];

/** x is (3, 2, 2): examples that have to be flattened to rows of 4. */
function affineInputs(random: RandomState): { x: NDArray; w: NDArray; b: NDArray } {
  return { x: random.randn(N, 2, 2), w: random.randn(D, M), b: random.randn(M) };
}

export function affineSubject(): LayerSubject {
  const random = new RandomState(231);
  const inputs = affineInputs(random);
  return {
    title: "affine layer",
    inputs,
    dout: random.randn(N, M),
    forward: ({ x, w, b }) => affineForward(x!, w!, b!)[0],
    backward: (dout, { x, w, b }) => ({ ...affineBackward(dout, affineForward(x!, w!, b!)[1]) }),
    forwardMistakes: [{ diagnosis: diagnoses.biasMissing, gives: () => product(inputs) }],
    backwardMistakes: {},
  };
}

export function affineReluSubject(): LayerSubject {
  const random = new RandomState(231);
  const inputs = affineInputs(random);
  const dout = random.randn(N, M);
  const affineGradients = (): Arrays => ({ ...affineBackward(dout, affineForward(inputs.x, inputs.w, inputs.b)[1]) });
  const withoutMask = (name: string) => [{ diagnosis: diagnoses.maskMissing, gives: () => affineGradients()[name] }];
  return {
    title: "affine-ReLU layer",
    inputs,
    dout,
    forward: ({ x, w, b }) => affineReluForward(x!, w!, b!)[0],
    backward: (dout, { x, w, b }) => ({ ...affineReluBackward(dout, affineReluForward(x!, w!, b!)[1]) }),
    forwardMistakes: [
      { diagnosis: diagnoses.reluMissing, gives: () => affineForward(inputs.x, inputs.w, inputs.b)[0] },
      { diagnosis: diagnoses.biasMissing, gives: () => product(inputs).maximum(0) },
    ],
    backwardMistakes: { x: withoutMask("dx"), w: withoutMask("dw"), b: withoutMask("db") },
    kink: {
      inputs: { x: inputs.x, w: zeros([D, M]), b: zeros(M) },
      dout,
      mistakes: { b: [{ diagnosis: diagnoses.zeroPasses, gives: () => dout.sum(0) }] },
      limit: "0 where x·w + b is 0",
    },
  };
}

function product({ x, w }: { x: NDArray; w: NDArray }): NDArray {
  return matmul(x.reshape(N, D), w);
}
