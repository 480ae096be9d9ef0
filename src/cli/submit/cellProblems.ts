/** What is wrong with the outputs of a notebook: cells that failed, and cells that were not run. */
import { type CodeCell, type ErrorOutput, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { failuresOf, runRecord } from "../pages/runRecord.js";
import type { ProjectNotebook } from "./project.js";

/** Characters of an error in a problem. */
const ERROR_LENGTH = 160;
/** What a kernel colours its errors with. */
const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * A line for each failed cell and each stretch of cells that were not run; cells are counted from 1 over the code.
 *
 * @param ran ids of the cells that ran here, as their code is now; if it is not said, those that hold something of a run
 */
export function cellProblems(notebook: Notebook, ran?: ReadonlySet<string>): string[] {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const problems: string[] = [];
  for (let index = 0; index < code.length; index++) {
    const cell = code[index];
    const error = isMissing(cell, ran) ? null : errorOf(cell, notebook);
    if (error !== null) problems.push(`code cell ${index + 1} (${cell.id}) failed: ${error}`);
    if (!isMissing(cell, ran)) continue;
    const first = index;
    while (index + 1 < code.length && isMissing(code[index + 1], ran)) index++;
    problems.push(notRun(code, first, index));
  }
  return problems;
}

/** {@link cellProblems} of a notebook of the project, with its name. */
export function outputProblems({ label, notebook, ran }: Pick<ProjectNotebook, "label" | "notebook" | "ran">): string[] {
  return cellProblems(notebook, ran).map((problem) => `${label}: ${problem}`);
}

/** How many of the code cells that should run did so without an error. */
export function runCount(notebook: Notebook, ran?: ReadonlySet<string>): { readonly run: number; readonly total: number } {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code").filter(isToRun);
  return { run: code.filter((cell) => !isMissing(cell, ran) && errorOf(cell, notebook) === null).length, total: code.length };
}

function notRun(code: readonly CodeCell[], first: number, last: number): string {
  const hasSaved = code.slice(first, last + 1).some((cell) => cell.execution_count !== null || cell.outputs.length > 0);
  const saved = hasSaved ? "; what is saved there was not made here by this code" : "";
  if (last - first + 1 === code.length) return `not run: none of its ${code.length} code cells has run${saved}`;
  if (first === last) return `code cell ${first + 1} (${code[first].id}) was not run${saved}`;
  return `code cells ${first + 1} (${code[first].id}) to ${last + 1} (${code[last].id}) were not run${saved}`;
}

function isToRun(cell: CodeCell): boolean {
  return cell.source.trim() !== "" && !hasTag(cell, "skip-execution");
}

function isMissing(cell: CodeCell, ran: ReadonlySet<string> | undefined): boolean {
  return isToRun(cell) && (ran ? !ran.has(cell.id) : cell.execution_count === null && cell.outputs.length === 0);
}

/**
 * The error in a line, or null for a cell that has none or is meant to have one. Some kernels only
 * print their errors; the record of the run knows of these.
 */
function errorOf(cell: CodeCell, notebook: Notebook): string | null {
  if (hasTag(cell, "raises-exception")) return null;
  const output = cell.outputs.find(({ output_type }) => output_type === "error") as ErrorOutput | undefined;
  const recorded = failuresOf(runRecord(notebook)).find((failure) => failure.cell === cell.id)?.error ?? null;
  const error = output ? `${output.ename}: ${output.evalue}` : recorded;
  if (error === null) return null;
  const line = error.replaceAll(COLOURS, "").split("\n")[0];
  return line.length <= ERROR_LENGTH ? line : `${line.slice(0, ERROR_LENGTH)}…`;
}
