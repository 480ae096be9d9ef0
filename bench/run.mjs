/**
 * The benchmarks: `npm run bench` runs all, `npm run bench -- trainingStep gemm` some, with
 * `--quick` in fewer rounds. Prints tables, and writes results.json beside this file. With `--check`
 * it says which targets were reached, and exits with 1 if one was missed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { check, checkTable } from "./check.mjs";
import { PYTHON } from "./contenders.mjs";

const ALL = ["startUp", "kernel", "warmKernel", "diagnosis", "notebooks", "playground", "gemm", "trainingStep", "scoring", "assignment"];
const RESULTS = new URL("results.json", import.meta.url);

const options = { quick: { type: "boolean", default: false }, check: { type: "boolean", default: false } };
const { values: { quick, check: isChecked }, positionals: names } = parseArgs({ allowPositionals: true, options });
const unknown = names.find((name) => !ALL.includes(name));
if (unknown) throw new RangeError(`bench: expected one of ${ALL.join(", ")}, got "${unknown}"`);

const results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
const checked = [];
console.log(`${machineText(machine())}\n`);
for (const name of names.length > 0 ? names : ALL) {
  const { title, measure, report, targets = [] } = await import(`./${name}.mjs`);
  const rows = await measure({ quick });
  checked.push(...check(targets, rows));
  console.log(`${title}\n${report(rows)}\n`);
  results[name] = { machine: machine(), quick, rows: rows.map(({ ms: _ms, ...row }) => row) };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
if (isChecked) {
  console.log(checkTable(checked));
  if (checked.some(({ verdict }) => verdict === "missed")) process.exitCode = 1;
}

function machine() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    node: process.version,
    numpy: numpyVersion(),
    date: new Date().toISOString().slice(0, 10),
  };
}

function machineText({ cpu, cores, node, numpy }) {
  return `${cpu}, ${cores} cores, Node ${node}, NumPy ${numpy}`;
}

function numpyVersion() {
  try {
    return execFileSync(PYTHON, ["-c", "import numpy; print(numpy.__version__)"], { stdio: ["ignore", "pipe", "ignore"] }).toString().trim();
  } catch {
    return "absent";
  }
}
