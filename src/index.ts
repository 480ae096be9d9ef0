/** The assignment's public names, in the order of its wings. */

export { backend, type BackendName, type BackendOptions, useBackend } from "./numeric/engine/backend.js";

export { arange, array, full, linspace, ones, zeros } from "./numeric/array/create.js";
export type { DType, TypedArray } from "./numeric/array/dtype.js";
export type { Examples } from "./numeric/array/examples.js";
export { matmul, type MatmulOptions } from "./numeric/array/linearAlgebra.js";
export { NDArray } from "./numeric/array/ndarray.js";
export type { Nested } from "./numeric/array/indexing.js";
export type { Shape } from "./numeric/array/shape.js";

export { formatExponent, formatFixed, formatRepr } from "./numeric/print/number.js";

export { type DrawSize, RandomState } from "./numeric/random/randomState.js";
export type { RandomStateSnapshot } from "./numeric/random/snapshot.js";

export { affineBackward, type AffineCache, affineForward, type AffineGradients } from "./nn/layers/affine.js";
export { affineReluBackward, type AffineReluCache, affineReluForward } from "./nn/layers/affineRelu.js";

export type { Labels } from "./nn/checks/labels.js";

export { leakyReluBackward, type LeakyReluCache, leakyReluForward } from "./nn/layers/leakyRelu.js";
export { reluBackward, type ReluCache, reluForward } from "./nn/layers/relu.js";
export { sigmoidBackward, type SigmoidCache, sigmoidForward } from "./nn/layers/sigmoid.js";
export { softmaxLoss } from "./nn/layers/softmaxLoss.js";
export { svmLoss } from "./nn/layers/svmLoss.js";
export { tanhBackward, type TanhCache, tanhForward } from "./nn/layers/tanh.js";

export { adam, type AdamConfig } from "./nn/optim/adam.js";
export type { UpdateRuleName } from "./nn/optim/findUpdateRule.js";
export { rmsprop, type RmspropConfig } from "./nn/optim/rmsprop.js";
export { sgd } from "./nn/optim/sgd.js";
export { type MomentumConfig, sgdMomentum } from "./nn/optim/sgdMomentum.js";
export type { OptimConfig, UpdateRule } from "./nn/optim/updateRule.js";

export { gradCheckSparse, type SparseCheck, type SparseCheckOptions } from "./nn/gradcheck/gradCheckSparse.js";
export type { GradientProgress } from "./nn/gradcheck/elementByElement.js";
export { evalNumericalGradient, evalNumericalGradientArray } from "./nn/gradcheck/numericGradient.js";
export { relError } from "./nn/gradcheck/relError.js";

export type { Model, Parameters } from "./nn/models/model.js";
export type { TwoLayerNetOptions } from "./nn/models/networkOptions.js";
export { TwoLayerNet, type TwoLayerParameters } from "./nn/models/twoLayerNet.js";
export type { AccuracyOptions } from "./nn/models/accuracy.js";

export { DivergedError } from "./nn/watch/divergedError.js";

export type { ResumeOptions } from "./nn/solver/resume.js";
export { Solver } from "./nn/solver/solver.js";
export type { SettledOptions, SolverOptions } from "./nn/solver/solverOptions.js";
export type { TrainingData } from "./nn/checks/trainingData.js";

export type { TrainingProgress, TrainingState, TrainingWarning, TroubleKind } from "./nn/watch/trainingProgress.js";

export { type Cifar10Options, getCifar10Data } from "./data/getCifar10Data.js";
export { ImageSet } from "./data/imageSet.js";
export type { ImageSplits } from "./data/imageSplits.js";
export { loadImages, type LoadOptions } from "./data/loadImages.js";
