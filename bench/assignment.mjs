/**
 * How long does the whole assignment take: load 50,000 + 10,000 images, train for 10 epochs with
 * the accuracy checks? On images of noise, in files like CIFAR-10's.
 */
import { engines, numpy } from "./contenders.mjs";
import { duel } from "./duel.mjs";
import { blasTargets, embeddedTarget } from "./duelTargets.mjs";
import { withExampleFiles } from "./exampleFiles.mjs";
import { duelTable } from "./table.mjs";

export const title = "Assignment run (median of total, loading, training in that order)";

export const targets = [
  embeddedTarget("assignment, time", "float64", 0.45),
  ...blasTargets("assignment, time", "float64", 0.35),
  embeddedTarget("assignment, peak memory", "float64", 0.08, "peakMB"),
  ...blasTargets("assignment, peak memory", "float64", 0.08, "peakMB"),
];

export async function measure({ quick }) {
  return withExampleFiles(quick ? 1000 : 10_000, async (dir) => {
    const results = await duel({
      contenders: [...engines("assignment", "float64", [dir]), ...numpy("assignment", "float64", [dir], [undefined])],
      rounds: quick ? 1 : 3,
      repetitions: 1,
    });
    return results.map(totals);
  });
}

/** A run answers with three times: total, loading, training. */
function totals(result) {
  if (result.absent) return result;
  const pick = (part) => result.ms.filter((_, i) => i % 3 === part).sort((a, b) => a - b);
  const [total, loading, training] = [0, 1, 2].map((part) => pick(part)[Math.floor(pick(part).length / 2)]);
  return { ...result, median: total, best: pick(0)[0], loading, training };
}

export function report(results) {
  const parts = results
    .filter(({ absent }) => !absent)
    .map(({ name, loading, training }) => `${name}: loading ${Math.round(loading)} ms, training ${Math.round(training)} ms`);
  return [duelTable(results), ...parts].join("\n");
}
