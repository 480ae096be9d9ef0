/** The zip of a hand-in, of files from wherever they are kept. */
import { strToU8, zipSync, type Zippable } from "fflate";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";

/** Notebooks, code, text, pictures for them, and what says which packages the code needs. */
const HANDED_IN = /\.(ipynb|[cm]?[jt]sx?|md|png|jpe?g|gif|webp|svg)$|^(package|tsconfig)\.json$/i;
/** Names of files that hold keys and passwords. */
const SECRETS = /(^|[._-])(tokens?|secrets?|credentials?|passwords?|passwd|api[._-]?keys?|kaggle|id_(rsa|dsa|ecdsa|ed25519))([._-]|$)/i;
/** Bytes of a file. */
const LARGEST = 5e6;

/** Why a file of the learner's is not handed in; null if it is. @param size in bytes */
export function reasonAgainst(path: string, size: number): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (SECRETS.test(name)) return "may hold a key or a password";
  if (!HANDED_IN.test(name)) return "is no notebook, code, text or picture";
  return size > LARGEST ? `has ${(size / 1e6).toFixed(1)} MB` : null;
}

/** A notebook as everybody has it: run once more, it is large, and nothing of the learner's. */
export function withoutOutputs({ metadata, cells }: Notebook): Notebook {
  return { metadata, cells: cells.map((cell) => (cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell)) };
}

/**
 * @param project its name
 * @param files by path in the project
 * @param summary goes in as `submission.json`: whoever has the zip alone knows whose it is
 */
export function archive(project: string, files: ReadonlyMap<string, Notebook | Uint8Array>, summary: string, date: Date): Uint8Array {
  const folder = project.replaceAll(/[^\w.-]+/g, "-");
  const paths = [...files.keys()].sort();
  const contents = paths.map((path) => {
    const file = files.get(path)!;
    return [path, file instanceof Uint8Array ? file : strToU8(writeNotebook(file))] as const;
  });
  const all = [...contents, ["submission.json", strToU8(summary)] as const];
  return zipSync(Object.fromEntries(all.map(([path, bytes]) => [`${folder}/${path}`, [bytes, { mtime: date }]])) as Zippable);
}
