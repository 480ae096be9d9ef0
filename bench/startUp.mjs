/** How long from the start of a process to the first result? Against Node alone, and NumPy's import. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { named } from "./check.mjs";
import { PYTHON } from "./contenders.mjs";
import { median } from "./duel.mjs";
import { table } from "./table.mjs";

export const title = "Start-up, process start to first result";

const library = JSON.stringify(new URL("../dist/index.js", import.meta.url).href);
const product = (env) => ({
  command: process.execPath,
  args: ["--input-type=module", "-e", `const { matmul, ones } = await import(${library}); matmul(ones([20, 30]), ones([30, 5]));`],
  env,
});
const [ALONE, IMPORT] = ["Node alone", "import alone"];
const PROGRAMS = [
  { name: ALONE, command: process.execPath, args: ["--input-type=module", "-e", "0"], env: {} },
  { name: IMPORT, command: process.execPath, args: ["--input-type=module", "-e", 'await import("two-layer-net")'], env: {} },
  { name: "import and a small product, automatic engine", ...product({ TWO_LAYER_NET_BACKEND: "auto" }) },
  { name: "the same, embedded engine", ...product({ TWO_LAYER_NET_BACKEND: "wasm" }) },
  { name: "the same, BLAS", ...product({ TWO_LAYER_NET_BACKEND: "blas" }) },
  { name: "the same, plain loops", ...product({ TWO_LAYER_NET_BACKEND: "plain" }) },
  { name: "NumPy, import and the product", command: PYTHON, args: ["-c", "import numpy as np; np.ones((20, 30)) @ np.ones((30, 5))"], env: {} },
];

export const targets = [{ name: 'import("two-layer-net") above Node alone, ms', limit: 35, of: (rows) => named(rows, IMPORT).median - named(rows, ALONE).median }];

export async function measure({ quick }) {
  const times = PROGRAMS.map(() => []);
  for (let round = 0; round < (quick ? 5 : 21); round++) {
    for (const [i, { command, args, env }] of PROGRAMS.entries()) {
      const start = performance.now();
      try {
        execFileSync(command, args, { env: { ...process.env, ...env }, stdio: "ignore", cwd: fileURLToPath(new URL(".", import.meta.url)) });
        times[i].push(performance.now() - start);
      } catch {
        // Absent: it has no times.
      }
    }
  }
  return PROGRAMS.map(({ name }, i) => ({ name, median: median(times[i]), best: Math.min(...times[i]) }));
}

export function report(results) {
  const alone = named(results, ALONE).median;
  return table(
    results.map(({ name, median: ms }) => ({
      program: name,
      "median ms": ms === undefined ? "absent" : ms.toFixed(0),
      "above Node alone": ms === undefined ? "" : Math.max(0, ms - alone).toFixed(0),
    })),
  );
}
