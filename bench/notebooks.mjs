/** How long does `npm start` take: every notebook, on the first 1000 images of each batch of CIFAR-10? */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { named } from "./check.mjs";
import { median } from "./duel.mjs";
import { npmStart } from "./npmStart.mjs";
import { table } from "./table.mjs";

export const title = "All notebooks";

const ALL = "npm start, a part of CIFAR-10";

export const targets = [{ name: `${ALL}, s`, limit: 40, of: (rows) => named(rows, ALL).seconds }];

export function measure({ quick }) {
  if (process.env.CIFAR10_DIR === undefined) return [{ name: ALL, absent: "CIFAR10_DIR is not set" }];
  const times = Array.from({ length: quick ? 1 : 3 }, seconds);
  return [{ name: ALL, seconds: median(times) }];
}

export function report(results) {
  return table(results.map(({ name, seconds, absent }) => ({ command: name, "median s": absent ? `absent: ${absent}` : seconds.toFixed(1) })));
}

function seconds() {
  const out = mkdtempSync(join(tmpdir(), "two-layer-net-bench-"));
  try {
    const { ms, status, said } = npmStart(["--out", out], { CIFAR10_SMALL: "1" });
    if (status !== 0) throw new Error(`notebooks: expected npm start to pass, got exit status ${status} and:\n${said}`);
    return ms / 1000;
  } finally {
    rmSync(out, { recursive: true });
  }
}
