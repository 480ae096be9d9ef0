/**
 * Runs one notebook up to a cell, for somebody who writes in an editor and wants to know what that cell says now.
 * It is no run of the whole: what is printed is all there is of it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import type { Surroundings } from "../command.js";
import { reportOf } from "../submit/exercises.js";
import { codeCellNumber } from "./codeCellNumber.js";
import type { Options } from "./options.js";
import { resultText } from "./resultText.js";
import { type KernelRun, runOnKernel } from "./runOnKernel.js";
import { selectNotebooks } from "./selectNotebooks.js";

/**
 * Runs what the options choose, reporting on the terminal.
 *
 * @param until the id or number of the cell
 * @returns true if no cell failed, nor what the last one checks; as in a whole run, what is not written yet is no failure
 * @throws {Error} if the choice itself is wrong, before anything runs
 */
export async function runUntil(until: string, options: Options, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, terminal, signal } = surroundings;
  const selected = selectNotebooks(options.names, join(root, "notebooks"), workingDirectory, options.lang);
  const [{ name, path }] = selected;
  if (selected.length > 1) {
    const names = selected.map((notebook) => notebook.name).join(", ");
    throw new Error(`runUntil: expected one notebook with --until, as a cell stands in one, got ${selected.length}: ${names}; name one, as in npm start -- ${name} --until ${until}`);
  }
  const source = readNotebook(readFileSync(path, "utf8"), path);
  const last = codeCellNumber(source, until, name);
  try {
    const result = await runOnKernel(selected[0], source, options, surroundings, last);
    if (result.status !== "stopped") return report(name, result, last, surroundings);
    terminal.line(`${name}  stopped`);
  } catch (error) {
    terminal.line(`${name}  ${signal?.aborted ? "stopped" : `failed: ${(error as Error).message}`}`);
  }
  return false;
}

function report(name: string, result: KernelRun, last: number, { terminal }: Surroundings): boolean {
  const { notebook, failure, failures, codeCells, seconds } = result;
  const cell = notebook.cells.filter((one) => one.cell_type === "code")[last - 1];
  const hasFailed = failures.some(({ number }) => number === last);
  if (!hasFailed) terminal.outputs(cell);
  const place = `cell ${last} of ${codeCells} (id ${cell.id})`;
  terminal.line(`${name}  ${failure ? resultText(result) : `stopped behind ${place} after ${seconds.toFixed(1)} s, as asked; nothing written`}`);
  if (failure && !hasFailed && cell.execution_count === null) terminal.line(`${name}  ${place} did not run; --keep-going goes on behind a failed cell`);
  return !failure && reportOf(cell)?.status !== "failed";
}
