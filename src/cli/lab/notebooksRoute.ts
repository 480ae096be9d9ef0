/** `/two-layer-net/notebooks`: the notebooks in reading order, with what is answered and which exercises pass. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json, type Request } from "../../jupyter/server/request.js";
import type { Route } from "../../jupyter/server/router.js";
import { hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { hasAnswer } from "../run/answers.js";
import { type Given, readGiven, type Sums } from "../run/given.js";
import { selectNotebooks, type Selected } from "../run/selectNotebooks.js";
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
 * @param root absolute path of the project
 * @param langOf the edition that is meant where the address names none
 */
export function notebooksRoute(root: string, langOf: (request: Request) => string): Route {
  const folder = join(root, "notebooks");
  const handle: Route["handle"] = (request) => {
    const lang = (request.query.get("lang") ?? langOf(request)) === "ko" ? "ko" : "en";
    const given = readGiven(root);
    return json({ lang, notebooks: selectNotebooks([], folder, folder, lang).map((selected) => overviewOf(selected, given)) });
  };
  return { method: "GET", pattern: "/two-layer-net/notebooks", handle };
}

function overviewOf({ name, path }: Selected, { answers, checks }: Given): Overview {
  const short = name.slice(name.lastIndexOf("/") + 1);
  const label = `notebooks/${name}.ipynb`;
  const empty = { path: `${name}.ipynb`, name: short, title: short, summary: "", answers: { given: 0, total: 0 }, exercises: { passed: 0, failed: 0, total: 0 } };
  try {
    const notebook = readNotebook(readFileSync(path, "utf8"), `${name}.ipynb`);
    const given = { answers: answers[label], checks: checks[label] };
    const states = exercisesOf([{ name: short, path, label, notebook, given }]).map(({ state }) => state);
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
