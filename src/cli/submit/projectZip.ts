/** What the learner wrote, as a zip: the notebooks, with their outputs where they are not as they were given out, and every other file that is not. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { GIVEN_FILE, readGiven } from "../run/given.js";
import { type Given, sumOf } from "../run/sums.js";
import { archive, reasonAgainst, withoutOutputs } from "./archive.js";
import type { Project, ProjectNotebook } from "./project.js";

/** Where learners write: the notebooks' folder and the code, with all that lies below, and the project's own files. */
const FOLDERS = ["notebooks", "src"];
/** Never handed in: what is installed, built or hidden, data, and an earlier hand-in. */
const LEFT_OUT_FOLDERS = /^(node_modules|dist|out|venv|env|__pycache__|cifar-10-.*|submission-\d+\.tmp|\..*)$/;
const HIDDEN = /^\./;

export interface ProjectZip {
  readonly bytes: Uint8Array;
  /** Paths of the learner's files that it does not hold, each with the reason. */
  readonly leftOut: readonly string[];
}

/**
 * @param notebooks with their outputs; each stands in for its file
 * @param summary goes in as `submission.json`: whoever has the zip alone knows whose it is
 */
export function projectZip(project: Project, notebooks: readonly ProjectNotebook[], date: Date, summary: string): ProjectZip {
  const executed = new Map(notebooks.map(({ label, notebook }) => [label, notebook]));
  const unlisted = project.unlisted.map((name) => `${project.folder}/${name}.ipynb`);
  const { root } = project;
  const given = readGiven(root);
  const leftOut: string[] = [];
  const found = [...filesIn(root, ""), ...FOLDERS.flatMap((folder) => filesBelow(root, folder, leftOut))];
  const others = found.filter((path) => isLearners(path, root, given, leftOut));
  const files = new Map<string, Notebook | Uint8Array>([...unlisted, ...others].map((path) => [path, readFileSync(join(root, path))]));
  for (const [path, notebook] of executed) files.set(path, isAsGiven(path, root, given) ? withoutOutputs(notebook) : notebook);
  return { bytes: archive(project.name, files, summary, date), leftOut };
}

/** Whether the file is handed in; if it is the learner's and is not, says so. */
function isLearners(path: string, root: string, given: Given, leftOut: string[]): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (HIDDEN.test(name) || path === GIVEN_FILE || isAsGiven(path, root, given)) return false;
  const reason = reasonAgainst(path, statSync(join(root, path)).size);
  // What lies beside the project's own files is not meant for it.
  if (reason !== null && path !== name) leftOut.push(`${path} ${reason}`);
  return reason === null;
}

function isAsGiven(path: string, root: string, given: Given): boolean {
  const sum = given.files[path];
  return sum !== undefined && sum === sumOf(readFileSync(join(root, path)));
}

/** Paths with slashes of the files in a folder, `""` for the project's own. */
function filesIn(root: string, folder: string): string[] {
  return entriesOf(join(root, folder)).filter((entry) => entry.isFile()).map(({ name }) => (folder === "" ? name : `${folder}/${name}`));
}

/** Links are not followed: they may lead out of the project. */
function filesBelow(root: string, folder: string, leftOut: string[]): string[] {
  const entries = entriesOf(join(root, folder));
  // A virtual environment of Python may have any name.
  if (entries.some(({ name }) => name === "pyvenv.cfg")) return [];
  for (const entry of entries) if (entry.isSymbolicLink() && !entry.name.endsWith(".ipynb")) leftOut.push(`${folder}/${entry.name} is a link`);
  const folders = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT_FOLDERS.test(entry.name));
  return [...filesIn(root, folder), ...folders.flatMap(({ name }) => filesBelow(root, `${folder}/${name}`, leftOut))];
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
