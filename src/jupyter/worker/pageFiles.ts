import type { CellsHost } from "../cells/cellsHost.js";
import { leanDeclarations } from "../cells/leanDeclarations.js";
import { LIBRARY_MODULES, TABLES } from "../session/library.js";
import type { StoredFiles } from "./storedFiles.js";

/** Texts of declarations by path, below `/node_modules`: those of the compiler, and of packages with their package.json. */
export type Declarations = Readonly<Record<string, string>>;

/** The compiler's one file of declarations, made of its own and of what else cells have in a page. */
export const LIBRARY = "/node_modules/typescript/lib/lib.cells.d.ts";
export const TSLAB_TYPES = "/node_modules/tslab/index.d.ts";

/** A list of names beside them: those of the library that lead to the tables' package. */
export const HEAVY_NAMES = "/heavy-names.json";

/** The files of a page, as cells see them. */
export function pageFiles(folder: string, stored: StoredFiles, declarations: Declarations): CellsHost {
  const texts = new Map(Object.entries(declarations));
  const folders = new Set([...texts.keys()].flatMap(foldersOf));
  const slash = LIBRARY.lastIndexOf("/");
  const lib = [LIBRARY.slice(slash + 1)];
  const heavy = texts.get(HEAVY_NAMES);
  return {
    folder,
    libraries: LIBRARY.slice(0, slash),
    lib,
    ...(heavy !== undefined && { lean: leanDeclarations({ lib, others: [], modules: LIBRARY_MODULES, unread: [TABLES], names: JSON.parse(heavy) as string[] }) }),
    types: [],
    typeRoots: [],
    modules: new Map([["tslab", TSLAB_TYPES]]),
    fileExists: (path) => texts.has(path) || stored.has(path),
    directoryExists: (path) => folders.has(path) || [...stored.keys()].some((name) => name.startsWith(`${path}/`)),
    readFile: (path) => texts.get(path) ?? stored.text(path),
    realpath: (path) => path,
    stamp: (path) => stored.text(path) ?? "",
  };
}

function foldersOf(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, i) => parts.slice(0, i).join("/"));
}
