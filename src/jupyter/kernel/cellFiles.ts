import { statSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname } from "node:path";
import process from "node:process";
import type { CellsHost } from "../cells/cellsHost.js";
import { leanDeclarations } from "../cells/leanDeclarations.js";
import { briefDeclarations } from "./briefDeclarations.js";
import { CellLibrary, isOfNode, LEAN_LIBRARIES, LIBRARIES } from "./cellLibrary.js";
import { typescript as ts } from "./compiler.js";
import { LIBRARY_MODULES, TABLES } from "../session/library.js";
import { tslabTypes } from "./tslab.js";

const require = createRequire(import.meta.url);

/** The files of this computer, as cells see them. */
export function cellFiles(): CellsHost {
  const folder = slashed(process.cwd());
  const { fileExists, directoryExists, realpath } = ts.sys;
  const libraries = slashed(dirname(require.resolve("typescript")));
  const ownTypes = slashed(dirname(require.resolve("@types/node/package.json")));
  const { texts, lean } = briefDeclarations({ "typescript/lib": libraries, "@types/node": ownTypes });
  const library = new CellLibrary(libraries, (path) => ts.sys.readFile(path), lean.page);
  const briefLibrary = new CellLibrary(libraries, (path) => texts.get(path), lean.page);
  return {
    folder,
    libraries,
    lib: LIBRARIES,
    // Whatever packages of types lie about, the global names are those of Node.
    types: ["node"],
    typeRoots: typeRoots(folder, dirname(ownTypes)),
    modules: new Map([["tslab", tslabTypes], ...builtinModules.flatMap((name) => [name, `node:${name}`].map((each) => [each, undefined] as const))]),
    fileExists,
    directoryExists,
    readFile: (path) => library.text(path),
    readBriefly: (path) => briefLibrary.text(path),
    lean: leanDeclarations({
      lib: LEAN_LIBRARIES,
      modules: LIBRARY_MODULES,
      unread: [TABLES],
      names: [...lean.types, ...lean.values.filter(isOfNode), ...lean.heavy],
      others: [...LIBRARIES.map((name) => `${libraries}/${name}`), ...[...texts.keys()].filter((path) => path.startsWith(`${ownTypes}/`))],
    }),
    realpath: realpath ?? ((path) => path),
    stamp,
  };
}

/** Packages of types from the notebook's folder upwards, and the kernel's own for what is not there. */
function typeRoots(folder: string, own: string): string[] {
  const parts = folder.split("/");
  const above = parts.map((_, i) => `${parts.slice(0, parts.length - i).join("/")}/node_modules/@types`);
  return [...above.filter((path) => ts.sys.directoryExists(path)), own];
}

function stamp(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  } catch {
    return "";
  }
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
