/** One network in training: its data, its steps, and what can be measured of it. */
import { type NDArray, RandomState, sgd } from "../../index.js";
import { type DataSet, dataSet } from "./points.js";
import { PlayNet } from "./playNet.js";
import type { Settings } from "./settings.js";

/** A unit lets no gradient through where its derivative is below this. */
const SHUT = 1e-3;

export interface Measures {
  /** Shares from 0 to 1; null where there are no points. */
  readonly trainAcc: number | null;
  readonly testAcc: number | null;
  /** Which units let no gradient through for any training point; without any, for any test point. */
  readonly dead: readonly boolean[];
  /** The share of pairs of a unit and a point that let none through. */
  readonly shut: number;
  /** Lengths of each layer's weights as one vector. */
  readonly weights: readonly [number, number];
}

export class Run {
  settings: Settings;
  data: DataSet;
  readonly net: PlayNet;
  /** The loss of each step's minibatch. */
  readonly losses: number[] = [];
  /** Lengths of the last step's gradients of W1 and W2. */
  gradients: readonly [number, number] = [0, 0];
  /** Set when the loss is no finite number any more: the run is at its end. */
  diverged = false;
  readonly #random: RandomState;

  /** @param data other points than those of the settings */
  constructor(settings: Settings, data = dataSet(settings)) {
    const { hiddenDim, activation, weightScale, reg, seed } = settings;
    this.settings = settings;
    this.data = data;
    this.#random = new RandomState(seed);
    this.net = new PlayNet(activation, { inputDim: 2, hiddenDim, numClasses: data.numClasses, weightScale, reg, random: this.#random });
  }

  get epochs(): number {
    return this.losses.length / this.stepsPerEpoch;
  }

  get stepsPerEpoch(): number {
    return Math.max(Math.floor(this.data.train.y.length / this.settings.batchSize), 1);
  }

  /** One step of plain SGD, as the Solver takes it: draw, loss and gradients, update of every parameter. */
  step(): void {
    const { train: { X, y } } = this.data;
    if (y.length === 0) return;
    const chosen = this.#random.choice(y.length, this.settings.batchSize).data;
    const [loss, grads] = this.net.loss(X.takeRows(chosen), Array.from(chosen, (i) => y[i]!));
    this.gradients = [lengthOf(grads.W1), lengthOf(grads.W2)];
    if (!Number.isFinite(loss)) {
      this.diverged = true;
      return;
    }
    this.losses.push(loss);
    for (const [name, w] of Object.entries(this.net.params)) sgd(w, grads[name as keyof typeof grads], { learningRate: this.settings.learningRate }, w);
  }

  /** Settings for the steps to come: of what made this network they say the same. */
  change(settings: Settings): void {
    this.settings = settings;
    this.net.reg = settings.reg;
  }

  measure(): Measures {
    const { train, test } = this.data;
    const { W1, W2 } = this.net.params;
    const looked = train.y.length > 0 ? train : test;
    const shut = this.net.hiddenOf(looked.X).slope.map((value) => Number(value < SHUT));
    return {
      trainAcc: accuracy(this.net, train.X, train.y),
      testAcc: accuracy(this.net, test.X, test.y),
      dead: Array.from(shut.min(0).data, (least) => least === 1),
      shut: shut.mean(),
      weights: [lengthOf(W1), lengthOf(W2)],
    };
  }
}

function accuracy(net: PlayNet, X: NDArray, y: readonly number[]): number | null {
  if (y.length === 0) return null;
  const predicted = net.scores(X).argmax(1).data;
  return y.filter((label, i) => label === predicted[i]).length / y.length;
}

function lengthOf(values: NDArray): number {
  return Math.sqrt(values.mul(values).sum());
}
