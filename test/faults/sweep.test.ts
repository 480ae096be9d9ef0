/** A sweep, killed: no finished training is lost or done again, and the end is the same. Needs a build. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { killOften } from "./killing.js";

vi.setConfig({ testTimeout: 300_000 });

const PROGRAM = fileURLToPath(new URL("./sweepRun.mjs", import.meta.url));

it("a sweep", async () => {
  let whole: unknown;
  let kept = 0;
  let reused = 0;
  await killOften({
    program: (folder) => ({ folder, args: [PROGRAM, folder] }),
    signs: (folder) => [1, 5, 11].map((count) => () => linesOf(folder).length > count),
    check(folder, isDone) {
      const lines = linesOf(folder);
      // every line but the last was written to its end
      for (const line of lines.slice(0, -1)) if (line !== "") expect(() => JSON.parse(line)).not.toThrow();
      const runs = lines.filter((line) => isJson(line)).map((line) => (JSON.parse(line) as { key: string }).key);
      expect(new Set(runs).size).toBe(runs.length);
      if (!isDone) return void (kept = runs.length);
      const { found, reusedRuns } = JSON.parse(readFileSync(join(folder, "found.json"), "utf8")) as { found: unknown; reusedRuns: number };
      whole ??= found;
      expect(found).toEqual(whole);
      expect(reusedRuns).toBe(kept);
      reused += reusedRuns;
      kept = 0;
    },
  });
  console.log(`trainings that were not done again: ${reused}`);
});

function linesOf(folder: string): string[] {
  const path = join(folder, "sweep.jsonl");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
}

function isJson(line: string): boolean {
  try {
    return line !== "" && JSON.parse(line) !== null;
  } catch {
    return false;
  }
}
