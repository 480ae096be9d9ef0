import type { CompiledFile } from "../cells/cells.js";
import { CELL } from "../cells/moduleNames.js";
import type { CellModules, Evaluate, Require } from "../session/cellRunner.js";
import type { StoredFiles } from "./storedFiles.js";

/** What a package needs that its code does not ask for by a module's name. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { "two-layer-net/notebook": ["danfojs-node"] };

/** How the code of a cell asks for a module. */
const REQUIRED = /\brequire\("([^"\\]+)"\)/g;
/** What a module's name may lack. */
const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.js"];

type LoadedFile = { exports: unknown };
type FileFunction = (exports: unknown, require: Require, module: LoadedFile) => void;

/** What cells import in a page: packages by their addresses, and files beside the notebook. */
export class PageModules implements CellModules {
  readonly #packages: Readonly<Record<string, string>>;
  readonly #stored: StoredFiles;
  readonly #folder: string;
  readonly #evaluate: Evaluate;
  readonly #loaded: Map<string, () => unknown>;
  readonly #compiled = new Map<string, CompiledFile>();
  readonly #files = new Map<string, LoadedFile>();

  /**
   * @param packages addresses of modules by the names that cells import them by
   * @param builtIn modules that need no address
   * @param folder of the notebook
   */
  constructor(packages: Readonly<Record<string, string>>, builtIn: ReadonlyMap<string, unknown>, stored: StoredFiles, folder: string, evaluate: Evaluate) {
    this.#packages = packages;
    this.#loaded = new Map([...builtIn].map(([name, module]) => [name, () => module]));
    this.#stored = stored;
    this.#folder = folder;
    this.#evaluate = evaluate;
  }

  fetch(codes: readonly string[]): Promise<void> | undefined {
    return this.fetchPackages(codes.flatMap((code) => [...code.matchAll(REQUIRED)].map(([, name]) => name!)));
  }

  /**
   * Of these modules, the packages that are not here yet, with what they need.
   *
   * @returns undefined where none is
   * @throws {Error} if the page's site does not answer
   */
  fetchPackages(asked: readonly string[]): Promise<void> | undefined {
    const names = asked.flatMap((name) => [name, ...(COMPANIONS[name] ?? [])]).filter((name) => this.#packages[name] !== undefined && !this.#loaded.has(name));
    return names.length === 0 ? undefined : Promise.all([...new Set(names)].map((name) => this.#fetchPackage(name))).then(() => {});
  }

  async #fetchPackage(name: string): Promise<void> {
    const address = this.#packages[name]!;
    let module: { readonly load?: () => unknown };
    try {
      module = (await import(address)) as typeof module;
    } catch (cause) {
      throw new Error(`${name} could not be loaded from this site: ${(cause as Error).message}; is the network there? Run the cell again`, { cause });
    }
    // What is large and seldom used runs when it is first asked for.
    this.#loaded.set(name, module.load ?? (() => module));
  }

  /** A package that was fetched; undefined for others. */
  package(name: string): unknown {
    return this.#loaded.get(name)?.();
  }

  add(files: Iterable<CompiledFile>): void {
    for (const file of files) {
      this.#compiled.set(file.path, file);
      this.#files.delete(file.path);
    }
  }

  requireOf(cell: object): Require {
    const require = this.#requireFrom(this.#folder);
    return (name) => (name.startsWith(CELL) ? cell : require(name));
  }

  #requireFrom(folder: string): Require {
    return (name) => {
      const found = this.package(name);
      if (found !== undefined) return found;
      const base = /^\.{0,2}\//.test(name) ? resolved(folder, name) : undefined;
      const path = base === undefined ? undefined : ENDINGS.map((ending) => base + ending).find((each) => this.#compiled.has(each));
      if (path !== undefined) return this.#load(path);
      if (base?.endsWith(".json") && this.#stored.has(base)) return JSON.parse(this.#stored.text(base)!) as unknown;
      const known = [...Object.keys(this.#packages), "tslab"].join(", ");
      throw Object.assign(new Error(`Cannot find module '${name}'; in a page there are ${known}, and files beside the notebook`), { code: "MODULE_NOT_FOUND" });
    };
  }

  /** Who comes back to a file in a circle gets what it has exported so far; one that fails is loaded again. */
  #load(path: string): unknown {
    const loaded = this.#files.get(path);
    if (loaded) return loaded.exports;
    const module: LoadedFile = { exports: {} };
    this.#files.set(path, module);
    try {
      const { code } = this.#compiled.get(path)!;
      const run = this.#evaluate(`(function (exports, require, module) {${code}\n})`, path) as FileFunction;
      run(module.exports, this.#requireFrom(path.slice(0, path.lastIndexOf("/"))), module);
    } catch (error) {
      this.#files.delete(path);
      throw error;
    }
    return module.exports;
  }
}

/** The path that a name leads to from a folder. */
function resolved(folder: string, name: string): string {
  const names: string[] = [];
  for (const part of (name.startsWith("/") ? name : `${folder}/${name}`).split("/")) {
    if (part === "..") names.pop();
    else if (part !== "" && part !== ".") names.push(part);
  }
  return `/${names.join("/")}`;
}
