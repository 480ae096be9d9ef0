/** How long until a kernel answers, and how long does a cell take? Against ipykernel, by the client of the Jupyter project. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PYTHON } from "./contenders.mjs";
import { median } from "./duel.mjs";
import { table } from "./table.mjs";

export const title = "A kernel from its start to its cells, in ms";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
/** Another state of this project may take part: `BENCH_KERNEL=/path/to/it`. */
const OTHER = process.env.BENCH_KERNEL;
const KERNELS = [
  { name: "two-layer-net", kernel: "two-layer-net", project: path("..") },
  ...(OTHER ? [{ name: `two-layer-net in ${OTHER}`, kernel: "two-layer-net", project: OTHER }] : []),
  { name: "ipykernel", kernel: "python3", project: path("..") },
];
const FIGURES = ["ready", "import", "cell", "worst", "own", "earlier"];

export async function measure({ quick }) {
  const turns = KERNELS.map(() => []);
  for (let round = 0; round < (quick ? 3 : 9); round++) {
    for (const [i, { kernel, project }] of KERNELS.entries()) {
      const env = { ...process.env, JUPYTER_PATH: `${project}/jupyter` };
      try {
        const printed = execFileSync(PYTHON, [path("contenders/kernel.py"), kernel], { env, cwd: `${project}/notebooks`, stdio: ["ignore", "pipe", "ignore"] });
        turns[i].push(JSON.parse(printed.toString()));
      } catch {
        // Absent: it has no times.
      }
    }
  }
  return KERNELS.map(({ name }, i) => ({ name, ...Object.fromEntries(FIGURES.map((figure) => [figure, median(turns[i].map((turn) => turn[figure])) ?? null])) }));
}

export function report(results) {
  const shown = (ms) => (ms === null ? "absent" : ms.toFixed(0));
  const reference = results.at(-1).ready;
  return table(
    results.map(({ name, ready, import: imported, cell, worst, own, earlier }) => ({
      kernel: name,
      ready: shown(ready),
      "x ipykernel": ready === null || reference === null ? "" : (ready / reference).toFixed(2),
      "first import, 3 s later": shown(imported),
      "cell, median of 20": shown(cell),
      "worst of 20": shown(worst),
      "1e7 turns, own variable": shown(own),
      "an earlier cell's": shown(earlier),
    })),
  );
}
