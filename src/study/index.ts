/** What the notebooks study with: figures, experiments, sweeps, and checks of the learner's own code. */

export { type Activation, activations, derivative, leakyRelu } from "./experiments/activation.js";

export { assertBelow, assertThat } from "./assertions.js";
export { inLanguage } from "./words/inLanguage.js";

export { confidentMistakes, type Mistake } from "./experiments/confidentMistakes.js";
export { confusionMatrix } from "./experiments/confusionMatrix.js";

export { type ActivationCurve, activationCurves, activationFigure } from "./figures/activationFigure.js";
export type { Figure, FigureOptions } from "./figures/figure.js";
export { imageGrid, type ImageGridOptions } from "./figures/imageGrid.js";
export { accuracyFigure, type AccuracyFigureOptions, lossFigure } from "./figures/trainingFigures.js";
export { weightImages } from "./figures/weightImages.js";
export { type Graph, type GraphEdge, graphFigure, type GraphFigureOptions, type GraphNode } from "./figures/graphFigure.js";
export { type MatrixEquation, matrixFigure, type MatrixTerm } from "./figures/matrixFigure.js";
export { networkFigure, type NetworkFigureOptions } from "./figures/networkFigure.js";
export { regionsFigure, type RegionsPanel } from "./figures/regionsFigure.js";
export { type Line, lineFigure, type LineFigureOptions, type LinePanel } from "./figures/lineFigure.js";
export { type StepSizeCurve, stepSizeFigure } from "./figures/stepSizeFigure.js";
export { twoLayerFlow, type TwoLayerFlowParameters } from "./figures/twoLayerFlow.js";
export { confusionFigure } from "./figures/confusionFigure.js";
export { halvingFigure } from "./figures/halvingFigure.js";
export { imagePictures } from "./figures/imagePictures.js";
export { type CoordinateAxis, parallelCoordinates, type ParallelCoordinatesOptions } from "./figures/parallelCoordinates.js";
export { settingsHeatmap, type SettingsHeatmapOptions } from "./figures/settingsHeatmap.js";
export type { TrialOutcome } from "./figures/trialOutcome.js";

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

export { checkAccuracy } from "./exercises/checkAccuracy.js";
export { checkLayer, type LayerName } from "./exercises/checkLayer.js";
export { checkLoss, type LossName } from "./exercises/checkLoss.js";
export { checkNetwork } from "./exercises/checkNetwork.js";
export type { Check, CheckRecord } from "./exercises/check.js";
export { CheckReport } from "./exercises/checkReport.js";
export { checkSolverStep } from "./exercises/checkSolverStep.js";
export { checkStream } from "./exercises/checkStream.js";
export { checkUpdateRule, type RuleName } from "./exercises/checkUpdateRule.js";
export { type Cause, diagnoses } from "./exercises/diagnoses.js";
export { notWritten, NotWrittenError } from "./exercises/notWritten.js";
export { whenWritten } from "./exercises/whenWritten.js";
