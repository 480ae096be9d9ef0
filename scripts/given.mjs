/**
 * Writes notebooks/given.json: sums of what is given out, by which the hand-in knows what the learner
 * wrote: the code, the notebooks, the cells to be answered and those that check.
 *
 * `node scripts/given.mjs` writes it, `--check` says whether it is as it should be. Needs a build.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { answerSum } from "../dist/cli/run/answers.js";
import { GIVEN_FILE } from "../dist/cli/run/given.js";
import { sumOf } from "../dist/cli/run/sums.js";
import { checkCells } from "../dist/cli/submit/exercises.js";
import { hasTag } from "../dist/jupyter/nbformat/notebook.js";
import { readNotebook } from "../dist/jupyter/nbformat/readNotebook.js";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", "src", "notebooks", ":(glob)*"], { encoding: "utf8" });
const paths = listed.split("\n").filter((path) => path !== "" && path !== GIVEN_FILE && existsSync(path)).sort();
const files = Object.fromEntries(paths.map((path) => [path, sumOf(readFileSync(path))]));
const notebooks = paths.filter((path) => path.endsWith(".ipynb")).map((path) => [path, readNotebook(readFileSync(path, "utf8"), path)]);
const answers = sums(({ cells }) => cells.filter((cell) => hasTag(cell, "answer")), answerSum);
const checks = sums(checkCells, sumOf);
const text = `${JSON.stringify({ answers, checks, files }, null, 1)}\n`;

if (!process.argv.includes("--check")) writeFileSync(GIVEN_FILE, text);
else if (!existsSync(GIVEN_FILE) || readFileSync(GIVEN_FILE, "utf8") !== text) {
  console.log(`${GIVEN_FILE} is not of these files: run \`npm run given\``);
  process.exitCode = 1;
}

/** Of each notebook that has such cells, their sums by id. */
function sums(cellsOf, sum) {
  const found = notebooks.map(([path, notebook]) => [path, Object.fromEntries(cellsOf(notebook).map(({ id, source }) => [id, sum(source)]))]);
  return Object.fromEntries(found.filter(([, cells]) => Object.keys(cells).length > 0));
}
