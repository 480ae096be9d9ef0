/** The notebooks with their outputs, and the code, as a zip. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import type { Project, ProjectNotebook } from "./project.js";

/** What is handed in of the project's folder, with all that lies below, and of its own files. */
const FOLDERS = ["bench", "jupyter", "notebooks", "packages", "src", "test"];
const FILES = /^(LICENSE|\.gitignore|\.editorconfig)$|\.(json|md|ts|mts|js|mjs)$/;
/** Never handed in: what is installed, built or hidden, data, and an earlier hand-in. */
const LEFT_OUT_FOLDERS = /^(node_modules|dist|out|cifar-10-.*|submission-\d+\.tmp|\..*)$/;
const LEFT_OUT_FILES = /^\.(?!gitignore|editorconfig)|\.(npy|npz|bin|gz|tgz|tar|zip|tmp)$|^submission\.(html|pdf)$/;

/** @param notebooks with their outputs; each stands in for its file */
export function projectZip(project: Project, notebooks: readonly ProjectNotebook[], date: Date): Uint8Array {
  const executed = new Map(notebooks.map(({ label, notebook }) => [label, notebook]));
  const folder = project.name.replaceAll(/[^\w.-]+/g, "-");
  const entries = projectFiles(project.root).map((path) => {
    const notebook = executed.get(path);
    const bytes = notebook ? Buffer.from(writeNotebook(notebook)) : readFileSync(join(project.root, path));
    return [`${folder}/${path}`, [bytes, { mtime: date }]];
  });
  return zipSync(Object.fromEntries(entries));
}

/** Paths with slashes of the files that are handed in, in order. */
function projectFiles(root: string): string[] {
  const own = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && FILES.test(entry.name));
  const files = own.map(({ name }) => name).filter((name) => !LEFT_OUT_FILES.test(name));
  const below = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
    .flatMap(({ name }) => filesBelow(root, name));
  return [...files, ...below].sort();
}

/** Links are not followed: they may lead out of the project. */
function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT_FOLDERS.test(entry.name) ? [] : filesBelow(root, path);
    return entry.isFile() && !LEFT_OUT_FILES.test(entry.name) ? [path] : [];
  });
}
