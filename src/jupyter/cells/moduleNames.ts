import type { CompilerOptions, ModuleResolutionHost, ResolvedModuleWithFailedLookupLocations, ResolvedTypeReferenceDirectiveWithFailedLookupLocations } from "typescript";
import type { CellsHost } from "./cellsHost.js";
import type { TypeScript } from "./typescript.js";

/** Before the number of an earlier cell, where names are imported from it. */
export const CELL = "cell:";

/** The file that an earlier cell is kept as. */
export function pathOfCell(folder: string, number: number | string): string {
  return `${folder}/${CELL}${number}.ts`;
}

/**
 * Finds modules by their names. What is found in packages stays found, and what these do not find stays missing; what
 * a cell misses may come, and files of the notebook may come and go.
 */
export class ModuleNames {
  readonly #ts: TypeScript;
  readonly #host: CellsHost;
  readonly #files: ModuleResolutionHost;
  readonly #options: CompilerOptions;
  readonly #unread: ReadonlySet<string>;
  readonly #found = new Map<string, ResolvedModuleWithFailedLookupLocations>();
  readonly #types = new Map<string, ResolvedTypeReferenceDirectiveWithFailedLookupLocations>();

  /** @param unread packages that are not looked for */
  constructor(ts: TypeScript, host: CellsHost, files: ModuleResolutionHost, options: CompilerOptions, unread: ReadonlySet<string> = new Set()) {
    this.#ts = ts;
    this.#host = host;
    this.#files = files;
    this.#options = options;
    this.#unread = unread;
  }

  module(name: string, from: string): ResolvedModuleWithFailedLookupLocations {
    const ts = this.#ts;
    if (name.startsWith(CELL)) return found(pathOfCell(this.#host.folder, name.slice(CELL.length)), ts.Extension.Ts);
    const { modules } = this.#host;
    if (modules.has(name)) return found(modules.get(name), ts.Extension.Dts);
    if (this.#unread.has(name)) return found(undefined, ts.Extension.Dts);
    const key = keyOf(name, from);
    const before = this.#found.get(key);
    if (before) return before;
    const now = ts.resolveModuleName(name, from, this.#options, this.#files);
    if (now.resolvedModule?.isExternalLibraryImport || from.endsWith(".d.ts")) this.#found.set(key, now);
    return now;
  }

  types(name: string, from: string): ResolvedTypeReferenceDirectiveWithFailedLookupLocations {
    const key = keyOf(name, from);
    const before = this.#types.get(key);
    if (before) return before;
    const now = this.#ts.resolveTypeReferenceDirective(name, from, this.#options, this.#files);
    this.#types.set(key, now);
    return now;
  }
}

function keyOf(name: string, from: string): string {
  return `${from.slice(0, from.lastIndexOf("/"))}\n${name}`;
}

/** @param resolvedFileName none for a module that is declared by its name */
function found(resolvedFileName: string | undefined, extension: string): ResolvedModuleWithFailedLookupLocations {
  const resolvedModule = resolvedFileName === undefined ? undefined : { resolvedFileName, extension, isExternalLibraryImport: false };
  return { resolvedModule } as ResolvedModuleWithFailedLookupLocations;
}
