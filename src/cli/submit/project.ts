/** The project whose work is handed in: its notebooks as they stand in their files. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { readGiven } from "../run/given.js";
import type { Given, Sums } from "../run/sums.js";
import { editionFolder } from "../editions.js";
import { readingOrder } from "../readingOrder.js";

export interface ProjectNotebook {
  /** File name without extension. */
  readonly name: string;
  /** Absolute path of the .ipynb file. */
  readonly path: string;
  /** What people call it: `notebooks/<name>.ipynb`, `notebooks/ko/<name>.ipynb`. */
  readonly label: string;
  readonly notebook: Notebook;
  /** Sums of its answers and of the checks of its exercises as they were given out, by cell id, where they are known. */
  readonly given?: { readonly answers?: Sums | undefined; readonly checks?: Sums | undefined };
  /** Ids of the code cells that ran here as they stand; not known before the outputs are looked for. */
  readonly ran?: ReadonlySet<string>;
}

export interface Project {
  /** Absolute path. */
  readonly root: string;
  /** As package.json has it. */
  readonly name: string;
  /** Of the notebooks, with slashes: `notebooks`, `notebooks/ko`. */
  readonly folder: string;
  /** In reading order. */
  readonly notebooks: readonly ProjectNotebook[];
  /** Names of other notebooks in the folder, which notebooks/package.json does not list. */
  readonly unlisted: readonly string[];
}

/**
 * Reads the project: package.json, src/ and the notebooks that notebooks/package.json lists, or
 * all of the edition if it lists none.
 *
 * @param root absolute path
 * @param lang whose edition of the notebooks is meant
 * @throws {RangeError} if the language is not a code such as `ko`
 * @throws {Error} that names every file that is missing or cannot be read, and what is wrong with it
 */
export function readProject(root: string, lang = "en"): Project {
  const folder = editionFolder("notebooks", lang);
  const problems: string[] = [];
  const attempt = <Result>(read: () => Result, otherwise: Result): Result => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message.replaceAll(/^readNotebook: /g, ""));
      return otherwise;
    }
  };
  const { name } = attempt(() => readJson(root, "package.json"), {});
  if (!statSync(join(root, "src"), { throwIfNoEntry: false })?.isDirectory()) problems.push("src/ is missing");
  const names = attempt(() => notebookNames(root, folder), []);
  if (names.length === 0) problems.push(`${folder}/ holds no notebook`);
  const given = readGiven(root);
  const notebooks = names.flatMap((notebook) => attempt(() => [readOne(root, folder, notebook, given)], []));
  if (problems.length > 0) {
    const list = problems.map((problem) => `\n  ${problem}`).join("");
    throw new Error(`readProject: expected the files of the hand-in in ${root}, got:${list}`);
  }
  const unlisted = notebookFiles(root, folder).filter((file) => !names.includes(file));
  return { root, name: typeof name === "string" ? name : "project", folder, notebooks, unlisted };
}

/** The names that notebooks/package.json lists, or else of all files in the folder. */
function notebookNames(root: string, folder: string): string[] {
  const manifest = "notebooks/package.json";
  const listed = existsSync(join(root, manifest)) ? (readJson(root, manifest).notebooks ?? []) : [];
  if (!Array.isArray(listed) || !listed.every((name) => typeof name === "string")) {
    throw new Error(`${manifest}: expected "notebooks" to be a list of names, got ${JSON.stringify(listed)}`);
  }
  return listed.length > 0 ? listed : notebookFiles(root, folder);
}

/** In reading order. */
function notebookFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".ipynb")) : [];
  return files.map((file) => file.slice(0, -".ipynb".length)).sort(readingOrder(join(root, "notebooks")));
}

function readOne(root: string, folder: string, name: string, given: Given): ProjectNotebook {
  const label = `${folder}/${name}.ipynb`;
  return { name, label, path: join(root, label), notebook: readNotebook(readText(root, label), label), given: { answers: given.answers[label], checks: given.checks[label] } };
}

function readJson(root: string, label: string): Record<string, unknown> {
  const text = readText(root, label);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`expected ${label} to be JSON, got ${(error as Error).message}`);
  }
}

function readText(root: string, label: string): string {
  try {
    // Some editors put a mark in front of the text.
    return readFileSync(join(root, label), "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === "ENOENT" ? `${label} is missing` : `${label} cannot be read: ${message}`);
  }
}
