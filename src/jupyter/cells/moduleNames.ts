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
 * Finds modules by their names. What is found in packages stays found; what is missing may come, and files of the
 * notebook may come and go.
 */
export class ModuleNames {
  readonly #ts: TypeScript;
  readonly #host: CellsHost;
  readonly #files: ModuleResolutionHost;
  readonly #options: CompilerOptions;
  readonly #found = new Map<string, ResolvedModuleWithFailedLookupLocations>();
  readonly #types = new Map<string, ResolvedTypeReferenceDirectiveWithFailedLookupLocations>();

  constructor(ts: TypeScript, host: CellsHost, files: ModuleResolutionHost, options: CompilerOptions) {
    this.#ts = ts;
    this.#host = host;
    this.#files = files;
    this.#options = options;
  }

  module(name: string, from: string): ResolvedModuleWithFailedLookupLocations {
    const ts = this.#ts;
    if (name.startsWith(CELL)) return found(pathOfCell(this.#host.folder, name.slice(CELL.length)), ts.Extension.Ts);
    const known = this.#host.modules.get(name);
    if (known !== undefined) return found(known, ts.Extension.Dts);
    const key = `${from.slice(0, from.lastIndexOf("/"))}\n${name}`;
    const before = this.#found.get(key);
    if (before) return before;
    const now = ts.resolveModuleName(name, from, this.#options, this.#files);
    if (now.resolvedModule?.isExternalLibraryImport) this.#found.set(key, now);
    return now;
  }

  types(name: string, from: string): ResolvedTypeReferenceDirectiveWithFailedLookupLocations {
    const key = `${from.slice(0, from.lastIndexOf("/"))}\n${name}`;
    const before = this.#types.get(key);
    if (before) return before;
    const now = this.#ts.resolveTypeReferenceDirective(name, from, this.#options, this.#files);
    if (now.resolvedTypeReferenceDirective) this.#types.set(key, now);
    return now;
  }
}

function found(resolvedFileName: string, extension: string): ResolvedModuleWithFailedLookupLocations {
  return { resolvedModule: { resolvedFileName, extension, isExternalLibraryImport: false } } as ResolvedModuleWithFailedLookupLocations;
}
