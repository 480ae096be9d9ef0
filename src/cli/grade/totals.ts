/** The totals of the last run, so that the next one says what has changed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import type { Grading } from "./gradingFile.js";
import type { Marks } from "./marks.js";
import { pointsOf, pointsText } from "./points.js";
import type { HandInResult } from "./result.js";

/** By student, then by item; the total is among the items. */
export type Totals = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

const FILE = "totals.json";

export function totalsOf(results: readonly HandInResult[], grading: Grading, marks: Marks): Totals {
  return Object.fromEntries(results.map((result) => {
    const { exercises, questions, total } = pointsOf(result, grading, marks);
    return [result.id, { ...Object.fromEntries([...exercises, ...questions].map(({ id, points }) => [id, points])), total }];
  }));
}

/** Nothing where there was no run, or its file cannot be read. */
export function readTotals(out: string): Totals {
  const path = join(out, FILE);
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Totals) : {};
  } catch {
    return {};
  }
}

export function writeTotals(out: string, totals: Totals): void {
  writeFileAtomic(join(out, FILE), `${JSON.stringify(totals, null, 1)}\n`);
}

/** A line for each student whose points are others than before; those who are new have nothing to compare with. */
export function changedTotals(before: Totals, now: Totals): string[] {
  const text = (points: number | null | undefined): string => (points === null || points === undefined ? "open" : pointsText(points));
  return Object.entries(now).flatMap(([id, items]) => {
    const old = before[id];
    if (old === undefined) return [];
    const changed = Object.keys(items).filter((item) => old[item] !== items[item] && item !== "total");
    if (changed.length === 0 && old.total === items.total) return [];
    const details = changed.map((item) => `${item} ${text(old[item])} -> ${text(items[item])}`).join(", ");
    return [`${id}: total ${text(old.total)} -> ${text(items.total)}${details === "" ? "" : ` (${details})`}`];
  });
}
