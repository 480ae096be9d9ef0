/**
 * What is under mutation testing, a folder of src at a time. Mutants of a folder meet the tests of the
 * same folder of test, and what `also` names: properties that hold of it, tests that reach it from afar.
 *
 * `enough` is the lowest percentage that passes.
 */
const properties = (...names) => names.map((name) => `test/properties/${name}.test.ts`);

export const FOLDERS = {
  "numeric/random": { enough: 90 },
  "nn/layers": { enough: 90, also: properties("layers", "wrongKinds") },
  "nn/models": { enough: 90, also: properties("layers", "wrongKinds") },
  "nn/optim": { enough: 90, also: properties("wrongKinds") },
  "nn/gradcheck": { enough: 90, also: properties("wrongKinds") },
  "nn/solver": { enough: 90, also: properties("solverStream", "wrongKinds") },
  "nn/watch": { enough: 90, also: ["test/nn/solver/solver.test.ts"] },
  "nn/checkpoint": { enough: 90, also: ["test/nn/solver/resume.test.ts"] },
  "nn/checks": { enough: 90, also: ["test/nn/solver/solver.test.ts", ...properties("layers", "wrongKinds")] },
  data: { enough: 90 },
  "study/exercises": { enough: 85, also: ["test/notebooks/exercise{Mistakes,Variants}.test.ts"] },
  "study/sweep": { enough: 85 },
  notebook: { enough: 85 },
  "jupyter/display": { enough: 85 },
  "jupyter/protocol": { enough: 85 },
  "jupyter/nbformat": { enough: 85 },
  "jupyter/cells": { enough: 85, also: ["test/jupyter/kernel/{cellCompiler,compilerAdvice,kernelRequests,localModules}.test.ts"] },
  "jupyter/session": { enough: 85, also: ["test/jupyter/kernel/{cellCompiler,compilerAdvice,kernelRequests}.test.ts"] },
  "jupyter/client": { enough: 85 },
  "jupyter/kernel": { enough: 85 },
  "cli/pages": { enough: 85 },
  "cli/run": { enough: 85 },
  "cli/submit": { enough: 85 },
  "cli/freeze": { enough: 85 },
  // What lies beside those four.
  cli: { enough: 85, shallow: true },
};

/** For every check, in a few minutes. */
export const SAMPLE = ["nn/optim", "nn/gradcheck"];

/** Left as they are. */
export const NOT_MUTATED = [
  // Programs and threads, and what does nothing but start them: tested as such, from dist/, where no mutant is.
  "src/cli/{data,freeze,installKernel,lab,run,submit}.ts",
  "src/cli/freeze/freezeNotebooks.ts",
  "src/cli/submit/printPdf.ts",
  "src/jupyter/kernel/{main,sigintThread,wireThread}.ts",
  "src/study/sweep/{sweep,trialPool,trialWorker}.ts",
  // Lists of sentences: a test that repeats each of them would be the list again.
  "src/cli/words.ts",
  "src/study/exercises/diagnoses.ts",
  "src/study/exercises/words/{english,korean,koreanDiagnoses}.ts",
  // A style sheet: what a page looks like is for eyes.
  "src/cli/pages/pageStyle.ts",
];

export const LEFT_OUT = [
  // They start programs: what is built, kernels, a browser.
  "test/cli/{data,installKernel,lab,run,submit}.test.ts",
  "test/cli/run/runAll.test.ts",
  "test/cli/freeze/freezeNotebooks.test.ts",
  "test/cli/submit/printPdf.test.ts",
  "test/cli/pages/{pageInBrowser,untrusted}.test.ts",
  "test/jupyter/client/startKernel.test.ts",
  "test/jupyter/kernel/{interrupts,jupyterClients,kernel,lifetime,manyInterrupts,oddCells,ports,stdin,tslab}.test.ts",
  // They start threads of what is built.
  "test/study/sweep/{sweep,trialPool}.test.ts",
  // They look at the notebooks and packages of the project, which a mutant's copy has not.
  "test/cli/freeze/{executedAgain,notebooks}.test.ts",
  "test/notebook/png/pictureFonts.test.ts",
  // Too long for every mutant: a million draws, 20,000 steps, thousands of images, hundreds of megabytes, texts of 100,000 characters.
  // Shorter ones are in the tests beside them.
  "test/numeric/random/millionDraws.test.ts",
  "test/nn/solver/memory.test.ts",
  "test/data/{learnableImages,manySyntheticImages}.test.ts",
  "test/data/zipBombs.test.ts",
  "test/cli/pages/longTexts.test.ts",
];
