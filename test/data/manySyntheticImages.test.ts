import { describe, expect, it, vi } from "vitest";
import { zeros } from "../../src/numeric/array/create.js";
import type { Examples } from "../../src/numeric/array/examples.js";
import type { NDArray } from "../../src/numeric/array/ndarray.js";
import * as cifar10Dir from "../../src/data/cifar10Dir.js";
import { ImageSet } from "../../src/data/imageSet.js";
import { splitImages } from "../../src/data/imageSplits.js";
import { loadImages } from "../../src/data/loadImages.js";
import { meanImage } from "../../src/data/meanImage.js";
import { syntheticImages } from "../../src/data/syntheticImages.js";
import { affineForward } from "../../src/nn/layers/affine.js";
import { affineParameterGradients } from "../../src/nn/layers/parameterGradients.js";
import { softmaxLoss } from "../../src/nn/layers/softmaxLoss.js";
import type { Model } from "../../src/nn/models/model.js";
import { TwoLayerNet } from "../../src/nn/models/twoLayerNet.js";
import { RandomState } from "../../src/numeric/random/randomState.js";
import { Solver } from "../../src/nn/solver/solver.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

vi.mock("../../src/data/cifar10Dir.js", { spy: true });

describe("many synthetic images", () => {
  const { pixels, labels } = syntheticImages(1000, 3);

  it("have ten classes of about the same size", () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of labels) counts[label]++;
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  it("are as bright and as rich in contrast as photographs", () => {
    const mean = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
    const variance = pixels.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / pixels.length;
    expect(mean).toBeGreaterThan(115);
    expect(mean).toBeLessThan(135);
    expect(Math.sqrt(variance)).toBeGreaterThan(50);
    expect(Math.sqrt(variance)).toBeLessThan(70);
    const clipped = pixels.reduce((count, pixel) => count + (pixel === 0 || pixel === 255 ? 1 : 0), 0);
    expect(clipped / pixels.length).toBeLessThan(0.1);
  });

  it("have class means that lie close together, against the spread within a class", () => {
    const overall = meanImage(pixels);
    const X = new ImageSet(pixels, overall);
    const distances = Array.from({ length: 10 }, (_, label) => {
      const members = Array.from(labels.keys()).filter((i) => labels[i] === label);
      const rows = X.takeRows(members).reshape(members.length, 3072);
      const centre = rows.mean(0);
      const within = rows.sub(centre);
      return norm(centre) / Math.sqrt(within.mul(within).sum() / members.length);
    });
    expect(Math.max(...distances)).toBeLessThan(0.35);
  });

  it("are as many as the small set of CIFAR-10 has, unless told", () => {
    vi.mocked(cifar10Dir.namedCifar10Dir).mockReturnValue(undefined);
    vi.mocked(cifar10Dir.cifar10Dir).mockReturnValue(`${temporaryFolder()}/missing`);
    const { XTrain, XVal, XTest, synthetic } = loadImages();
    expect([XTrain.shape, XVal.shape, XTest.shape].map(([count]) => count)).toEqual([4000, 1000, 1000]);
    expect(synthetic).toBe(true);
  });

  it("teach a two-layer network far more than a linear classifier", () => {
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
  });
});

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

function norm(x: NDArray): number {
  return Math.sqrt(x.mul(x).sum());
}
