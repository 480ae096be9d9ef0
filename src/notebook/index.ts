/** What a cell needs beside the library: what it studies with, and what shows it. */

export * from "../study/index.js";

export { gradientTable } from "./gradientTable.js";
export { historyTable, type TrainingHistory } from "./historyTable.js";
export { outputFile, type OutputFileOptions } from "./outputFile.js";
export { Progress, type ProgressDetail, type ProgressOptions, startProgress } from "./progress.js";
export { say } from "./say.js";
export { showBackprop, type ShowBackpropOptions } from "./showBackprop.js";
export { showFigure, type ShowFigureOptions } from "./showFigure.js";
export { type ImageArray, showImage, type ShowImageOptions } from "./showImage.js";
export { type PlaygroundOptions, showPlayground } from "./showPlayground.js";
export { showTable, type ShowTableOptions } from "./showTable.js";
export { sweepProgress } from "./sweepProgress.js";
export { type SweepRecord, sweepTable, type SweepTableOptions } from "./sweepTable.js";
export { track } from "./track.js";
export { trainingProgress, type TrainingProgressOptions } from "./trainingProgress.js";
