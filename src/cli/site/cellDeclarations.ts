import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import type { CompilerHost, CompilerOptions } from "typescript";
import type { TypeScript } from "../../jupyter/cells/typescript.js";
import { briefDeclarations } from "../../jupyter/kernel/briefDeclarations.js";
import { libraryParts, OF_KERNEL } from "../../jupyter/kernel/cellLibrary.js";
import { type Declarations, HEAVY_NAMES, LIBRARY, TSLAB_TYPES as TSLAB } from "../../jupyter/worker/pageFiles.js";
import { PAGE_GLOBALS } from "./pageGlobals.js";
import { TSLAB_TYPES } from "./tslabTypes.js";

const require = createRequire(import.meta.url);
/** Loaded only when a site is made. */
const typescript = (): TypeScript => require("typescript") as TypeScript;

/** What cells are compiled with in a page: no types of the DOM or of Node, which are larger than all the rest. */
const LANGUAGE = "lib.es2022.d.ts";
const LEFT_OUT = /\/node_modules\/(?:@types\/node|typescript)\//;

/**
 * The declarations that cells of a page are compiled with.
 *
 * @param root folder with `node_modules`
 * @param packages names that cells may import
 */
export function cellDeclarations(root: string, packages: readonly string[]): Declarations {
  const ts = typescript();
  const folder = dirname(require.resolve("typescript"));
  const parts = libraryParts((name) => readFileSync(`${folder}/${name}`, "utf8"), [LANGUAGE]);
  const { lean } = briefDeclarations({ "typescript/lib": folder, "@types/node": "" });
  return { [HEAVY_NAMES]: JSON.stringify(lean.heavy), [LIBRARY]: [...parts.values(), PAGE_GLOBALS, OF_KERNEL].join("\n"), [TSLAB]: TSLAB_TYPES, ...packageDeclarations(ts, root.replaceAll("\\", "/"), packages) };
}

/** All that the compiler reads of packages when they are imported, by path below `/`. */
function packageDeclarations(ts: TypeScript, root: string, packages: readonly string[]): Declarations {
  const entry = `${root}/cell.ts`;
  const imports = packages.map((name) => `import ${JSON.stringify(name)};`).join("\n");
  const options: CompilerOptions = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, target: ts.ScriptTarget.ES2022, types: [], noLib: true, preserveSymlinks: true };
  const read = new Map<string, string>();
  const host: CompilerHost = {
    ...ts.createCompilerHost(options),
    getCurrentDirectory: () => root,
    fileExists: (path) => path === entry || ts.sys.fileExists(path),
    readFile(path) {
      const text = path === entry ? imports : ts.sys.readFile(path);
      if (text !== undefined && path.startsWith(`${root}/node_modules/`) && !LEFT_OUT.test(path)) read.set(path.slice(root.length), text);
      return text;
    },
    getSourceFile(path, version) {
      const text = host.readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version);
    },
  };
  ts.createProgram({ rootNames: [entry], options, host });
  return Object.fromEntries([...read].map(([path, text]) => [path, basename(path) === "package.json" ? shortPackage(text) : text]));
}

/** As much of a package.json as leads to its declarations, and its version. */
function shortPackage(text: string): string {
  const { name, version, main, types, typings, typesVersions } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ name, version, main, types, typings, typesVersions });
}
