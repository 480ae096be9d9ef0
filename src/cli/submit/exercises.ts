/** The exercises of the notebooks: a cell that checks what is written in the cells above it. */
import { checksType, type ChecksRecord } from "../../jupyter/display/checksType.js";
import { type CodeCell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { sumOf } from "../run/sums.js";
import { failuresOf, runRecord } from "../pages/runRecord.js";
import type { ProjectNotebook } from "./project.js";

export type ExerciseState = "passed" | "failed" | "notWritten" | "notRun" | "changed" | "gone";

export interface Exercise {
  /** What is checked, or the id of the cell that checks it. */
  readonly name: string;
  readonly notebook: ProjectNotebook;
  /** Id of the cell that checks. */
  readonly cell: string;
  readonly state: ExerciseState;
  /** What the check has shown, if it ran here: how many of its parts passed, the keys of the diagnoses, and what was measured. */
  readonly report: Pick<ChecksRecord, "total" | "passed" | "causes" | "measured"> | null;
}

/** In order; those whose cell is gone at the end of their notebook's. */
export function exercisesOf(notebooks: readonly ProjectNotebook[]): Exercise[] {
  return notebooks.flatMap((notebook) => {
    const checks = checkCells(notebook.notebook);
    const there = checks.map((cell) => ({ name: nameOf(cell), notebook, cell: cell.id, state: stateOf(cell, notebook), report: shownBy(cell, notebook) }));
    const gone = Object.keys(notebook.given?.checks ?? {}).filter((id) => !checks.some((cell) => cell.id === id));
    return [...there, ...gone.map((id) => ({ name: nameFromId(id), notebook, cell: id, state: "gone" as const, report: null }))];
  });
}

/** A cell that does nothing but show something. */
const SHOWS = /^\s*show[A-Z]\w*\([^;]*\);?\s*$/;

/**
 * The code cells that check an exercise: each stands below one with the tag `exercise`; those tagged `original` do not
 * count, nor does what only shows something in between.
 */
export function checkCells({ cells }: Notebook): CodeCell[] {
  const isBetween = (cell: CodeCell) => hasTag(cell, "original") || SHOWS.test(cell.source);
  const code = cells.filter((cell): cell is CodeCell => cell.cell_type === "code" && !isBetween(cell));
  return code.filter((cell, index) => index > 0 && hasTag(code[index - 1], "exercise") && !hasTag(cell, "exercise"));
}

/** A line for each notebook whose exercises have not all passed. */
export function exerciseProblems(notebooks: readonly ProjectNotebook[]): string[] {
  return notebooks.flatMap((notebook) => {
    const exercises = exercisesOf([notebook]);
    const open = exercises.filter(({ state }) => state !== "passed");
    if (open.length === 0) return [];
    const lists = (Object.keys(STATES) as (keyof typeof STATES)[]).flatMap((state) => {
      const names = open.filter((exercise) => exercise.state === state).map(({ name }) => name);
      return names.length === 0 ? [] : [`${STATES[state]}: ${names.join(", ")}`];
    });
    return [`${notebook.label}: ${exercises.length - open.length} of ${exercises.length} exercises passed; ${lists.join("; ")}`];
  });
}

const STATES = {
  failed: "failed", notWritten: "not written", notRun: "not run", changed: "their check was changed", gone: "their check is gone",
} as const satisfies Record<Exclude<ExerciseState, "passed">, string>;

function nameOf(cell: CodeCell): string {
  return reportOf(cell)?.subject ?? nameFromId(cell.id);
}

function nameFromId(id: string): string {
  return id.replace(/^check-/, "");
}

function stateOf(cell: CodeCell, { notebook, ran, given }: ProjectNotebook): ExerciseState {
  const sum = given?.checks?.[cell.id];
  if (sum !== undefined && sum !== sumOf(cell.source)) return "changed";
  const report = reportOf(cell);
  const failures = failuresOf(runRecord(notebook));
  if (ran && !ran.has(cell.id)) return "notRun";
  if (cell.outputs.some(({ output_type }) => output_type === "error") || failures.some((failure) => failure.cell === cell.id)) return "failed";
  if (report === null) return "notRun";
  return report.status === "not written yet" ? "notWritten" : report.status;
}

function shownBy(cell: CodeCell, { ran }: ProjectNotebook): Exercise["report"] {
  const report = ran && !ran.has(cell.id) ? null : reportOf(cell);
  // A notebook of an earlier version has no figures.
  return report && { total: report.total, passed: report.passed, causes: report.causes, measured: report.measured ?? [] };
}

/** The last report that the cell shows, or null. */
export function reportOf({ outputs }: CodeCell): ChecksRecord | null {
  const found = outputs.map((output) => ("data" in output ? output.data[checksType] : undefined)).filter(isReport);
  return found.at(-1) ?? null;
}

function isReport(value: unknown): value is ChecksRecord {
  const { version, subject, status } = (value ?? {}) as Partial<ChecksRecord>;
  return version === 1 && typeof subject === "string" && typeof status === "string";
}
