/**
 * tslab 1.0.22, loaded into this process with its compiler changed in five ways; no file of it is touched.
 *
 * tslab has no options for these, so the TypeScript module that it is about to load is given to it with five functions
 * replaced. Its internals are used here: the version is pinned and test/kernel says what is relied on.
 */
import { createRequire } from "node:module";
import type * as Executor from "tslab/dist/executor.js";
import type * as Converter from "tslab/dist/converter.js";
import type * as Jupyter from "tslab/dist/jupyter.js";
import type * as Metadata from "tslab/dist/metadata.js";
import { cellLibrary, LIBRARIES } from "./cellLibrary.js";
import { preEmitDiagnostics } from "./compilerAdvice.js";
import { earlierNames } from "./earlierNames.js";

const require = createRequire(import.meta.url);
const requireFromTslab = createRequire(require.resolve("tslab/package.json"));

type TypeScript = typeof import("@tslab/typescript-for-tslab");

/** The two source maps from a cell to what runs: cell to module, module to CommonJS. */
export interface EmittedMaps {
  toModule: string;
  toScript: string;
}

/** What the compiler emitted, by its text, with the maps back; cleared by whoever uses them. */
export const emitted = new Map<string, EmittedMaps>();

const typescriptPath = requireFromTslab.resolve("@tslab/typescript-for-tslab");
export const typescript = requireFromTslab(typescriptPath) as TypeScript;
require.cache[typescriptPath]!.exports = {
  ...typescript,
  ...earlierNames(typescript),
  createWatchCompilerHost: compilerHost,
  getPreEmitDiagnosticsOfFiles: preEmitDiagnostics(typescript),
  transpileModule: withSourceMaps,
};

export const { createExecutor } = require("tslab/dist/executor.js") as typeof Executor;
export const { createConverter } = require("tslab/dist/converter.js") as typeof Converter;
export const { getCodeMetadata } = require("tslab/dist/metadata.js") as typeof Metadata;
export const jupyter = require("tslab/dist/jupyter.js") as {
  -readonly [Name in keyof typeof Jupyter]: (typeof Jupyter)[Name];
};
export const versions = {
  tslab: (require("tslab/package.json") as { version: string }).version,
  typescript: typescript.version,
  node: process.version,
};

type System = { readFile(path: string, encoding?: string): string | undefined };
type Callback = (...args: unknown[]) => void;

/**
 * tslab turns top-level await off and then forgives some of the complaints; TypeScript itself can do all of it.
 *
 * Cells have the global names of Node, whatever packages of types lie about.
 *
 * And it keeps one timer, for the next compilation. When a package comes or goes beside a cell's imports,
 * TypeScript sets a second one, at which every later cell would fail: what that is for is done at once.
 */
function compilerHost(...args: unknown[]): unknown {
  const [files, options, system, ...rest] = args as [unknown, { lib: string[]; disableTopLevelAwait: unknown }, System, ...unknown[]];
  const { disableTopLevelAwait: _, lib, ...kept } = options;
  const { readFile } = system;
  system.readFile = (path, encoding) => cellLibrary(path, readFile(path, encoding));
  const create = typescript.createWatchCompilerHost as (...args: unknown[]) => { setTimeout(callback: Callback, ...rest: unknown[]): unknown };
  const cells = { ...kept, lib: [...lib, ...LIBRARIES], types: ["node"], inlineSourceMap: true };
  const host = create(files, cells, system, ...rest);
  const { setTimeout } = host;
  host.setTimeout = (callback, ...rest) => {
    if (callback.name === "invalidateResolutionsOfFailedLookup") return callback();
    return setTimeout.call(host, callback, ...rest);
  };
  return host;
}

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;
const MAP_COMMENT = /\n?\/\/# sourceMappingURL=\S+\s*$/;

/** Remembers how each text came about, so that a stack trace can lead back to the cell. */
function withSourceMaps(
  module: string,
  options: import("@tslab/typescript-for-tslab").TranspileOptions,
): import("@tslab/typescript-for-tslab").TranspileOutput {
  const inline = INLINE_MAP.exec(module);
  const compilerOptions = { ...options.compilerOptions, sourceMap: true };
  const result = typescript.transpileModule(module.replace(INLINE_MAP, ""), { ...options, compilerOptions });
  const outputText = result.outputText.replace(MAP_COMMENT, "\n");
  if (inline && result.sourceMapText) {
    emitted.set(outputText, { toModule: Buffer.from(inline[1], "base64").toString(), toScript: result.sourceMapText });
  }
  return { ...result, outputText };
}
