/** What a page hands in is what the grader takes. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { idOf } from "../../../../src/cli/grade/handInFiles.js";
import type { HandInResult } from "../../../../src/cli/grade/result.js";
import { overviewOf } from "../../../../src/cli/lab/overview.js";
import { readGiven } from "../../../../src/cli/run/given.js";
import type { Manifest } from "../../../../src/cli/site/manifest.js";
import { handIn } from "../../../../src/cli/site/page/handIn.js";
import { SeededStore } from "../../../../src/jupyter/page/seededStore.js";
import { writeNotebook } from "../../../../src/jupyter/nbformat/writeNotebook.js";
import { Trust } from "../../../../src/jupyter/server/contents/trust.js";
import { temporaryFolder } from "../../../fixtures/temporaryFolder.js";
import { MemoryStore } from "../../../jupyter/server/memoryStore.js";
import { grading, handIn as solved, root, writeGrading } from "../../grade/course.js";

const given = readGiven(root);
const seeds = ["neural_networks", "exercises"].map((name) => ({ name, content: readFileSync(join(root, "notebooks", `${name}.ipynb`)) }));
const manifest = {
  title: "two-layer-net", given,
  seeds: seeds.map(({ name, content }) => ({ path: `${name}.ipynb`, file: name, size: content.length, modified: 0, overview: overviewOf(name, () => content.toString(), given) })),
} as unknown as Manifest;

async function kept() {
  const [local, own] = [new MemoryStore(), new MemoryStore()];
  const files = new SeededStore(local, own, seeds.map(({ name, content }) => ({ path: `${name}.ipynb`, size: content.length, modified: new Date(0), read: async () => content })));
  // All solved; one of the checks was run here, another one somewhere else.
  const { metadata, cells } = solved();
  const output = (text: string) => ({ output_type: "stream" as const, name: "stdout" as const, text });
  const ran = cells.map((cell) => (cell.cell_type === "code" && /^check-(relu|sgd)$/.test(cell.id) ? { ...cell, execution_count: 1, outputs: [output(cell.id)] } : cell));
  await new Trust(own).remember(ran.filter(({ id }) => id === "check-relu"));
  await files.write("exercises.ipynb", writeNotebook({ metadata, cells: ran }));
  await files.write("mine.ts", "export const mine = 1;\n");
  await files.write("password.txt", "secret");
  return { manifest, files, local, own };
}

it("holds the notebooks, other files and a summary; only what ran here counts as run", async () => {
  const { zip, summary, warnings, notes } = await handIn(await kept(), "Ada", "en", new Date());
  const files = unzipSync(zip);
  const at = (path: string): string => `two-layer-net/${path}`;
  expect(Object.keys(files).sort()).toEqual(["notebooks/exercises.ipynb", "notebooks/mine.ts", "notebooks/neural_networks.ipynb", "submission.json"].map(at));
  expect(strFromU8(files[at("submission.json")]!)).toBe(summary);
  expect(strFromU8(files[at("notebooks/neural_networks.ipynb")]!)).not.toContain('"output_type"');
  const { author, notebooks } = JSON.parse(summary) as { author: string; notebooks: { notebook: string; cellsRun: number }[] };
  expect([author, notebooks.map(({ notebook, cellsRun }) => [notebook, cellsRun])]).toEqual(["Ada", [["notebooks/neural_networks.ipynb", 0], ["notebooks/exercises.ipynb", 1]]]);
  expect(warnings.find((line) => line.includes("exercises passed"))).toMatch(/^notebooks\/exercises\.ipynb: 0 of 12 exercises passed; not run: /);
  expect(notes).toEqual(["not in the zip: notebooks/password.txt may hold a key or a password"]);
});

it("is graded by npm run grade", async () => {
  const { zip } = await handIn(await kept(), "Ada", "en", new Date());
  const folder = temporaryFolder();
  const [into, out] = [join(folder, "in"), join(folder, "out")];
  mkdirSync(into);
  mkdirSync(out);
  writeFileSync(join(into, "submission.zip"), zip);
  const whole = grading();
  writeGrading(out, { ...whole, exercises: whole.exercises.filter(({ id }) => id === "relu" || id === "sgd") });
  execFileSync(process.execPath, ["dist/cli/grade.js", into, "--out", out], { cwd: root });
  const { name, exercises, flags } = JSON.parse(readFileSync(join(out, `students/${idOf("Ada")}/result.json`), "utf8")) as HandInResult;
  expect([name, exercises.map(({ id, open }) => [id, [...new Set(open.map(({ status }) => status))]])]).toEqual(["Ada", [["relu", ["passed"]], ["sgd", ["passed"]]]]);
  expect(flags.map(({ kind }) => kind).filter((kind) => kind !== "worked")).toEqual([]);
});
