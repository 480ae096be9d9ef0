/** The exercises as handed out, solved, and with mistakes, each on a kernel of its own. Needs a build. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { diagnoses } from "../../src/study/index.js";
import { type RunResult, runNotebook } from "../../src/jupyter/client/runNotebook.js";
import { findKernelSpec } from "../../src/jupyter/protocol/kernelSpec.js";
import { startKernel } from "../../src/jupyter/client/startKernel.js";
import { type CodeCell, hasTag, type Notebook } from "../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { mistakes } from "./exerciseMistakes.js";
import { solutions } from "./exerciseSolutions.js";

// Kernels take seconds to start, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const root = fileURLToPath(new URL("../..", import.meta.url));
const path = `${root}notebooks/exercises.ipynb`;
const notebook = readNotebook(readFileSync(path, "utf8"), path);
const codeCells = ({ cells }: Notebook) => cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
const exercises = codeCells(notebook).filter((cell) => hasTag(cell, "exercise")).map(({ id }) => id);
const checks = codeCells(notebook).filter(({ id }) => id.startsWith("check-")).map(({ id }) => id);

/** A copy with other sources for some cells. */
function withSources(sources: Readonly<Record<string, string>>): Notebook {
  const cells = notebook.cells.map((cell) => ({ ...cell, source: sources[cell.id] ?? cell.source }));
  return { ...notebook, cells };
}

async function run(source: Notebook, kernelName = "two-layer-net"): Promise<RunResult> {
  const spec = findKernelSpec(kernelName, [`${root}jupyter`]);
  const kernel = await startKernel(spec, `${root}notebooks`, 60);
  const events = { cellStarts() {}, cellEnds() {}, note() {} };
  try {
    return await runNotebook(source, kernel, { seconds: 120, silence: 5 }, events);
  } finally {
    await kernel.stop();
  }
}

/** The plain text of all that a cell shows. */
function textOf({ notebook }: RunResult, id: string): string {
  const { outputs } = codeCells(notebook).find((cell) => cell.id === id)!;
  const texts = outputs.map((output) => {
    if (output.output_type === "stream") return output.text;
    return "data" in output ? String(output.data["text/plain"]) : output.evalue;
  });
  return texts.join("\n");
}

test("each exercise is a stub, has a solution, and is followed by a check", () => {
  expect(exercises.length).toBe(13);
  expect(Object.keys(solutions)).toEqual(exercises);
  for (const { id, source } of codeCells(notebook)) {
    if (exercises.includes(id)) expect(source).toContain("notWritten(");
    if (checks.includes(id)) expect(source).toMatch(/^check\w+\(.*\)\.throwIfFailed\(\)$/);
  }
});

test("as handed out, the notebook runs through and tells what is not written yet", async () => {
  const result = await run(notebook);
  expect(result.failure).toBeUndefined();
  expect(checks.map((id) => textOf(result, id))).toEqual([
    "affine layer: not written yet: affineForward",
    "ReLU layer: not written yet: reluForward",
    "affine-ReLU layer: not written yet: affineReluForward",
    "sigmoid layer: not written yet: sigmoidForward",
    "leaky ReLU layer: not written yet: leakyReluForward",
    "softmax loss: not written yet: softmaxLoss",
    "SVM loss: not written yet: svmLoss",
    "two-layer network: not written yet: the network's constructor",
    "SGD: not written yet: sgd",
    "SGD with momentum: not written yet: sgdMomentum",
    "accuracy: not written yet: accuracy",
    "Solver step: not written yet: solverStep",
  ]);
  expect(textOf(result, "mistake")).toContain("the ReLU layer's forward pass changes x in place, 10 of 20 elements");
  expect(textOf(result, "ready")).toBe("not ready: some parts are not written yet\n");
});

test("solved, every check passes and the network learns", async () => {
  const result = await run(withSources(solutions));
  expect(result.failure).toBeUndefined();
  const headlines = checks.map((id) => textOf(result, id).split("\n")[0]);
  for (const headline of headlines) expect(headline).toMatch(/^.*: (\d+) of \1 checks passed$/);
  expect(textOf(result, "ready")).toBe("ready to train\n");
  expect(textOf(result, "train")).toMatch(/step 200 loss \d\.\d{3}\nvalidation accuracy: 0\.\d{3} .*\n$/);
});

test("with mistakes, each check names its own, and the notebook stops at it", async () => {
  // all but the last check show what they find
  const shown = checks.filter((id) => id !== "check-accuracy").map((id) => [id, sourceOf(id).replace(".throwIfFailed()", "")]);
  const result = await run(withSources({ ...solutions, ...Object.fromEntries(shown), ...mistakes }));
  const diagnosesOf = (id: string) => textOf(result, id).split("\n").filter((line) => !line.startsWith("  ")).slice(1);
  expect(diagnosesOf("check-affine")).toEqual([
    expect.stringMatching(/^backward: shape of db: db has shape \(1, 5\) instead of \(5,\)/),
  ]);
  expect(diagnosesOf("check-relu")).toEqual([
    expect.stringMatching(/^forward: inputs unchanged: the ReLU layer's forward pass changes x in place, 10 of 20 elements/),
  ]);
  expect(diagnosesOf("check-sigmoid")).toEqual([`backward: dx at exact zeros: ${diagnoses.zeroPasses}`]);
  expect(diagnosesOf("check-softmax")).toEqual([
    expect.stringMatching(/^scores unchanged: the softmax loss changes its input, the scores, in place/),
    `scores of 800 against 0: ${diagnoses.logOfZero}`,
  ]);
  expect(diagnosesOf("check-svm")).toEqual([`scores of 1000: ${diagnoses.noShift}`]);
  expect(diagnosesOf("check-network")).toContain(`scores: values, hidden units of both signs: ${diagnoses.noReluBetween}`);
  expect(diagnosesOf("check-network")).toContain(`loss: value at reg 0.7: ${diagnoses.noReluBetween}`);
  expect(result).toMatchObject({ status: "failed", failure: { cell: { id: "check-accuracy" } } });
  expect(result.failure!.error).toMatchObject({
    ename: "RangeError",
    evalue: `accuracy: 1 of 3 checks failed\n- NaN scores (1; expected nan, or an error): ${diagnoses.nanScores}`,
  });
});

function sourceOf(id: string): string {
  return codeCells(notebook).find((cell) => cell.id === id)!.source;
}
