/** Executes notebooks and keeps their outputs in them. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadImages } from "../data/loadImages.js";
import { temporaryFolder } from "../files/temporaryFolder.js";
import { writeFileAtomic } from "../files/writeFileAtomic.js";
import { editionFolder } from "../runner/editionFolder.js";
import type { Notebook } from "../runner/notebook/notebook.js";
import { readNotebook } from "../runner/notebook/readNotebook.js";
import { writeNotebook } from "../runner/notebook/writeNotebook.js";
import { readOptions } from "../runner/options.js";
import { runAll } from "../runner/runAll.js";
import type { Surroundings } from "../runner/runOne.js";
import { selectNotebooks } from "../runner/selectNotebooks.js";
import { frozenNotebook } from "./frozenNotebook.js";
import type { FreezeOptions } from "./options.js";
import { FROZEN_ENVIRONMENT } from "./surroundings.js";

/** The editions, the first of which runs for all. */
const LANGUAGES = ["en", "ko"];

/**
 * Runs the English notebooks in a folder of their own, and puts the outputs into each edition that
 * there is; the files change only if all went through.
 *
 * @returns true if they did
 * @throws {Error} if there is no CIFAR-10, a name fits no notebook, or an edition has other code
 */
export async function freeze({ names }: FreezeOptions, surroundings: Surroundings): Promise<boolean> {
  Object.assign(process.env, FROZEN_ENVIRONMENT);
  if (loadImages().synthetic) {
    throw new Error("freeze: expected CIFAR-10, got none; run `npm run data`, or set CIFAR10_DIR to the folder of its binary version");
  }
  const { root, workingDirectory, terminal } = surroundings;
  const notebooks = join(root, "notebooks");
  const selected = selectNotebooks(names, notebooks, workingDirectory);
  const out = temporaryFolder("freeze");
  try {
    if (!(await runAll({ ...readOptions([]), names, out }, surroundings))) return false;
    const files = selected.flatMap(({ name }) => frozenEditions(name, notebooks, read(join(out, `${name}.ipynb`))));
    for (const { path, text } of files) {
      writeFileAtomic(path, text);
      terminal.line(`${path}: outputs kept`);
    }
    return true;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The new text of each edition's file of the notebook. */
function frozenEditions(name: string, notebooks: string, executed: Notebook): { path: string; text: string }[] {
  const paths = LANGUAGES.map((lang) => join(editionFolder(notebooks, lang), `${name}.ipynb`));
  return paths.filter((path) => existsSync(path)).map((path) => ({ path, text: writeNotebook(frozenNotebook(read(path), executed, path)) }));
}

function read(path: string): Notebook {
  return readNotebook(readFileSync(path, "utf8"), path);
}
