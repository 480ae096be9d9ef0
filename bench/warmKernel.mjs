/** How long until a kernel answers that the lab has kept ready? Against one that it starts for the question. */
import { named } from "./check.mjs";
import { median } from "./duel.mjs";
import { openKernel, withLab } from "./labProcess.mjs";
import { table } from "./table.mjs";

export const title = "A kernel of the lab, from the request for it to its first answer";

const [KEPT, STARTED] = ["kept ready", "started for the request"];

export const targets = [{ name: "kernel ready in the lab, kept warm, ms", limit: 200, of: (rows) => named(rows, KEPT).median }];

export async function measure({ quick }) {
  const times = { [KEPT]: [], [STARTED]: [] };
  for (let round = 0; round < (quick ? 2 : 7); round++) {
    await withLab(async (lab) => {
      // The lab makes the next one only after a pause.
      for (const name of [KEPT, STARTED]) {
        const start = performance.now();
        const kernel = await openKernel(lab);
        times[name].push(performance.now() - start);
        kernel.close();
      }
    });
  }
  return Object.entries(times).map(([name, ms]) => ({ name, median: median(ms) }));
}

export function report(results) {
  return table(results.map(({ name, median: ms }) => ({ kernel: name, "median ms": ms.toFixed(0) })));
}
