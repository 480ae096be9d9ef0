/** Which notebooks to run, and what their results are called. */
import { existsSync, readdirSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { isFile } from "../../host/node/isFile.js";
import { editionFolder } from "../editions.js";
import { readingOrder } from "../readingOrder.js";

export interface Selected {
  /** Path below the output folder without extension, with slashes: `two_layer_net`, `ko/two_layer_net`. */
  readonly name: string;
  /** Absolute path of the .ipynb file. */
  readonly path: string;
}

/**
 * The notebooks of these names, or every one of the edition, in reading order.
 *
 * @param names each a name in the edition, with or without .ipynb, or a path from the working directory
 * @param folder absolute path of the folder of notebooks
 * @param lang whose edition is meant
 * @throws {Error} if a name fits none (those that exist are listed), two results would have the
 * same name, or there is no notebook at all
 * @throws {RangeError} if the language is not a code such as `ko`
 */
export function selectNotebooks(names: readonly string[], folder: string, workingDirectory: string, lang = "en"): Selected[] {
  const edition = resolve(editionFolder(folder, lang));
  const available = notebooksIn(edition).sort(readingOrder(folder));
  // Paths, because a name may look like the file of another.
  const chosen = names.length > 0 ? names : available.map((name) => resolve(edition, `${name}.ipynb`));
  if (chosen.length === 0) throw new Error(`selectNotebooks: expected notebooks in ${edition}, got none`);
  const paths = [...new Set(chosen.map((name) => findNotebook(name, edition, workingDirectory, available)))];
  const selected = paths.map((path) => ({ name: resultName(path, folder), path }));
  for (const [index, { name, path }] of selected.entries()) {
    const twin = selected.slice(0, index).find((other) => other.name === name);
    if (twin)
      throw new Error(
        `selectNotebooks: expected different file names, got ${twin.path} and ${path}; run them one at a time with different --out folders`,
      );
  }
  return selected;
}

function findNotebook(name: string, folder: string, workingDirectory: string, available: readonly string[]): string {
  const files = name.endsWith(".ipynb") ? [name, `${name}.ipynb`] : [`${name}.ipynb`];
  const found = files.flatMap((file) => [resolve(folder, file), resolve(workingDirectory, file)]).find(isFile);
  if (found !== undefined) return found;
  const known = available.length > 0 ? available.join(", ") : "none";
  throw new Error(
    `selectNotebooks: expected the name or path of a notebook, got ${JSON.stringify(name)}; in ${folder} there are: ${known}`,
  );
}

function resultName(path: string, folder: string): string {
  const inside = relative(folder, path);
  const outside = inside.startsWith("..") || isAbsolute(inside);
  return (outside ? basename(path) : inside).replace(/\.ipynb$/, "").replaceAll("\\", "/");
}

function notebooksIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".ipynb") && isFile(join(folder, file)));
  return files.map((file) => basename(file, ".ipynb"));
}
