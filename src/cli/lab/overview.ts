/** What the list of notebooks says of one of them. */
import { hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { hasAnswer } from "../run/answers.js";
import type { Given, Sums } from "../run/sums.js";
import { exercisesOf } from "../submit/exercises.js";

export interface Overview {
  /** From the folder of notebooks. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** The first paragraph, as it is written. */
  readonly summary: string;
  readonly answers: { readonly given: number; readonly total: number };
  readonly exercises: { readonly passed: number; readonly failed: number; readonly total: number };
  /** Why the file cannot be read, else null. */
  readonly problem: string | null;
}

/**
 * @param name of the notebook below the folder of notebooks, such as `ko/tuning`
 * @param read gives the file's text
 */
export function overviewOf(name: string, read: () => string, { answers, checks }: Pick<Given, "answers" | "checks">): Overview {
  const short = name.slice(name.lastIndexOf("/") + 1);
  const label = `notebooks/${name}.ipynb`;
  const empty = { path: `${name}.ipynb`, name: short, title: short, summary: "", answers: { given: 0, total: 0 }, exercises: { passed: 0, failed: 0, total: 0 } };
  try {
    const notebook = readNotebook(read(), `${name}.ipynb`);
    const given = { answers: answers[label], checks: checks[label] };
    const states = exercisesOf([{ name: short, path: label, label, notebook, given }]).map(({ state }) => state);
    const count = (...some: readonly string[]): number => states.filter((state) => some.includes(state)).length;
    const exercises = { passed: count("passed"), failed: count("failed", "changed", "gone"), total: states.length };
    return { ...empty, ...opening(notebook, short), answers: answersOf(notebook, given.answers), exercises, problem: null };
  } catch (error) {
    return { ...empty, problem: (error as Error).message };
  }
}

function opening({ metadata, cells }: Notebook, name: string): { title: string; summary: string } {
  const text = cells.find(({ cell_type }) => cell_type === "markdown")?.source ?? "";
  const blocks = text.split(/\n\s*\n|(?<=^#.*)\n/m).map((block) => block.trim());
  const heading = blocks.find((block) => /^#+\s/.test(block))?.replace(/^#+\s+(?:\d+\.\s+)?/, "");
  const title = typeof metadata.title === "string" ? metadata.title : (heading ?? name);
  return { title, summary: blocks.find((block) => /^[\p{L}\p{N}*_`$"“(]/u.test(block)) ?? "" };
}

function answersOf({ cells }: Notebook, given: Sums | undefined): Overview["answers"] {
  const answers = cells.filter((cell) => hasTag(cell, "answer"));
  return { given: answers.filter((cell) => hasAnswer(cell, given)).length, total: answers.length };
}
