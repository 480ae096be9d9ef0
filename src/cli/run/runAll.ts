/** Runs the chosen notebooks, some side by side, and sums up. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { refuseUnwritable } from "../../host/node/refuseUnwritable.js";
import { samePlace } from "../../host/node/samePlace.js";
import type { Options } from "./options.js";
import { siteOf } from "../pages/site.js";
import { writeIndexPage } from "../pages/writePages.js";
import type { Surroundings } from "../command.js";
import { type Outcome, runOne } from "./runOne.js";
import { selectNotebooks } from "./selectNotebooks.js";
import { shortPath } from "../terminal.js";

/**
 * Runs what the options choose, reporting on the terminal.
 *
 * @returns true if every notebook went through
 * @throws {Error} if the choice itself is wrong, before anything runs, or the index cannot be written
 */
export async function runAll(options: Options, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, terminal, signal } = surroundings;
  const notebooks = join(root, "notebooks");
  const out = options.out === null ? join(root, "out") : resolve(workingDirectory, options.out);
  const selected = selectNotebooks(options.names, notebooks, workingDirectory, options.lang);
  for (const { name, path } of selected) refuseOverwrite(path, join(out, `${name}.ipynb`), notebooks);
  refuseUnwritable(out, "runAll");
  const names = selected.map(({ name }) => name);
  const site = siteOf(out, notebooks, names);
  const jobs = Math.min(options.jobs, selected.length);
  const outcomes = await sideBySide(jobs, selected, async (notebook) => {
    if (signal?.aborted) return [];
    const outcome = await runOne(notebook, site, { ...options, jobs }, surroundings);
    terminal.line(`${outcome.name}  ${outcome.text}`);
    return [outcome];
  });
  if (signal?.aborted) return false;
  summarize(outcomes, writeIndexPage(site, options.lang), surroundings);
  return outcomes.every(({ passed }) => passed);
}

/** The results of all, in order, of which at most `lanes` are worked on at a time. */
async function sideBySide<Item, Result>(lanes: number, items: readonly Item[], work: (item: Item) => Promise<Result[]>): Promise<Result[]> {
  const results: Result[][] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results.flat();
}

function summarize(outcomes: readonly Outcome[], index: string, { terminal, workingDirectory }: Surroundings): void {
  const failures = outcomes.filter(({ passed }) => !passed);
  terminal.line();
  if (outcomes.length > 1) for (const { name, text } of failures) terminal.line(`FAILED  ${name}  ${text}`);
  terminal.line(`${outcomes.length - failures.length} of ${outcomes.length} notebooks passed. Open:`);
  for (const page of [index, ...outcomes.map(({ page }) => page)]) {
    if (page !== null) terminal.line(`  ${shortPath(page, workingDirectory)}`);
  }
}

/** Whichever way the target is written: neither the notebook itself nor another one of the project. */
function refuseOverwrite(source: string, target: string, notebooks: string): void {
  const folder = dirname(target);
  const editions = [notebooks, ...foldersIn(notebooks).filter((path) => /^[a-z]{2}$/.test(basename(path)))];
  const isOther = existsSync(target) && editions.some((edition) => samePlace(folder, edition));
  if (!isOther && !samePlace(target, source)) return;
  const lost = samePlace(target, source) ? source : target;
  throw new Error(
    `runAll: expected an output folder away from the notebooks, got ${realFolder(folder)}, where ${lost} would be overwritten; choose another --out`,
  );
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** The folder without links on the way, or as it is if it is not there yet. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
