/** What the learner wrote, as a zip: the notebooks, with their outputs where they are not as they were given out, and every other file that is not. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { zipSync, type Zippable } from "fflate";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import { type Given, GIVEN_FILE, readGiven, sumOf } from "../run/given.js";
import type { Project, ProjectNotebook } from "./project.js";

/** Where learners write: the notebooks' folder and the code, with all that lies below, and the project's own files. */
const FOLDERS = ["notebooks", "src"];
/** Notebooks, code, text, pictures for them, and what says which packages the code needs. */
const HANDED_IN = /\.(ipynb|[cm]?[jt]sx?|md|png|jpe?g|gif|webp|svg)$|^(package|tsconfig)\.json$/i;
/** Never handed in: what is installed, built or hidden, data, and an earlier hand-in. */
const LEFT_OUT_FOLDERS = /^(node_modules|dist|out|venv|env|__pycache__|cifar-10-.*|submission-\d+\.tmp|\..*)$/;
const HIDDEN = /^\./;
/** Names of files that hold keys and passwords. */
const SECRETS = /(^|[._-])(tokens?|secrets?|credentials?|passwords?|passwd|api[._-]?keys?|kaggle|id_(rsa|dsa|ecdsa|ed25519))([._-]|$)/i;
/** Bytes of a file. */
const LARGEST = 5e6;

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
  const paths = [...new Set([...executed.keys(), ...unlisted, ...others])].sort();
  const entries = paths.map((path) => {
    const notebook = executed.get(path);
    // what everybody has, run once more, is large, and nothing of the learner's
    const own = notebook && isAsGiven(path, root, given) ? withoutOutputs(notebook) : notebook;
    return [`${folderOf(project)}/${path}`, [own ? Buffer.from(writeNotebook(own)) : readFileSync(join(root, path)), { mtime: date }]];
  });
  const all = { ...Object.fromEntries(entries), [`${folderOf(project)}/submission.json`]: [Buffer.from(summary), { mtime: date }] } as Zippable;
  return { bytes: zipSync(all), leftOut };
}

function withoutOutputs({ metadata, cells }: Notebook): Notebook {
  return { metadata, cells: cells.map((cell) => (cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell)) };
}

function folderOf({ name }: Project): string {
  return name.replaceAll(/[^\w.-]+/g, "-");
}

/** Whether the file is handed in; if it is the learner's and is not, says so. */
function isLearners(path: string, root: string, given: Given, leftOut: string[]): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (HIDDEN.test(name) || path === GIVEN_FILE || isAsGiven(path, root, given)) return false;
  const reason = SECRETS.test(name) ? "may hold a key or a password" : !HANDED_IN.test(name) ? "is no notebook, code, text or picture" : tooLarge(join(root, path));
  // What lies beside the project's own files is not meant for it.
  if (reason !== null && path !== name) leftOut.push(`${path} ${reason}`);
  return reason === null;
}

function tooLarge(path: string): string | null {
  const { size } = statSync(path);
  return size > LARGEST ? `has ${(size / 1e6).toFixed(1)} MB` : null;
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
