/** The exercises as handed out, solved, and with mistakes, on real kernels. Needs a build. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { type RunResult, runNotebook } from "../../src/jupyter/client/runNotebook.js";
import { findKernelSpec } from "../../src/jupyter/protocol/kernelSpec.js";
import { startKernel } from "../../src/jupyter/client/startKernel.js";
import { type CodeCell, type DisplayOutput, type ErrorOutput, hasTag, type Notebook } from "../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import type { ChecksRecord } from "../../src/jupyter/display/checksType.js";
import { koreanDiagnoses } from "../../src/study/exercises/words/koreanDiagnoses.js";
import { type ExerciseMistake, mistakes } from "./exerciseMistakes.js";
import { solutions } from "./exerciseSolutions.js";

// Kernels take seconds to start, and many on a busy machine.
vi.setConfig({ testTimeout: 400_000 });

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

interface Surroundings {
  readonly cwd?: string;
  readonly lang?: string;
  readonly seconds?: number;
}

async function run(source: Notebook, { cwd = `${root}notebooks`, lang, seconds = 120 }: Surroundings = {}): Promise<RunResult> {
  const spec = findKernelSpec("two-layer-net", [`${root}jupyter`]);
  const env = { ...spec.env, ...(lang !== undefined && { TWO_LAYER_NET_LANG: lang }) };
  const kernel = await startKernel({ ...spec, env }, cwd, 60);
  const events = { cellStarts() {}, cellEnds() {}, note() {} };
  try {
    return await runNotebook(source, kernel, { seconds, silence: 5 }, events);
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
    "sigmoid layer: not written yet: sigmoidForward",
    "leaky ReLU layer: not written yet: leakyReluForward",
    "affine-ReLU layer: not written yet: affineReluForward",
    "softmax loss: not written yet: softmaxLoss",
    "SVM loss: not written yet: svmLoss",
    "two-layer network: not written yet: the network's constructor",
    "SGD: not written yet: sgd",
    "SGD with momentum: not written yet: sgdMomentum",
    "accuracy: not written yet: accuracy",
    "Solver step: not written yet: solverStep",
  ]);
  expect(textOf(result, "mistake")).toContain("the ReLU layer's backward pass changes x in place, 20 of 20 elements");
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

/**
 * Each mistake in its cell, the check that follows in the notebook, and the solution again.
 *
 * @param needed the exercises that are solved before
 */
function withMistakes(chosen: readonly ExerciseMistake[], needed: readonly string[] = exercises): Notebook {
  const cell = (id: string, source: string, mayFail = false): CodeCell => ({
    cell_type: "code", id, metadata: mayFail ? { tags: ["raises-exception"] } : {}, source, outputs: [], execution_count: null,
  });
  const solved = needed.map((id) => cell(id, solutions[id]!));
  const made = chosen.flatMap(({ exercise, code }, i) => [
    cell(`mistake-${i}`, code), cell(`check-mistake-${i}`, sourceOf(checkAfter(exercise)), true), cell(`again-${i}`, solutions[exercise]!),
  ]);
  return { ...notebook, cells: [cell("setup", sourceOf("setup")), ...solved, ...made] };
}

/** The id of the check that stands below an exercise. */
function checkAfter(exercise: string): string {
  const ids = codeCells(notebook).map(({ id }) => id);
  return ids.slice(ids.indexOf(exercise)).find((id) => id.startsWith("check-"))!;
}

/** A few of each exercise; `--mode long` takes all. */
const chosen = mistakes.filter((_, i) => process.env.MODE === "long" || i % 15 === 3);

test("mistakes in the real notebook: a report that names them, then one line", async () => {
  const result = await run(withMistakes(chosen), { seconds: 300 });
  expect(result.failure).toBeUndefined();
  for (const [i, { exercise, name, causes }] of chosen.entries()) {
    const { outputs } = codeCells(result.notebook).find(({ id }) => id === `check-mistake-${i}`)!;
    expect({ exercise, name, outputs: outputs.map(({ output_type }) => output_type) }).toEqual({ exercise, name, outputs: ["display_data", "error"] });
    const [shown, error] = outputs as [DisplayOutput, ErrorOutput];
    const record = shown.data["application/vnd.two-layer-net.checks+json"] as ChecksRecord;
    expect({ exercise, name, causes: [...record.causes].sort(), status: record.status }).toEqual({ exercise, name, causes: [...causes].sort(), status: "failed" });
    expect(error).toMatchObject({ ename: "RangeError", evalue: expect.stringMatching(/^[^\n]*: \d+ of \d+ checks failed: [^\n]*$/) });
  }
});

test("where the learner's code stops, the report tells the cell, the line and what stands there", async () => {
  const code = solutions["affine-backward"]!.replace("matmul(dout, w.T)", "matmul(dout, w)");
  const result = await run(withMistakes([{ exercise: "affine-backward", name: "", code, causes: [] }], ["affine-forward"]));
  const text = textOf(result, "check-mistake-0");
  expect(text).toContain("the code stopped with RangeError: matmul:");
  expect(text).toMatch(/in affineBackward, Cell \[\d+\], line 4: return \{ dx: matmul\(dout, w\)\.reshape/);
});

test("in the Korean edition's folder, and where a language is named, reports are Korean", async () => {
  const code = solutions["sgd"]!.replace("w.sub(", "w.add(");
  const wrong = withMistakes([{ exercise: "sgd", name: "", code, causes: [] }], []);
  const results = [await run(wrong, { cwd: `${root}notebooks/ko` }), await run(wrong, { lang: "ko" })];
  const [inFolder, named] = results.map((result) => textOf(result, "check-mistake-0"));
  expect(inFolder).toContain(koreanDiagnoses.uphill);
  expect(named).toBe(inFolder);
});

function sourceOf(id: string): string {
  return codeCells(notebook).find((cell) => cell.id === id)!.source;
}
