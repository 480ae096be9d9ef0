/**
 * Mutation testing: changes the library's code, one place at a time, and runs the tests that reach the
 * place. A change that no test notices has survived. README.md says what to do then.
 *
 * `npm run mutation` goes through all folders, `-- nn/layers cli` through some, `-- src/nn/layers/affine.ts`
 * through a file, `-- --sample` through the part that every check has time for. `--stretches 30` changes that many
 * stretches of ten lines of each folder only, drawn at random, others with each `--seed`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FOLDERS, SAMPLE } from "./folders.mjs";

const HERE = new URL(".", import.meta.url);
const ROOT = fileURLToPath(new URL("../..", HERE));
const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", HERE));
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", HERE));

const { values: asked, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "boolean" }, stretches: { type: "string" }, seed: { type: "string", default: "0" } },
});
const folders = byFolder(asked.sample ? SAMPLE : names.length > 0 ? names : Object.keys(FOLDERS));
if (!existsSync(STRYKER)) install();
if (asked.stretches !== undefined) {
  const { randomStretches } = await import("./randomStretches.mjs"); // needs what was installed
  for (const [folder, files] of folders) folders.set(folder, randomStretches(ROOT, files, Number(asked.stretches), Number(asked.seed)));
}
const rows = [...folders].map(([folder, files]) => ({ folder, ...mutate(folder, files) }));
console.table(rows);
if (rows.some(({ passed }) => !passed)) process.exitCode = 1;

/** The patterns of files to change, by folder of src: a Stryker run each, with a score of its own. */
function byFolder(names) {
  const patterns = new Map();
  for (const name of names) {
    const within = Object.keys(FOLDERS).filter((folder) => folder === name || folder.startsWith(`${name}/`));
    for (const folder of within) patterns.set(folder, [wholeFolder(folder)]);
    if (within.length > 0) continue;
    const folder = folderOf(name);
    patterns.set(folder, [...(patterns.get(folder) ?? []), name]);
  }
  return patterns;
}

function wholeFolder(folder) {
  return FOLDERS[folder].shallow ? `src/${folder}/*.ts` : `src/${folder}/**/*.ts`;
}

/** Of a file: the longest folder that it is in. */
function folderOf(file) {
  const folders = Object.keys(FOLDERS).filter((folder) => file.startsWith(`src/${folder}/`));
  if (folders.length > 0) return folders.reduce((longest, folder) => (folder.length > longest.length ? folder : longest));
  throw new RangeError(`mutation: expected one of ${Object.keys(FOLDERS).join(", ")} or a file in src/ of those, got "${file}"`);
}

function mutate(folder, files) {
  const begun = Date.now();
  const env = { ...process.env, MUTATED_FOLDER: folder, MUTATED_FILES: files.join(",") };
  const config = fileURLToPath(new URL("stryker.config.mjs", HERE));
  rmSync(reportOf(folder), { force: true });
  const { status } = spawnSync(process.execPath, [STRYKER, "run", config], { stdio: "inherit", env, cwd: ROOT });
  requireAllTests(folder, env);
  return { ...score(folder), minutes: Number(((Date.now() - begun) / 60_000).toFixed(1)), passed: status === 0 };
}

/** A test file that does not load is no failure to Stryker: its mutants merely survive. */
function requireAllTests(folder, env) {
  const list = ["list", "--filesOnly", "--json", "--config", fileURLToPath(new URL("vitest.config.mjs", HERE))];
  const files = JSON.parse(execFileSync(process.execPath, [VITEST, ...list], { env, cwd: ROOT, encoding: "utf8" }));
  const ran = readReport(folder).testFiles;
  const missing = files.map(({ file }) => relative(ROOT, file)).filter((file) => !(file in ran));
  if (missing.length > 0) throw new Error(`mutation: of ${folder}'s tests, ${missing.join(", ")} did not load in the copy that Stryker mutates; npm test says whether they do here`);
}

function reportOf(folder) {
  return new URL(`reports/${folder.replaceAll("/", "-")}.json`, HERE);
}

function readReport(folder) {
  if (!existsSync(reportOf(folder))) throw new Error(`mutation: Stryker has left no report on ${folder}; its last lines say why`);
  return JSON.parse(readFileSync(reportOf(folder), "utf8"));
}

function score(folder) {
  const mutants = Object.values(readReport(folder).files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const survived = count("Survived", "NoCoverage");
  return { mutants: noticed + survived, survived, percent: Number(((100 * noticed) / (noticed + survived)).toFixed(1)) };
}

function install() {
  // npm names itself to the scripts that it runs
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error("mutation: Stryker is not installed; install it with: npm ci --prefix test/mutation");
  execFileSync(process.execPath, [npm, "ci", "--prefix", fileURLToPath(HERE), "--no-audit", "--no-fund"], { stdio: "inherit" });
}
