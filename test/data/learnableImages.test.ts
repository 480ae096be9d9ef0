/** What can be learnt from synthetic images, by what. */
import { expect, it } from "vitest";
import { splitImages } from "../../src/data/imageSplits.js";
import { syntheticImages } from "../../src/data/syntheticImages.js";
import { affineForward } from "../../src/nn/layers/affine.js";
import { affineParameterGradients } from "../../src/nn/layers/parameterGradients.js";
import { softmaxLoss } from "../../src/nn/layers/softmaxLoss.js";
import type { Model } from "../../src/nn/models/model.js";
import { TwoLayerNet } from "../../src/nn/models/twoLayerNet.js";
import { Solver } from "../../src/nn/solver/solver.js";
import { zeros } from "../../src/numeric/array/create.js";
import type { Examples } from "../../src/numeric/array/examples.js";
import type { NDArray } from "../../src/numeric/array/ndarray.js";
import { RandomState } from "../../src/numeric/random/randomState.js";

it("synthetic images teach a two-layer network far more than a linear classifier", () => {
  const images = syntheticImages(5000, 0);
  const data = splitImages(images, images, { numTraining: 4000, numValidation: 1000, numTest: 0 }, true);
  const bestOf = (model: Model, learningRate: number): number => {
    const solver = new Solver(model, data, { numEpochs: 4, optimConfig: { learningRate }, numTrainSamples: 100, verbose: false, random: new RandomState(231) });
    solver.train();
    return solver.bestValAcc;
  };
  const twoLayer = bestOf(new TwoLayerNet({ hiddenDim: 50, random: new RandomState(231) }), 1e-3);
  expect(twoLayer).toBeGreaterThan(0.5);
  expect(twoLayer).toBeLessThan(0.65);
  for (const learningRate of [1e-7, 1e-6]) expect(bestOf(linearClassifier(), learningRate)).toBeLessThan(0.25);
}, 300_000);

function linearClassifier(): Model {
  const params = { W: zeros([3072, 10]), b: zeros(10) };
  return {
    params,
    scores(X) {
      return affineForward(allRows(X), this.params["W"], this.params["b"])[0];
    },
    loss(X, y) {
      const [scores, cache] = affineForward(allRows(X), this.params["W"], this.params["b"]);
      const [loss, dscores] = softmaxLoss(scores, y);
      const { dw, db } = affineParameterGradients(dscores, cache);
      return [loss, { W: dw, b: db }];
    },
  };
}

function allRows(X: Examples): NDArray {
  return X.takeRows(Array.from({ length: X.shape[0] }, (_, i) => i));
}
