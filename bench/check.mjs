/**
 * Which of the project's targets a run reaches. A target stands beside the benchmark that measures it:
 * `{ name, limit, of }` or `{ name, atLeast, of }`, where `of(rows)` finds the figure in the benchmark's rows.
 */
import { table } from "./table.mjs";

/** @returns each target with what was `measured`, and whether it is `held`, `missed` or `absent` */
export function check(targets, rows) {
  return targets.map((target) => {
    const measured = target.of(rows);
    return { ...target, measured, verdict: verdict(target, measured) };
  });
}

export function checkTable(checked) {
  return table(
    checked.map(({ name, limit, atLeast, measured, verdict }) => ({
      target: name,
      limit: limit === undefined ? `at least ${atLeast}` : `at most ${limit}`,
      measured: verdict === "absent" ? "" : String(Number(measured.toPrecision(4))),
      verdict,
    })),
  );
}

/** The row of this name; one without figures where there is none, of which all that is computed is NaN. */
export function named(rows, name) {
  return rows.find((row) => row.name === name) ?? {};
}

function verdict({ limit = Infinity, atLeast = -Infinity }, value) {
  if (!Number.isFinite(value)) return "absent";
  return value <= limit && value >= atLeast ? "held" : "missed";
}
