/**
 * Mutation testing: changes the library's code, one place at a time, and runs the tests that reach the
 * place. A change that no test notices has survived. README.md says what to do then.
 *
 * `npm run mutation` goes through all folders, `-- layers train` through some, `-- src/nn/layers/affine.ts`
 * through a file, `-- --sample` through the part that every check has time for.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["layers", "models", "optim", "gradcheck", "random", "train", "data"];
const SAMPLE = ["optim", "gradcheck"];
const HERE = new URL(".", import.meta.url);
const STRYKER = fileURLToPath(new URL("node_modules/@stryker-mutator/core/bin/stryker.js", HERE));

const args = process.argv.slice(2);
const targets = args.includes("--sample") ? SAMPLE : args.length > 0 ? args : FOLDERS;
const folders = byFolder(targets);
if (!existsSync(STRYKER)) install();
const rows = [...folders].map(([folder, files]) => ({ folder, ...mutate(folder, files) }));
console.table(rows);
if (rows.some(({ enough }) => !enough)) process.exitCode = 1;

/** The patterns of files to change, by folder of src: a Stryker run each, with a score of its own. */
function byFolder(names) {
  const patterns = new Map();
  for (const name of names) {
    const folder = /^src\/(\w+)\//.exec(name)?.[1] ?? name;
    if (!FOLDERS.includes(folder)) throw new RangeError(`mutation: expected one of ${FOLDERS.join(", ")} or a file in src/ of those, got "${name}"`);
    patterns.set(folder, [...(patterns.get(folder) ?? []), name === folder ? `src/${folder}/**/*.ts` : name]);
  }
  return patterns;
}

function mutate(folder, files) {
  const begun = Date.now();
  const env = { ...process.env, MUTATED_FOLDER: folder, MUTATED_FILES: files.join(",") };
  const config = fileURLToPath(new URL("stryker.config.mjs", HERE));
  rmSync(reportOf(folder), { force: true });
  const { status } = spawnSync(process.execPath, [STRYKER, "run", config], { stdio: "inherit", env, cwd: fileURLToPath(new URL("..", HERE)) });
  return { ...score(folder), minutes: Number(((Date.now() - begun) / 60_000).toFixed(1)), enough: status === 0 };
}

function reportOf(folder) {
  return new URL(`reports/${folder}.json`, HERE);
}

function score(folder) {
  if (!existsSync(reportOf(folder))) throw new Error(`mutation: Stryker has left no report on ${folder}; its last lines say why`);
  const report = JSON.parse(readFileSync(reportOf(folder), "utf8"));
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const survived = count("Survived", "NoCoverage");
  return { mutants: noticed + survived, survived, percent: Number(((100 * noticed) / (noticed + survived)).toFixed(1)) };
}

function install() {
  // npm names itself to the scripts that it runs
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error("mutation: Stryker is not installed; install it with: npm ci --prefix mutation");
  execFileSync(process.execPath, [npm, "ci", "--prefix", fileURLToPath(HERE), "--no-audit", "--no-fund"], { stdio: "inherit" });
}
