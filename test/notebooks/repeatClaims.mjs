/**
 * Do the claims of a notebook hold with other random numbers, too? Runs it again and again, each time with
 * other seeds, and counts how often each of its checks holds. That takes minutes to hours, so no test does it.
 *
 * `npm run claims -- generalisation` repeats it 20 times, `-- activations 5` five times, `-- activations 6-20` goes on
 * from there; the images are those of CIFAR10_DIR, or synthetic ones. Claims that hold in fewer than 19 of 20
 * repetitions fail.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNotebook } from "../../dist/jupyter/client/runNotebook.js";
import { startKernel } from "../../dist/jupyter/client/startKernel.js";
import { readNotebook } from "../../dist/jupyter/nbformat/readNotebook.js";
import { findKernelSpec } from "../../dist/jupyter/protocol/kernelSpec.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MARK = "CLAIM ";
const LIMITS = { seconds: 3600, silence: 5, keepGoing: true };
const QUIET = { cellStarts: () => {}, cellEnds: () => {}, note: console.error };
/** Stands behind the imports: checks that write down what came, and let the cell go on. */
const RECORDING = `
function assertThat(claim: string, holds: boolean): void {
  console.log("${MARK}" + JSON.stringify([holds, claim]));
}
function assertBelow(what: string, value: number, limit: number): void {
  console.log("${MARK}" + JSON.stringify([value < limit, what + ", below " + limit]));
}`;

const [name, times = "20"] = process.argv.slice(2);
const [, first = "1", last] = /^(?:([1-9]\d*)-)?([1-9]\d*)$/.exec(times) ?? [];
if (name === undefined || !(Number(first) <= Number(last))) throw new Error("expected the name of a notebook and how often to repeat it, such as: generalisation 20, or generalisation 6-20");
const path = join(ROOT, "notebooks", `${name}.ipynb`);
const notebook = readNotebook(readFileSync(path, "utf8"), path);
const counts = new Map();
for (let repetition = Number(first); repetition <= Number(last); repetition++) {
  for (const [claim, holds] of await claimsOf(withOtherSeeds(notebook, repetition))) {
    const count = counts.get(claim) ?? { holds: 0, of: 0 };
    counts.set(claim, { holds: count.holds + Number(holds), of: count.of + 1 });
  }
  const failing = [...counts].filter(([, count]) => count.holds < count.of);
  console.log(`repetition ${repetition}: ${counts.size} claims, ${counts.size - failing.length} of them always held`);
  for (const [claim, count] of failing) console.log(`  ${count.holds} of ${count.of}: ${claim}`);
}
if ([...counts.values()].some((count) => count.holds < 0.95 * count.of)) process.exitCode = 1;

/** The same notebook, with every number that random numbers are drawn from moved. */
function withOtherSeeds({ metadata, cells }, repetition) {
  const moved = (seed) => Number(seed) + 1000 * repetition;
  const reseeded = (source) => source
    .replaceAll(/new RandomState\((\d+)/g, (_, seed) => `new RandomState(${moved(seed)}`)
    .replaceAll(/\bseed: (\d+)/g, (_, seed) => `seed: ${moved(seed)}`)
    .replaceAll(/\bseeds = \[([\d, ]+)\]/g, (_, seeds) => `seeds = [${seeds.split(",").map(moved).join(", ")}]`);
  const code = cells.filter(({ cell_type }) => cell_type === "code").map((cell) => ({ ...cell, source: reseeded(cell.source) }));
  const recording = { cell_type: "code", id: "recording", metadata: {}, source: RECORDING, execution_count: null, outputs: [] };
  return { metadata, cells: [code[0], recording, ...code.slice(1)] };
}

/** Each check, by its cell and what it says, and whether it held every time that the cell made it. */
async function claimsOf(changed) {
  const kernel = await startKernel(findKernelSpec("two-layer-net", [join(ROOT, "jupyter")]), dirname(path), 60);
  try {
    const { notebook: ran, failures } = await runNotebook(changed, kernel, LIMITS, QUIET);
    const claims = new Map(failures.map(({ cell, error }) => [`${cell.id}: ${error.ename}: ${error.evalue}`, false]));
    for (const { id, outputs = [] } of ran.cells) {
      const printed = outputs.filter(({ output_type }) => output_type === "stream").map(({ text }) => text).join("");
      const lines = printed.split("\n").filter((line) => line.startsWith(MARK));
      for (const [holds, what] of lines.map((line) => JSON.parse(line.slice(MARK.length)))) {
        claims.set(`${id}: ${what}`, holds && (claims.get(`${id}: ${what}`) ?? true));
      }
    }
    return claims;
  } finally {
    await kernel.stop(false);
  }
}
