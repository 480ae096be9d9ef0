/** The layers with weights. At these sizes no two axes are equal, so that a transposed array shows. */
import { zeros } from "../../../numeric/array/create.js";
import { affineBackward, affineForward } from "../../../nn/layers/affine.js";
import { affineReluBackward, affineReluForward } from "../../../nn/layers/affineRelu.js";
import { RandomState } from "../../../numeric/random/randomState.js";
import { wrongPrograms } from "../mistake.js";
import { words } from "../words/words.js";
import { backwardProgram, forwardProgram, slipsOf, withoutRelu, withRelu } from "./affineProgram.js";
import type { LayerCase, LayerSubject } from "./layerSubject.js";

const LIMIT = 1e-12;
/** Where layers of the learner's own are put together, which may compute in float32. */
const COMPOSED_LIMIT = 1e-6;

/** x is (3, 2, 2), examples that have to be flattened to rows of 4, and (4, 3), which are rows already. */
function affineCases(): [LayerCase, LayerCase] {
  const random = new RandomState(231);
  const drawn = (shape: readonly number[], D: number, M: number): LayerCase => {
    const inputs = { x: random.randn(...shape), w: random.randn(D, M), b: random.randn(M) };
    return { inputs, dout: random.randn(shape[0]!, M) };
  };
  return [drawn([3, 2, 2], 4, 5), drawn([4, 3], 3, 6)];
}

export function affineSubject(): LayerSubject {
  return {
    key: "affine",
    limit: LIMIT,
    cases: affineCases(),
    elementwise: false,
    forward: ({ x, w, b }) => affineForward(x!, w!, b!)[0],
    backward: (dout, { x, w, b }) => ({ ...affineBackward(dout, affineForward(x!, w!, b!)[1]) }),
    forwardMistakes: () => wrongPrograms(forwardProgram, withoutRelu),
    backwardMistakes: (gradient) => wrongPrograms(backwardProgram(gradient, false), slipsOf(gradient, false)),
  };
}

export function affineReluSubject(): LayerSubject {
  const cases = affineCases();
  const [{ inputs, dout }] = cases;
  return {
    key: "affineRelu",
    limit: COMPOSED_LIMIT,
    cases,
    elementwise: false,
    forward: ({ x, w, b }) => affineReluForward(x!, w!, b!)[0],
    backward: (dout, { x, w, b }) => ({ ...affineReluBackward(dout, affineReluForward(x!, w!, b!)[1]) }),
    forwardMistakes: () => wrongPrograms((given, switches) => forwardProgram(given, { relu: "after", ...switches }), withRelu),
    backwardMistakes: (gradient) => wrongPrograms(backwardProgram(gradient, true), slipsOf(gradient, true)),
    kink: {
      gradient: "db",
      inputs: { x: inputs.x!, w: zeros(inputs.w!.shape), b: zeros(inputs.b!.shape) },
      dout,
      limit: words().zeroWhereProductZero,
    },
  };
}
