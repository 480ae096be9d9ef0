/** Runs the checks of an exercise on code as it stands in its cell, without a kernel. */
import ts from "typescript";
import * as library from "../../src/index.js";
import * as study from "../../src/study/index.js";
import type { CheckReport } from "../../src/study/index.js";
import { runChecks } from "../../src/study/exercises/runChecks.js";
import { drawnChecks } from "../../src/study/grading/drawnChecks.js";
import { type CheckedExercise, exerciseReport, type Functions } from "../../src/study/grading/exerciseChecks.js";
import { solutions } from "./exerciseSolutions.js";

/** What the cell below an exercise asks for, and of which functions. */
const CHECKS: Readonly<Record<string, readonly [CheckedExercise, ...names: string[]]>> = {
  "affine-forward": [{ kind: "layer", name: "affine" }, "affineForward", "affineBackward"],
  "affine-backward": [{ kind: "layer", name: "affine" }, "affineForward", "affineBackward"],
  relu: [{ kind: "layer", name: "relu" }, "reluForward", "reluBackward"],
  sandwich: [{ kind: "layer", name: "affineRelu" }, "affineReluForward", "affineReluBackward"],
  sigmoid: [{ kind: "layer", name: "sigmoid" }, "sigmoidForward", "sigmoidBackward"],
  "leaky-relu": [{ kind: "layer", name: "leakyRelu" }, "leakyReluForward", "leakyReluBackward"],
  softmax: [{ kind: "loss", name: "softmax" }, "softmaxLoss"],
  svm: [{ kind: "loss", name: "svm" }, "svmLoss"],
  network: [{ kind: "network" }, "Network"],
  sgd: [{ kind: "rule", name: "sgd" }, "sgd"],
  momentum: [{ kind: "rule", name: "sgdMomentum" }, "sgdMomentum"],
  accuracy: [{ kind: "accuracy" }, "accuracy"],
  step: [{ kind: "step" }, "solverStep"],
};

const scope: Readonly<Record<string, unknown>> = { ...library, ...study };
const OWN = /^(?:(?:async )?function|class|const|let) (\w+)/gm;

/** @param own code of cells; the others are solved */
export function checkedExercise(exercise: string, own: string | Readonly<Record<string, string>>): CheckReport {
  return exerciseReport(CHECKS[exercise]![0], functionsOf(exercise, own));
}

/** What the grader's hidden checks say of it. */
export function hiddenChecks(exercise: string, own: string | Readonly<Record<string, string>>): CheckReport {
  return runChecks("affine", drawnChecks(CHECKS[exercise]![0], functionsOf(exercise, own), 3).map((step) => [step]));
}

function functionsOf(exercise: string, code: string | Readonly<Record<string, string>>): Functions {
  const cells = Object.values({ ...solutions, ...(typeof code === "string" ? { [exercise]: code } : code) });
  const own = new Set(cells.flatMap((text) => [...text.matchAll(OWN)].map(([, name]) => name)));
  const names = Object.keys(scope).filter((name) => !own.has(name));
  const [, ...asked] = CHECKS[exercise]!;
  const run = new Function(...names, `${cells.map(javaScript).join("\n")}\nreturn [${asked.join(", ")}];`) as (...values: unknown[]) => Functions;
  return run(...names.map((name) => scope[name]));
}

const translated = new Map<string, string>();

function javaScript(code: string): string {
  const known = translated.get(code);
  if (known !== undefined) return known;
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  translated.set(code, outputText);
  return outputText;
}
