/** What is wrong with the outputs of a notebook: cells that failed, and cells that were not run. */
import { stripVTControlCharacters } from "node:util";
import { type CodeCell, type ErrorOutput, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { runRecord } from "../pages/runRecord.js";

/** Characters of an error in a problem. */
const ERROR_LENGTH = 160;

/** A line for each failed cell and each stretch of cells that were not run; cells are counted from 1 over the code. */
export function cellProblems(notebook: Notebook): string[] {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const problems: string[] = [];
  for (let index = 0; index < code.length; index++) {
    const cell = code[index];
    const error = errorOf(cell, notebook);
    if (error !== null) problems.push(`code cell ${index + 1} (${cell.id}) failed: ${error}`);
    if (!isMissing(cell)) continue;
    const first = index;
    while (index + 1 < code.length && isMissing(code[index + 1])) index++;
    problems.push(notRun(code, first, index));
  }
  return problems;
}

/** How many of the code cells that should run did so without an error. */
export function runCount(notebook: Notebook): { readonly run: number; readonly total: number } {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code").filter(isToRun);
  return { run: code.filter((cell) => !isMissing(cell) && errorOf(cell, notebook) === null).length, total: code.length };
}

function notRun(code: readonly CodeCell[], first: number, last: number): string {
  if (last - first + 1 === code.length) return `not run: none of its ${code.length} code cells has run`;
  if (first === last) return `code cell ${first + 1} (${code[first].id}) was not run`;
  return `code cells ${first + 1} (${code[first].id}) to ${last + 1} (${code[last].id}) were not run`;
}

function isToRun(cell: CodeCell): boolean {
  return cell.source.trim() !== "" && !hasTag(cell, "skip-execution");
}

function isMissing(cell: CodeCell): boolean {
  return isToRun(cell) && cell.execution_count === null && cell.outputs.length === 0;
}

/**
 * The error in a line, or null for a cell that has none or is meant to have one. Some kernels only
 * print their errors; the record of the run knows of these.
 */
function errorOf(cell: CodeCell, notebook: Notebook): string | null {
  if (hasTag(cell, "raises-exception")) return null;
  const output = cell.outputs.find(({ output_type }) => output_type === "error") as ErrorOutput | undefined;
  const failure = runRecord(notebook)?.failure;
  const recorded = failure?.cell === cell.id ? failure.error : null;
  const error = output ? `${output.ename}: ${output.evalue}` : recorded;
  if (error === null) return null;
  const line = stripVTControlCharacters(error).split("\n")[0];
  return line.length <= ERROR_LENGTH ? line : `${line.slice(0, ERROR_LENGTH)}…`;
}
