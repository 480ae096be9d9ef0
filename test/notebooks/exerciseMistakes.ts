/** Mistakes that students make in the exercises, each with what the report has to say. */
import { affineForward, affineBackward } from "./mistakes/affine.js";
import { relu, sandwich, sigmoid, sigmoidInBoth, leakyRelu } from "./mistakes/activations.js";
import { softmax, svm } from "./mistakes/losses.js";
import { network } from "./mistakes/network.js";
import { sgd, momentum, accuracy, step } from "./mistakes/training.js";
import type { ExerciseMistake } from "./mistakes/made.js";

export type { ExerciseMistake };

export const mistakes: readonly ExerciseMistake[] = [
  ...affineForward, ...affineBackward, ...relu, ...sandwich, ...sigmoid, ...sigmoidInBoth, ...leakyRelu,
  ...softmax, ...svm, ...network, ...sgd, ...momentum, ...accuracy, ...step,
];
