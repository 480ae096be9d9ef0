/** The library's public names, grouped by folder. */

export { backend, type BackendName, type BackendOptions, useBackend } from "./numeric/engine/backend.js";

export { arange, array, full, linspace, ones, zeros } from "./numeric/array/create.js";
export type { DType, TypedArray } from "./numeric/array/dtype.js";
export type { Examples } from "./numeric/array/examples.js";
export { matmul, type MatmulOptions } from "./numeric/array/linearAlgebra.js";
export { NDArray } from "./numeric/array/ndarray.js";
export type { Nested } from "./numeric/array/indexing.js";
export type { Shape } from "./numeric/array/shape.js";

export { formatExponent } from "./numeric/print/number.js";
export { formatFixed } from "./numeric/print/number.js";
export { formatRepr } from "./numeric/print/number.js";

export { type DrawSize, RandomState } from "./numeric/random/randomState.js";
export type { RandomStateSnapshot } from "./numeric/random/snapshot.js";

export {
  affineBackward,
  type AffineCache,
  affineForward,
  type AffineGradients,
  type AffineParameterGradients,
  affineParameterGradients,
} from "./nn/layers/affine.js";
export {
  affineReluBackward,
  type AffineReluCache,
  affineReluForward,
} from "./nn/layers/affineRelu.js";
export { affineReluParameterGradients } from "./nn/layers/parameterGradients.js";
export { type Activation, activations, derivative, leakyRelu } from "./study/experiments/activation.js";
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

export { assertBelow } from "./study/assertBelow.js";
export { assertThat } from "./study/assertBelow.js";
export { gradCheckSparse, type SparseCheck, type SparseCheckOptions } from "./nn/gradcheck/gradCheckSparse.js";
export { evalNumericalGradient, evalNumericalGradientArray, type GradientProgress } from "./nn/gradcheck/numericGradient.js";
export { relError } from "./nn/gradcheck/relError.js";

export type { Model } from "./nn/models/model.js";
export type { Parameters } from "./nn/models/model.js";
export type { TwoLayerNetOptions } from "./nn/models/networkOptions.js";
export { TwoLayerNet, type TwoLayerParameters } from "./nn/models/twoLayerNet.js";

export type { AccuracyOptions } from "./nn/models/accuracy.js";
export { DivergedError } from "./nn/watch/divergedError.js";
export type { ResumeOptions } from "./nn/solver/resume.js";
export { Solver } from "./nn/solver/solver.js";
export type { SettledOptions, SolverOptions } from "./nn/solver/solverOptions.js";
export type { TrainingData } from "./nn/solver/trainingData.js";
export type { TrainingProgress, TrainingState } from "./nn/watch/trainingProgress.js";
export type { TrainingWarning, TroubleKind } from "./nn/watch/trainingProgress.js";
export { confidentMistakes, type Mistake } from "./study/experiments/confidentMistakes.js";
export { confusionMatrix } from "./study/experiments/confusionMatrix.js";

export { type ActivationCurve, activationCurves, activationFigure } from "./study/figures/activationFigure.js";
export type { Figure, FigureOptions } from "./study/figures/figure.js";
export { imageGrid, type ImageGridOptions } from "./study/figures/imageGrid.js";
export { accuracyFigure, type AccuracyFigureOptions, lossFigure } from "./study/figures/trainingFigures.js";
export { weightImages } from "./study/figures/weightImages.js";
export {
  type Graph,
  type GraphEdge,
  graphFigure,
  type GraphFigureOptions,
  type GraphNode,
} from "./study/figures/graphFigure.js";
export { type MatrixEquation, matrixFigure, type MatrixTerm } from "./study/figures/matrixFigure.js";
export { networkFigure, type NetworkFigureOptions } from "./study/figures/networkFigure.js";
export { regionsFigure, type RegionsPanel } from "./study/figures/regionsFigure.js";
export { type Line, lineFigure, type LineFigureOptions, type LinePanel } from "./study/figures/lineFigure.js";
export { type StepSizeCurve, stepSizeFigure } from "./study/figures/stepSizeFigure.js";
export { twoLayerFlow, type TwoLayerFlowParameters } from "./study/figures/twoLayerFlow.js";
export { confusionFigure } from "./study/figures/confusionFigure.js";
export { halvingFigure } from "./study/figures/halvingFigure.js";
export { imagePictures } from "./study/figures/imagePictures.js";
export { type CoordinateAxis, parallelCoordinates } from "./study/figures/parallelCoordinates.js";
export { settingsHeatmap, type SettingsHeatmapOptions } from "./study/figures/settingsHeatmap.js";
export type { TrialOutcome } from "./study/figures/trialOutcome.js";

export { type Cifar10Options, getCifar10Data } from "./data/getCifar10Data.js";
export { ImageSet } from "./data/imageSet.js";
export type { ImageSplits } from "./data/imageSplits.js";
export { loadImages, type LoadOptions } from "./data/loadImages.js";

export { type Hyperparameter, logUniform, type SearchSpace, type TrialSettings, uniform, type ValueRange } from "./study/sweep/searchSpace.js";
export { sweep, type SweepResult } from "./study/sweep/sweep.js";
export type { SweepOptions } from "./study/sweep/sweepOptions.js";
export type { SweepProgress, SweepState } from "./study/sweep/sweepProgress.js";
export type { TrialResult } from "./study/sweep/trialSearch.js";

export { ActivationNet } from "./study/experiments/activationNet.js";
export { exampleByExample } from "./study/experiments/exampleByExample.js";
export { gapFigure } from "./study/experiments/gapFigure.js";
export { type GapRow, gapSummary } from "./study/experiments/gapSummary.js";
export { gradientFlow, type GradientFlowOptions } from "./study/experiments/gradientFlow.js";
export { type GapData, type GapRun, type GapSettings, measureGap } from "./study/experiments/measureGap.js";
export { measureGaps, type MeasureGapsOptions } from "./study/experiments/measureGaps.js";
export { type Padding, type PaddingOptions, padTrainingSet } from "./study/experiments/padTrainingSet.js";
export { signAgreement } from "./study/experiments/signAgreement.js";
export { silentUnits } from "./study/experiments/silentUnits.js";
export { smallestWhere } from "./study/experiments/smallestWhere.js";
export { type StepOptions, trainSteps } from "./study/experiments/trainSteps.js";

export { checkAccuracy } from "./study/exercises/checkAccuracy.js";
export { checkLayer, type LayerName } from "./study/exercises/checkLayer.js";
export { checkLoss, type LossName } from "./study/exercises/checkLoss.js";
export { checkNetwork } from "./study/exercises/checkNetwork.js";
export type { Check, CheckRecord } from "./study/exercises/check.js";
export { CheckReport } from "./study/exercises/checkReport.js";
export { checkSolverStep } from "./study/exercises/checkSolverStep.js";
export { checkStream } from "./study/exercises/checkStream.js";
export { checkUpdateRule, type RuleName } from "./study/exercises/checkUpdateRule.js";
export { diagnoses } from "./study/exercises/diagnoses.js";
export { notWritten, NotWrittenError } from "./study/exercises/notWritten.js";
