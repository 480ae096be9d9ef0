/** What students get, as a folder: a clone without what gives answers away, which installs and runs as this one does. */
import { randomInt } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { remove } from "../../host/node/remove.js";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import type { Surroundings } from "../command.js";
import { editionFolder, LANGUAGES } from "../editions.js";
import { type Grading, readGrading } from "../grade/gradingFile.js";
import { answerSum } from "../run/answers.js";
import { GIVEN_FILE } from "../run/given.js";
import { sumOf, type Sums } from "../run/sums.js";
import { checkCells } from "../submit/exercises.js";
import { defaultGrading } from "./defaultGrading.js";
import { learnersPackage } from "./learnersPackage.js";
import { learnersReadme } from "./learnersReadme.js";
import type { ReleaseOptions } from "./options.js";
import { studentEdition, withPoints } from "./studentEdition.js";
import { withoutSolutions } from "./withoutSolutions.js";

/** The notebook in which everything is written, and the one that is made of it. */
const WORKED = "two_layer_net";
const EXERCISES = "exercises";
/** What only teachers and those who change the project need. */
const LEFT_OUT = /^(src\/cli\/(grade|release)(\/|\.ts$)|src\/study\/grading\/)|(^|\/)(node_modules|\.ipynb_checkpoints)\//;
/** Where students write, and what else of the top a clone needs. */
const WRITTEN = ["src", "notebooks"];
const FILES = [".editorconfig", ".gitignore", "LICENSE", "NOTICE", "package-lock.json", "package.json", "scripts/build.mjs", "scripts/bundle.mjs", "scripts/declarations.mjs", "scripts/tidyDist.mjs", "tsconfig.json"];
/** As they are: nobody writes in them. */
const FOLDERS = ["jupyter", "lab"];

/** Where in the folder students' files lie, and what the teacher keeps. */
const GIVEN_OUT = "students";
const GRADING = "grading.json";

/**
 * Writes the folder anew; a `grading.json` in it stays, and its points and due time stand in the texts.
 *
 * @returns true
 * @throws {Error} if something cannot be read or written, or the folder holds other files
 */
export function releaseFolder(options: ReleaseOptions & { readonly out: string }, { root, workingDirectory, terminal }: Surroundings): boolean {
  const out = resolve(workingDirectory, options.out);
  const folder = join(out, GIVEN_OUT);
  const paths = [...FILES, ...WRITTEN.flatMap((name) => filesBelow(root, name))].filter((path) => !LEFT_OUT.test(path) && path !== GIVEN_FILE && posix.basename(path) !== `${WORKED}.ipynb`).sort();
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, GIVEN_FILE))) {
    throw new Error(`release: expected ${folder} to be empty or to hold an earlier release, got other files; choose another --out`);
  }
  const editions = Object.fromEntries(LANGUAGES.map((lang) => [lang, { exercises: read(root, lang, EXERCISES), worked: read(root, lang, WORKED) }]));
  const grading = gradingOf(join(out, GRADING), editions, options);
  remove(folder);
  const files = new Map<string, string | Uint8Array>(paths.map((path) => [path, readFileSync(join(root, path))]));
  for (const [path, content] of files) {
    if (path.endsWith(".ipynb")) files.set(path, writeNotebook(edition(readNotebook(text(content), path), path, grading)));
  }
  files.set("notebooks/package.json", withoutWorked(text(files.get("notebooks/package.json")!)));
  for (const [name, content] of Object.entries(learnersPackage((path) => text(files.get(path)!)))) files.set(name, content);
  for (const [name, content] of Object.entries(learnersReadme(grading))) files.set(name, content);
  if (options.withoutSolutions) withoutSolutions(files, root);
  files.set(GIVEN_FILE, givenOf(files));
  for (const [path, content] of files) writeFileAtomic(join(folder, path), content);
  for (const name of FOLDERS) cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !/[/\\]node_modules$/.test(path) });
  terminal.line(`${folder}: ${files.size} files to give out${options.withoutSolutions ? ", of whose layers, losses and rules the students write their own" : ""}`);
  terminal.line(`${join(out, GRADING)}: yours to keep and to change; after a change of points or of the due time, run this again`);
  return true;
}

/** With slashes, from the root; links are not followed. */
function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.test(`${path}/`) ? [] : filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function read(root: string, lang: string, name: string): Notebook {
  const path = `${editionFolder("notebooks", lang)}/${name}.ipynb`;
  return readNotebook(readFileSync(join(root, path), "utf8"), path);
}

/** The teacher's own, or a first one. */
function gradingOf(path: string, editions: Parameters<typeof defaultGrading>[0], { due }: ReleaseOptions): Grading {
  if (existsSync(path)) {
    const there = readGrading(path);
    return due === null ? there : { ...there, due };
  }
  // nobody knows the shapes that the hidden checks try
  const made = defaultGrading(editions, { due, seed: randomInt(2 ** 32), title: "Two-layer net" });
  writeFileAtomic(path, `${JSON.stringify(made, null, 1)}\n`);
  return made;
}

function edition(notebook: Notebook, path: string, grading: Grading): Notebook {
  const given = studentEdition(notebook);
  const isExercises = posix.basename(path) === `${grading.notebook}.ipynb`;
  return isExercises ? withPoints(given, grading, path.includes("/ko/") ? "ko" : "en") : given;
}

function withoutWorked(source: string): string {
  const all = JSON.parse(source) as { notebooks: string[] };
  return `${JSON.stringify({ ...all, notebooks: all.notebooks.filter((name) => name !== WORKED) }, null, 2)}\n`;
}

/** The record by which a hand-in knows what a student wrote. */
function givenOf(files: ReadonlyMap<string, string | Uint8Array>): string {
  const notebooks = [...files].filter(([path]) => path.endsWith(".ipynb")).map(([path, content]) => [path, readNotebook(text(content), path)] as const);
  const sums = (of: (notebook: Notebook) => Sums): Record<string, Sums> =>
    Object.fromEntries(notebooks.map(([path, notebook]) => [path, of(notebook)] as const).filter(([, found]) => Object.keys(found).length > 0));
  const answers = sums(({ cells }) => Object.fromEntries(cells.filter((cell) => hasTag(cell, "answer")).map(({ id, source }) => [id, answerSum(source)])));
  const checks = sums((notebook) => Object.fromEntries(checkCells(notebook).map(({ id, source }) => [id, sumOf(source)])));
  return `${JSON.stringify({ answers, checks, files: Object.fromEntries([...files].map(([path, content]) => [path, sumOf(content)])) }, null, 1)}\n`;
}

function text(content: string | Uint8Array): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
