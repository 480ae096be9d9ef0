/** The notebook to write oneself, made of the one in which everything is written. */
import { type Cell, type CodeCell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";

/** nbgrader's markers, as comments of TypeScript. */
const SOLUTION = /^( *)\/\/ BEGIN SOLUTION\n.*?^ *\/\/ END SOLUTION$/gms;
const WORKED_TEXT = /<!-- BEGIN WORKED -->.*?<!-- END WORKED -->/gs;
const EXERCISES_TEXT = /<!-- BEGIN EXERCISES\s(.*?)\sEND EXERCISES -->/gs;
const MARKER = /(?:BEGIN|END) (?:SOLUTION|WORKED|EXERCISES)/;

/** The line that opens a function, or a method of a class; what is indented deeper lies in it. */
const OPENS_FUNCTION = /^(?:async )?function (\w+)\(.*\{$|^ {2}(?:async )?(\w+)\(.*\{$/gm;
const OPENS_CLASS = /^class (\w+)/gm;

/**
 * The exercises: solutions become stubs, cells tagged `worked` go, and texts say what they have for this
 * edition. No code cell has an output.
 *
 * @param name what errors call the notebook
 * @throws {Error} if a marker has no partner, or a solution stands in no function
 */
export function exercisesEdition({ metadata, cells }: Notebook, name: string): Notebook {
  const kept = cells.filter((cell) => !hasTag(cell, "worked"));
  const made = kept.map((cell) => (cell.cell_type === "code" ? exercise(cell, name) : { ...cell, source: text(cell.source) }));
  for (const { id, source } of made) {
    const left = MARKER.exec(source);
    if (left !== null) throw new Error(`exercisesEdition: expected each marker in cell ${id} of ${name} to have its partner, got ${left[0]} alone`);
  }
  return { metadata: { ...metadata, title: titleOf(made) }, cells: made };
}

function exercise(cell: CodeCell, name: string): CodeCell {
  const { source } = cell;
  const stub = source.replaceAll(SOLUTION, (_, indent: string, at: number) => indent + stubOf(source.slice(0, at), `cell ${cell.id} of ${name}`));
  const tags = stub === source ? {} : { tags: ["exercise", ...((cell.metadata.tags as string[] | undefined) ?? [])] };
  return { ...cell, metadata: { ...cell.metadata, ...tags }, source: stub, execution_count: null, outputs: [] };
}

/** @param before the code above the solution, by which the stub tells what is to be written */
function stubOf(before: string, place: string): string {
  const opened = [...before.matchAll(OPENS_FUNCTION)].at(-1);
  if (!opened) throw new Error(`exercisesEdition: expected the solution in ${place} to stand in a function, got none above it`);
  const [, named, method] = opened;
  if (named !== undefined) return `return notWritten("${named}");`;
  const owner = [...before.matchAll(OPENS_CLASS)].at(-1)![1]!.toLowerCase();
  return `${method === "constructor" ? "" : "return "}notWritten("the ${owner}'s ${method}");`;
}

function text(source: string): string {
  return source.replaceAll(WORKED_TEXT, "").replaceAll(EXERCISES_TEXT, "$1").replaceAll(/ +$/gm, "").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** The first heading without its number. */
function titleOf(cells: readonly Cell[]): string {
  return /^# (?:\w+\. )?(.+)$/m.exec(cells[0]?.source ?? "")?.[1] ?? "";
}
