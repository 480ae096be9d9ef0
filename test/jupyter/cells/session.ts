/** A notebook of nothing but strings: cells are compiled and run here, as a kernel would do it. */
import { builtinModules, createRequire } from "node:module";
import { dirname, join } from "node:path";
import vm from "node:vm";
import ts from "typescript";
import { Cells, type Compiled } from "../../../src/jupyter/cells/cells.js";
import type { CellsHost } from "../../../src/jupyter/cells/cellsHost.js";
import type { RunningCell } from "../../../src/jupyter/cells/cellTransformer.js";
import { LiveNames } from "../../../src/jupyter/cells/liveNames.js";

const require = createRequire(import.meta.url);
export const FOLDER = "/notebook";

/** A computer with the compiler's declarations and the given files. */
export function hostOf(files: Map<string, string>): CellsHost {
  const read = (path: string): string | undefined => files.get(path) ?? (path.includes("/typescript/lib/") ? ts.sys.readFile(path) : undefined);
  return {
    folder: FOLDER,
    libraries: dirname(require.resolve("typescript")).replaceAll("\\", "/"),
    lib: ["lib.es2022.d.ts"],
    types: [],
    typeRoots: [],
    modules: new Map<string, string | undefined>([["outside", join("/", "types", "outside.d.ts").replaceAll("\\", "/")], ...builtinModules.map((name) => [name, undefined] as const)]),
    fileExists: (path) => read(path) !== undefined,
    directoryExists: (path) => [...files.keys()].some((name) => name.startsWith(`${path}/`)),
    readFile: read,
    realpath: (path) => path,
    stamp: (path) => String(files.get(path)),
  };
}

export class Session {
  readonly files = new Map([["/types/outside.d.ts", "/** Three. */\nexport declare const three: number;\nexport declare function twice(x: number): number;\nexport interface Shape { size: number }\nexport default three;\n"]]);
  readonly cells = new Cells(ts, hostOf(this.files));
  readonly names = new LiveNames((name) => new ReferenceError(`${name} is missing`));

  /** @returns the value of a cell, what it throws, or what is wrong with it as `line:column code message` */
  async run(source: string): Promise<unknown> {
    const compiled = this.cells.compile(source);
    if (!compiled.cell) return compiled.findings.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`).join("\n");
    return this.#execute(compiled.cell);
  }

  async #execute({ code, uses, defines }: NonNullable<Compiled["cell"]>): Promise<unknown> {
    const view = this.names.view(uses);
    const self: RunningCell = { define: (own) => this.names.define(own) };
    const load = (name: string): unknown => (name === "outside" ? OUTSIDE : name.startsWith("cell:") ? view : require(name));
    this.names.begin(defines);
    try {
      await (vm.runInThisContext(code) as (exports: object, require: unknown, self: RunningCell) => unknown)(view, load, self);
      return self.value;
    } catch (error) {
      return String(error);
    }
  }
}

const OUTSIDE = { __esModule: true, three: 3, twice: (x: number) => 2 * x, default: 3 };
