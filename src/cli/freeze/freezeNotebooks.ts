/** Executes notebooks and keeps their outputs in them. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadImages } from "../../data/loadImages.js";
import { remove } from "../../host/node/remove.js";
import { temporaryFolder } from "../../host/node/temporaryFolder.js";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import { editionFolder, LANGUAGES } from "../editions.js";
import { readOptions } from "../run/options.js";
import { runAll } from "../run/runAll.js";
import type { Surroundings } from "../command.js";
import { selectNotebooks } from "../run/selectNotebooks.js";
import { frozenNotebook } from "./frozenNotebook.js";
import type { FreezeOptions } from "./options.js";

/**
 * Runs each edition of the notebooks in a folder of its own, and keeps their outputs; the files change only if all
 * went through.
 *
 * @returns true if they did
 * @throws {Error} if there is no CIFAR-10, a name fits no notebook, or one was edited meanwhile
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
    const files: { path: string; text: string }[] = [];
    for (const lang of LANGUAGES) {
      const paths = selected.map(({ name }) => join(editionFolder(notebooks, lang), `${name}.ipynb`)).filter((path) => existsSync(path));
      if (paths.length === 0) continue;
      if (!(await runAll({ ...readOptions([]), names: paths, lang, out }, surroundings))) return false;
      files.push(...paths.map((path) => ({ path, text: frozenText(path, join(editionFolder(out, lang), basename(path))) })));
    }
    for (const { path, text } of files) {
      writeFileAtomic(path, text);
      terminal.line(`${path}: outputs kept`);
    }
    return true;
  } finally {
    remove(out);
  }
}

/** The notebook's file with the outputs of its executed copy. */
function frozenText(path: string, executed: string): string {
  return writeNotebook(frozenNotebook(read(path), read(executed), path));
}

function read(path: string): Notebook {
  return readNotebook(readFileSync(path, "utf8"), path);
}

/**
 * What the committed outputs were made with, so that anybody with CIFAR-10 gets the same: the first
 * 1000 images of each of its files, and the embedded engine, whose bits no installed library changes.
 */
export const FROZEN_ENVIRONMENT = { CIFAR10_SMALL: "1", TWO_LAYER_NET_BACKEND: "wasm" } as const;
