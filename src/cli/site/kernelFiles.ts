/** The kernel of a site: the files that a page's kernel is made of, with names of their content. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type BuildOptions, type StdinOptions } from "esbuild";
import type { KernelFiles } from "../../jupyter/worker/workerMessages.js";
import { webWorkerProgram } from "../../host/browser/threads.js";
import { cellDeclarations } from "./cellDeclarations.js";
import { danfoBundle } from "./danfoBundle.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");
const DIST = join(ROOT, "dist");

/** The library's modules by the names that cells import them by. */
const LIBRARY = { "two-layer-net": "index.js", "two-layer-net/study": "study/index.js", "two-layer-net/notebook": "notebook/index.js" };
const TABLES = "danfojs-node";
/** Has the program of the engine's threads as a text. */
const ENGINE = "numeric/engine/workerSource.js";
const THREADS = { trial: "study/workers/browser/trialWorker.js", gap: "study/workers/browser/gapWorker.js" };

/** Names of the files of a kernel in its folder. */
export interface SiteKernel extends KernelFiles {
  /** The script of the worker, a module. */
  readonly worker: string;
}

const HASH = /-[^-]*$/;

const COMMON: BuildOptions = {
  bundle: true, minify: true, write: false, metafile: true, format: "esm", platform: "browser", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "error",
  entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]",
};

/**
 * Writes the files of a kernel.
 *
 * @param folder to be filled; other files in it stay
 * @returns their names in that folder
 * @throws {Error} if a package is not installed, or something cannot be bundled
 */
export async function kernelFiles(folder: string): Promise<SiteKernel> {
  mkdirSync(folder, { recursive: true });
  const [library, { main }, { typescript }, tables] = await Promise.all([
    // Names of functions and classes reach the students.
    bundled({ ...named({ ...LIBRARY, ...THREADS }), splitting: true, keepNames: true }),
    bundled(named({ main: "jupyter/worker/main.js" })),
    bundled({ stdin: compilerModule(), entryNames: "typescript-[hash]" }),
    danfoBundle(ROOT),
  ]);
  const { WORKER_SOURCE } = (await import(pathToFileURL(join(DIST, ENGINE)).href)) as { readonly WORKER_SOURCE: string };
  const packages = Object.fromEntries(Object.keys(LIBRARY).map((name) => [name, library[flat(name)]!]));
  const declarations = JSON.stringify(cellDeclarations(ROOT, [...Object.keys(LIBRARY), TABLES]));
  return {
    worker: main!,
    typescript: typescript!,
    declarations: written("declarations", "json", declarations),
    packages: { ...packages, [TABLES]: written(TABLES, "js", tables) },
    workers: { engine: written("engine", "js", webWorkerProgram(WORKER_SOURCE)), trial: library["trial"]!, gap: library["gap"]! },
  };

  /** @returns the names of the bundles by those of their entries */
  async function bundled(options: BuildOptions): Promise<Record<string, string | undefined>> {
    const { outputFiles, metafile } = await build({ ...COMMON, outdir: folder, ...options });
    for (const { path, contents } of outputFiles!) writeFileSync(join(folder, basename(path)), contents);
    const entries = Object.entries(metafile!.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
    return Object.fromEntries(entries.map(([path]) => [basename(path).replace(HASH, ""), basename(path)]));
  }

  function written(name: string, ending: string, content: string | Uint8Array): string {
    const file = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase()}.${ending}`;
    writeFileSync(join(folder, file), content);
    return file;
  }
}

/**
 * The compiler as a module whose one large function is called where it stands. As an arrow function, or in what else is
 * put round a package that is no module, V8 reads it twice, which takes a third of the time that the compiler loads in.
 *
 * @throws {Error} if that function is not where it was
 */
function compilerModule(): StdinOptions {
  const path = createRequire(import.meta.url).resolve("typescript");
  const [before, after, ...more] = readFileSync(path, "utf8").split("var ts = {}; ((module) => {");
  if (after === undefined || more.length > 0) throw new Error(`kernelFiles: expected ${path} to begin with one function, got another form; the page's kernel needs the TypeScript of package-lock.json: npm ci`);
  return { contents: `${before}var ts = {}; (function (module) {${after}\nexport default ts;`, resolveDir: dirname(path) };
}

/** Entries by name; a name with a slash would become a folder. */
function named(paths: Readonly<Record<string, string>>): BuildOptions {
  return { entryPoints: Object.fromEntries(Object.entries(paths).map(([name, path]) => [flat(name), join(DIST, path)])) };
}

function flat(name: string): string {
  return name.replaceAll("/", "-");
}
