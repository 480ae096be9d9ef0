/** Runs the check of an exercise on code as it stands in its cell, without a kernel. */
import ts from "typescript";
import * as library from "../../src/index.js";
import * as study from "../../src/study/index.js";
import type { CheckReport } from "../../src/study/index.js";
import { solutions } from "./exerciseSolutions.js";

/** What the cell below an exercise asks for. */
const CHECKS: Readonly<Record<string, string>> = {
  "affine-forward": 'checkLayer("affine", affineForward, affineBackward)',
  "affine-backward": 'checkLayer("affine", affineForward, affineBackward)',
  relu: 'checkLayer("relu", reluForward, reluBackward)',
  sandwich: 'checkLayer("affineRelu", affineReluForward, affineReluBackward)',
  sigmoid: 'checkLayer("sigmoid", sigmoidForward, sigmoidBackward)',
  "leaky-relu": 'checkLayer("leakyRelu", leakyReluForward, leakyReluBackward)',
  softmax: 'checkLoss("softmax", softmaxLoss)',
  svm: 'checkLoss("svm", svmLoss)',
  network: "checkNetwork(Network)",
  sgd: 'checkUpdateRule("sgd", sgd)',
  momentum: 'checkUpdateRule("sgdMomentum", sgdMomentum)',
  accuracy: "checkAccuracy(accuracy)",
  step: "checkSolverStep(solverStep)",
};

const scope: Readonly<Record<string, unknown>> = { ...library, ...study };
const OWN = /^(?:(?:async )?function|class|const|let) (\w+)/gm;

/** @param code of that exercise's cell; the others are solved */
export function checkedExercise(exercise: string, code: string): CheckReport {
  const cells = Object.values({ ...solutions, [exercise]: code });
  const own = new Set(cells.flatMap((text) => [...text.matchAll(OWN)].map(([, name]) => name)));
  const names = Object.keys(scope).filter((name) => !own.has(name));
  const run = new Function(...names, `${cells.map(javaScript).join("\n")}\nreturn ${CHECKS[exercise]};`) as (...values: unknown[]) => CheckReport;
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
