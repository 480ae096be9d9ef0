import { classesOf } from "./points.js";
import type { ActivationName, Settings } from "./settings.js";

/** As `activations` of two-layer-net/notebook has them, in this order; ReLU is TwoLayerNet's own. */
const PLACES: Readonly<Record<Exclude<ActivationName, "relu">, number>> = { sigmoid: 0, tanh: 1, leakyRelu: 3 };

/** The settings as the code that makes this network, and that takes the same steps. */
export function codeLine({ data, hiddenDim, activation, weightScale, learningRate, batchSize, reg, seed }: Settings): string {
  const options = `{ inputDim: 2, hiddenDim: ${hiddenDim}, numClasses: ${classesOf(data)}, weightScale: ${weightScale}, reg: ${reg}, random: random }`;
  const made = activation === "relu" ? `new TwoLayerNet(${options})` : `new ActivationNet(activations[${PLACES[activation]}], ${options})`;
  return [
    `const random = new RandomState(${seed});`,
    `const model = ${made};`,
    `const solver = new Solver(model, data, { optimConfig: { learningRate: ${learningRate} }, batchSize: ${batchSize}, random: random });`,
  ].join("\n");
}
