import { createRequire, Module } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { CompiledFile } from "../cells/cells.js";
import { CELL } from "../cells/moduleNames.js";
import { tslab } from "./tslab.js";

type Require = NodeJS.Require;
/** What Node's modules have, and its types do not tell. */
type Loading = NodeModule & { _compile(code: string, path: string): void };
const { _nodeModulePaths: packagesFrom } = Module as unknown as { _nodeModulePaths(folder: string): string[] };

/** What a module's name may lack. */
const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.js"];

/** The files of the notebook's folder that cells import: compiled with them, loaded when first asked for. */
export class LocalModules {
  readonly #files = new Map<string, CompiledFile>();
  readonly #loaded = new Map<string, Loading>();
  readonly #require: Require;

  /** @param folder of the notebook */
  constructor(folder: string) {
    this.#require = this.#wrap(createRequire(join(folder, "cell.js")), folder);
  }

  /** What is new or has changed: it is loaded anew. */
  add(files: Iterable<CompiledFile>): void {
    for (const file of files) {
      const path = resolve(file.path);
      this.#files.set(path, file);
      this.#loaded.delete(path);
    }
  }

  /** @param cell what earlier cells have that this one uses */
  requireOf(cell: object): Require {
    return new Proxy(this.#require, {
      apply: (target, that, args: [string]) => (String(args[0]).startsWith(CELL) ? cell : Reflect.apply(target, that, args)),
    });
  }

  #wrap(require: Require, folder: string): Require {
    return new Proxy(require, {
      apply: (target, that, args: [string]) => {
        const [name] = args;
        if (name === "tslab") return tslab;
        const path = /^\.{0,2}\//.test(name) ? ENDINGS.map((ending) => resolve(folder, name + ending)).find((path) => this.#files.has(path)) : undefined;
        return path === undefined ? (Reflect.apply(target, that, args) as unknown) : this.#load(path);
      },
    });
  }

  /** As in Node, who comes back to a file in a circle gets what it has exported so far; one that fails is loaded again. */
  #load(path: string): unknown {
    const loaded = this.#loaded.get(path);
    if (loaded) return loaded.exports;
    const module = new Module(path) as Loading;
    const folder = dirname(path);
    module.filename = path;
    module.paths = packagesFrom(folder);
    module.require = this.#wrap(createRequire(path), folder);
    this.#loaded.set(path, module);
    try {
      module._compile(this.#files.get(path)!.code, path);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }
}
