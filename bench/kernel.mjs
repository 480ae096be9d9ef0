/** How long until a kernel answers, and how long does a cell take? Against ipykernel, by the client of the Jupyter project. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { named } from "./check.mjs";
import { PYTHON } from "./contenders.mjs";
import { median } from "./duel.mjs";
import { table } from "./table.mjs";

export const title = "A kernel from its start to its cells, in ms";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
/** Another state of this project may take part: `BENCH_KERNEL=/path/to/it`. */
const OTHER = process.env.BENCH_KERNEL;
const [OURS, REFERENCE] = ["two-layer-net", "ipykernel"];
const KERNELS = [
  { name: OURS, kernel: "two-layer-net", project: path("..") },
  ...(OTHER ? [{ name: `two-layer-net in ${OTHER}`, kernel: "two-layer-net", project: OTHER }] : []),
  { name: REFERENCE, kernel: "python3", project: path("..") },
];
/** A kernel for each: what comes at once is not what comes when it has had time to warm up. */
const TURNS = ["at once", "later"];
const FIGURES = ["ready", "atOnce", "import", "cell", "worst", "own", "earlier"];

export const targets = [
  { name: "kernel ready, x ipykernel", limit: 0.6, of: (rows) => timesIpykernel(rows, "ready") },
  { name: "kernel, start to an import sent at once, x ipykernel's of NumPy", limit: 1, of: (rows) => timesIpykernel(rows, "atOnce") },
  { name: "kernel, first import 3 s later, ms", limit: 30, of: ours("import") },
  { name: "kernel, cells, median of 20, ms", limit: 15, of: ours("cell") },
  { name: "kernel, cells, worst of 20, ms", limit: 40, of: ours("worst") },
  { name: "kernel, 1e7 turns with an own variable, ms", limit: 100, of: ours("own") },
  { name: "kernel, 1e7 turns with an earlier cell's, ms", limit: 1000, of: ours("earlier") },
];

export async function measure({ quick }) {
  const turns = KERNELS.map(() => []);
  for (let round = 0; round < (quick ? 3 : 9); round++) {
    for (const [i, { kernel, project }] of KERNELS.entries()) {
      const env = { ...process.env, JUPYTER_PATH: `${project}/jupyter` };
      for (const turn of TURNS) {
        try {
          const printed = execFileSync(PYTHON, [path("contenders/kernel.py"), kernel, turn], { env, cwd: `${project}/notebooks`, stdio: ["ignore", "pipe", "ignore"] });
          turns[i].push(JSON.parse(printed.toString()));
        } catch {
          // Absent: it has no times.
        }
      }
    }
  }
  return KERNELS.map(({ name }, i) => ({ name, ...Object.fromEntries(FIGURES.map((figure) => [figure, median(turns[i].flatMap((turn) => turn[figure] ?? []))])) }));
}

export function report(results) {
  const shown = (ms) => (ms === undefined ? "absent" : ms.toFixed(0));
  const reference = named(results, REFERENCE).ready;
  return table(
    results.map(({ name, ready, atOnce, import: imported, cell, worst, own, earlier }) => ({
      kernel: name,
      ready: shown(ready),
      "x ipykernel": ready === undefined || reference === undefined ? "" : (ready / reference).toFixed(2),
      "start to import sent at once": shown(atOnce),
      "first import, 3 s later": shown(imported),
      "cell, median of 20": shown(cell),
      "worst of 20": shown(worst),
      "1e7 turns, own variable": shown(own),
      "an earlier cell's": shown(earlier),
    })),
  );
}

function ours(figure) {
  return (rows) => named(rows, OURS)[figure];
}

function timesIpykernel(rows, figure) {
  return named(rows, OURS)[figure] / named(rows, REFERENCE)[figure];
}
