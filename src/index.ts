/** The library's public names, grouped by folder. */

export { backend, type BackendName, type BackendOptions, useBackend } from "./engine/backend.js";

export { arange, array, full, linspace, ones, zeros } from "./array/create.js";
export type { DType, TypedArray } from "./array/dtype.js";
export type { Examples } from "./array/examples.js";
export { matmul, type MatmulOptions } from "./array/matmul.js";
export { NDArray } from "./array/ndarray.js";
export type { Nested } from "./array/nestedLists.js";
export type { Shape } from "./array/shape.js";

export { formatExponent } from "./format/formatExponent.js";
export { formatFixed } from "./format/formatFixed.js";
export { formatRepr } from "./format/formatRepr.js";

export { type DrawSize, RandomState } from "./random/randomState.js";
export type { RandomStateSnapshot } from "./random/snapshot.js";

export {
  affineBackward,
  type AffineCache,
  affineForward,
  type AffineGradients,
  type AffineParameterGradients,
  affineParameterGradients,
} from "./layers/affine.js";
export {
  affineReluBackward,
  type AffineReluCache,
  affineReluForward,
} from "./layers/affineRelu.js";
export { affineReluParameterGradients } from "./layers/affineReluParameterGradients.js";
export { type Activation, activations, derivative, leakyRelu } from "./layers/activation.js";
export type { Labels } from "./layers/labels.js";
export { leakyReluBackward, type LeakyReluCache, leakyReluForward } from "./layers/leakyRelu.js";
export { reluBackward, type ReluCache, reluForward } from "./layers/relu.js";
export { sigmoidBackward, type SigmoidCache, sigmoidForward } from "./layers/sigmoid.js";
export { softmaxLoss } from "./layers/softmaxLoss.js";
export { svmLoss } from "./layers/svmLoss.js";
export { tanhBackward, type TanhCache, tanhForward } from "./layers/tanh.js";

export { adam, type AdamConfig } from "./optim/adam.js";
export type { UpdateRuleName } from "./optim/findUpdateRule.js";
export { rmsprop, type RmspropConfig } from "./optim/rmsprop.js";
export { sgd } from "./optim/sgd.js";
export { type MomentumConfig, sgdMomentum } from "./optim/sgdMomentum.js";
export type { OptimConfig, UpdateRule } from "./optim/updateRule.js";

export { assertBelow } from "./gradcheck/assertBelow.js";
export { assertThat } from "./gradcheck/assertThat.js";
export { gradCheckSparse, type SparseCheck, type SparseCheckOptions } from "./gradcheck/gradCheckSparse.js";
export { evalNumericalGradient, evalNumericalGradientArray, type GradientProgress } from "./gradcheck/numericGradient.js";
export { relError } from "./gradcheck/relError.js";

export type { Model } from "./models/model.js";
export type { Parameters } from "./models/model.js";
export type { TwoLayerNetOptions } from "./models/networkOptions.js";
export { TwoLayerNet, type TwoLayerParameters } from "./models/twoLayerNet.js";

export type { AccuracyOptions } from "./train/accuracy.js";
export { DivergedError } from "./train/divergedError.js";
export type { ResumeOptions } from "./train/resume.js";
export { Solver } from "./train/solver.js";
export type { SettledOptions, SolverOptions } from "./train/solverOptions.js";
export type { TrainingData } from "./train/trainingData.js";
export type { TrainingProgress, TrainingState } from "./train/trainingProgress.js";
export type { TrainingWarning, TroubleKind } from "./train/trainingWarning.js";
export { confidentMistakes, type Mistake } from "./train/confidentMistakes.js";
export { confusionMatrix } from "./train/confusionMatrix.js";

export { type ActivationCurve, activationCurves, activationFigure } from "./figures/activationFigure.js";
export type { Figure, FigureOptions } from "./figures/figure.js";
export { imageGrid, type ImageGridOptions } from "./figures/imageGrid.js";
export { accuracyFigure, type AccuracyFigureOptions, lossFigure } from "./figures/trainingFigures.js";
export { weightImages } from "./figures/weightImages.js";
export {
  type Graph,
  type GraphEdge,
  graphFigure,
  type GraphFigureOptions,
  type GraphNode,
} from "./figures/graphFigure.js";
export { type MatrixEquation, matrixFigure, type MatrixTerm } from "./figures/matrixFigure.js";
export { networkFigure, type NetworkFigureOptions } from "./figures/networkFigure.js";
export { regionsFigure, type RegionsPanel } from "./figures/regionsFigure.js";
export { type Line, lineFigure, type LineFigureOptions, type LinePanel } from "./figures/lineFigure.js";
export { type StepSizeCurve, stepSizeFigure } from "./figures/stepSizeFigure.js";
export { twoLayerFlow, type TwoLayerFlowParameters } from "./figures/twoLayerFlow.js";
export { confusionFigure } from "./figures/confusionFigure.js";
export { halvingFigure } from "./figures/halvingFigure.js";
export { imagePictures } from "./figures/imagePictures.js";
export { type CoordinateAxis, parallelCoordinates } from "./figures/parallelCoordinates.js";
export { settingsHeatmap, type SettingsHeatmapOptions } from "./figures/settingsHeatmap.js";
export type { TrialOutcome } from "./figures/trialOutcome.js";

export { type Cifar10Options, getCifar10Data } from "./data/getCifar10Data.js";
export { ImageSet } from "./data/imageSet.js";
export type { ImageSplits } from "./data/imageSplits.js";
export { loadImages, type LoadOptions } from "./data/loadImages.js";

export { type Hyperparameter, logUniform, type SearchSpace, type TrialSettings, uniform, type ValueRange } from "./sweep/searchSpace.js";
export { sweep, type SweepResult } from "./sweep/sweep.js";
export type { SweepOptions } from "./sweep/sweepOptions.js";
export type { SweepProgress, SweepState } from "./sweep/sweepProgress.js";
export type { TrialResult } from "./sweep/trialSearch.js";

export { ActivationNet } from "./experiments/activationNet.js";
export { exampleByExample } from "./experiments/exampleByExample.js";
export { gapFigure } from "./experiments/gapFigure.js";
export { type GapRow, gapSummary } from "./experiments/gapSummary.js";
export { gradientFlow, type GradientFlowOptions } from "./experiments/gradientFlow.js";
export { type GapData, type GapRun, type GapSettings, measureGap } from "./experiments/measureGap.js";
export { measureGaps, type MeasureGapsOptions } from "./experiments/measureGaps.js";
export { type Padding, type PaddingOptions, padTrainingSet } from "./experiments/padTrainingSet.js";
export { signAgreement } from "./experiments/signAgreement.js";
export { silentUnits } from "./experiments/silentUnits.js";
export { smallestWhere } from "./experiments/smallestWhere.js";
export { type StepOptions, trainSteps } from "./experiments/trainSteps.js";

export { checkAccuracy } from "./checks/checkAccuracy.js";
export { checkLayer, type LayerName } from "./checks/checkLayer.js";
export { checkLoss, type LossName } from "./checks/checkLoss.js";
export { checkNetwork } from "./checks/checkNetwork.js";
export type { Check, CheckRecord } from "./checks/check.js";
export { CheckReport } from "./checks/checkReport.js";
export { checkSolverStep } from "./checks/checkSolverStep.js";
export { checkStream } from "./checks/checkStream.js";
export { checkUpdateRule, type RuleName } from "./checks/checkUpdateRule.js";
export { diagnoses } from "./checks/diagnoses.js";
export { notWritten, NotWrittenError } from "./checks/notWritten.js";
