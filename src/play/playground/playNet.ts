/** The library's network with any of four activations in its middle. */
import {
  affineBackward, affineForward, leakyReluBackward, leakyReluForward, type NDArray, ones, reluBackward, reluForward, sigmoidBackward, sigmoidForward,
  tanhBackward, tanhForward, TwoLayerNet, type TwoLayerNetOptions,
} from "../../index.js";
import type { ActivationName } from "./settings.js";

type Applied = readonly [out: NDArray, backward: (dout: NDArray) => NDArray];

const layers: Readonly<Record<ActivationName, (x: NDArray) => Applied>> = {
  relu: pair(reluForward, reluBackward),
  leakyRelu: pair((x) => leakyReluForward(x), leakyReluBackward),
  tanh: pair(tanhForward, tanhBackward),
  sigmoid: pair(sigmoidForward, sigmoidBackward),
};

function pair<Cache>(forward: (x: NDArray) => [NDArray, Cache], backward: (dout: NDArray, cache: Cache) => NDArray) {
  return (x: NDArray): Applied => {
    const [out, cache] = forward(x);
    return [out, (dout) => backward(dout, cache)];
  };
}

/** affine - activation - affine - softmax; options, parameters and losses as `TwoLayerNet` has them. */
export class PlayNet extends TwoLayerNet {
  readonly activation: ActivationName;

  constructor(activation: ActivationName, options: TwoLayerNetOptions) {
    super(options);
    this.activation = activation;
  }

  /** What goes into the activation, what comes out of it, and its derivative there: each (N, H). */
  hiddenOf(X: NDArray): { readonly a: NDArray; readonly out: NDArray; readonly slope: NDArray } {
    const [a] = affineForward(X, this.params.W1, this.params.b1);
    const [out, backward] = layers[this.activation](a);
    return { a, out, slope: backward(ones(a.shape)) };
  }

  protected override hiddenLayer(rows: NDArray): ReturnType<TwoLayerNet["hiddenLayer"]> {
    const [a, affine] = affineForward(rows, this.params.W1, this.params.b1);
    const [hidden, backward] = layers[this.activation](a);
    return [hidden, (dhidden: NDArray) => affineBackward(backward(dhidden), affine)];
  }
}
