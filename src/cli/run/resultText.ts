/** How a notebook's run went, in a line. */
import type { Failure, RunResult } from "../../jupyter/client/runNotebook.js";

/** Characters of an error in a summary. */
const ERROR_LENGTH = 200;

export function resultText({ failure, failures, codeCells, seconds }: RunResult): string {
  const time = `${seconds.toFixed(1)} s`;
  if (!failure) return `passed: ${codeCells} cells in ${time}`;
  const others = failures.length === 1 ? "" : ` (and at ${failures.length - 1} more)`;
  return `failed at cell ${failure.number}${others} of ${codeCells} after ${time}: ${errorLine(failure)}`;
}

/** The error's name and the first line of its message, cut where it is long. */
export function errorLine({ error: { ename, evalue } }: Failure): string {
  const line = `${ename}: ${evalue}`.split("\n")[0];
  return line.length <= ERROR_LENGTH ? line : `${line.slice(0, ERROR_LENGTH)}…`;
}
