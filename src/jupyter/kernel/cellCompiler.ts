import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import process from "node:process";
import type { Converter, ConvertResult, Diagnostic, SideOutput } from "tslab/dist/converter.js";
import type { CellSources } from "./cellSources.js";
import { splitAdvice } from "./compilerAdvice.js";
import { forgetFirst } from "./definitions.js";
import { withoutExportWords } from "./exportWords.js";
import { GlobalDeclarations } from "./globalDeclarations.js";
import { forgetLoading, loadedOnce } from "./loadedOnce.js";
import { topLevel } from "./topLevel.js";
import { createConverter, emitted, typescript } from "./tslab.js";
import type { DiagnosticInfo } from "./typeScriptError.js";

/** What tslab's executor puts before a script, on its first line. */
const WRAPPER = "(function(exports, require) { ";
const ASYNC_WRAPPER = "(async function(exports, require) { ";
/** The line that tslab's converter puts before a cell: `export {};`. */
const PREFIX_LINES = 1;

/**
 * tslab's converter, with what a Jupyter error needs: positions in the user's source, for type errors and at run time.
 *
 * It keeps the declarations of a cell that failed half-way, so that what it defined before can be used.
 */
export class CellCompiler implements Converter {
  #converter = createConverter();
  readonly #sources: CellSources;
  /** The compiler's own; the process may change its folder. */
  readonly #folder = process.cwd();
  /** Cells tagged `@module`, by the names of the files that they stand for. */
  readonly #modules = new Map<string, { source: string; add: Parameters<Converter["addModule"]> }>();
  #declarations = "";
  readonly #globals = new GlobalDeclarations(typescript);
  #place = "";
  #script = "";
  #scripts = 0;
  #beforeRun: (defines: ReadonlySet<string>) => void = () => {};
  /** What the compiler has against the last cell. */
  diagnostics: DiagnosticInfo[] = [];
  /** Whether the last cell wants its value shown. */
  showsValue = true;

  constructor(sources: CellSources) {
    this.#sources = sources;
  }

  /**
   * Names the cell that is converted next.
   *
   * @param place such as `Cell [3]`
   * @param beforeRun is told the names that the cell gives a value, once it is known to be right
   */
  begin(place: string, beforeRun: (defines: ReadonlySet<string>) => void = () => {}): void {
    forgetLoading();
    this.#place = place;
    this.#beforeRun = beforeRun;
    this.#script = `cell-${++this.#scripts}.ts`;
    this.diagnostics = [];
  }

  convert(_declarations: string, source: string): ConvertResult {
    emitted.clear();
    const result = this.#whole(() => this.#converter.convert(this.#declarationsBefore(source), withoutExportWords(source)));
    this.diagnostics = this.#describe(result.diagnostics, this.#place, source);
    if (this.diagnostics.length > 0) return result;
    this.#declarations = GlobalDeclarations.without(result.declOutput ?? "");
    this.#globals.add(source);
    const { awaits, hidesValue, defines } = topLevel(source);
    this.showsValue = !hidesValue;
    const sideOutputs = result.sideOutputs?.map((file) => this.#addFile(file));
    const output = result.output && forgetFirst(this.#addCell(source, result.output, awaits), defines);
    this.#beforeRun(defines);
    return { ...result, hasToplevelAwait: awaits, ...(output === undefined ? {} : { output }), ...(sideOutputs && { sideOutputs }) };
  }

  inspect(_declarations: string, source: string, position: number): ReturnType<Converter["inspect"]> {
    return this.#whole(() => this.#converter.inspect(this.#declarationsBefore(source), withoutExportWords(source), position));
  }

  complete(_declarations: string, source: string, position: number): ReturnType<Converter["complete"]> {
    return this.#whole(() => this.#converter.complete(this.#declarationsBefore(source), withoutExportWords(source), position));
  }

  addModule(...[name, source, meta]: Parameters<Converter["addModule"]>): Diagnostic[] {
    this.#modules.set(`${name}.ts${meta?.jsx ? "x" : ""}`, { source, add: [name, source, meta] });
    const found = this.#whole(() => this.#converter.addModule(name, source, meta));
    this.diagnostics = this.#describe(found, `module ${name}`, source);
    return found;
  }

  /**
   * The compiler gives up on a source that is nested too deep for its stack, and then on every other: it is made anew.
   */
  #whole<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#converter.close();
      this.#converter = createConverter();
      for (const { add } of this.#modules.values()) this.#converter.addModule(...add);
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError("this is nested too deep, or too long, for the compiler; write it in parts", { cause: error.message });
    }
  }

  close(): void {
    this.#converter.close();
  }

  /** @returns the script under the name that stack traces find it by */
  #addCell(source: string, output: string, awaits: boolean): string {
    const maps = emitted.get(output);
    const columnsBefore = (awaits ? ASYNC_WRAPPER : WRAPPER).length;
    const script = { name: this.#script, place: this.#place, source, output, linesBefore: PREFIX_LINES, columnsBefore };
    if (maps) this.#sources.add({ ...script, maps });
    return `${output}\n//# sourceURL=${this.#script}`;
  }

  #declarationsBefore(source: string): string {
    return this.#globals.before(source) + this.#declarations;
  }

  /** @returns the file as it is to run */
  #addFile({ path: name, data: output }: SideOutput): SideOutput {
    const start = loadedOnce(name);
    const data = start + output;
    const maps = emitted.get(output);
    if (!maps) return { path: name, data };
    const [original] = (JSON.parse(maps.toModule) as { sources: string[] }).sources;
    const file = original?.split("/").at(-1) ?? name;
    const place = resolve(name, "..", file);
    const linesBefore = this.#modules.has(file) ? PREFIX_LINES : 0;
    this.#sources.add({ name, place, source: this.#sourceOf(place), output, maps, linesBefore, columnsBefore: start.length });
    return { path: name, data };
  }

  /** Of a file that a cell imports, or of a cell that stands for one. */
  #sourceOf(path: string): string {
    const module = this.#modules.get(relative(this.#folder, path));
    try {
      return module?.source ?? readFileSync(path, "utf8");
    } catch {
      return ""; // gone since it was compiled: what is said of it has no lines to show
    }
  }

  /** tslab lists the lines of one message one by one, at the same place: they are joined again. */
  #describe(found: readonly Diagnostic[], cell: string, source: string): DiagnosticInfo[] {
    const infos: DiagnosticInfo[] = [];
    let previous: Diagnostic | undefined;
    // What tslab adds behind the cell is wrong only where something before it is.
    const own = found.filter(({ start, fileName }) => fileName !== undefined || start.offset <= source.length);
    for (const diagnostic of own.length > 0 ? own : found) {
      const { start, end, fileName, code } = diagnostic;
      const [message, advice] = splitAdvice(diagnostic.messageText);
      const last = infos.at(-1);
      if (last && previous && !fileName && previous.start.offset === start.offset && previous.end.offset === end.offset) {
        last.message += `\n  ${message}`;
        continue;
      }
      infos.push({
        place: fileName ?? cell,
        source: fileName === undefined ? source : this.#sourceOf(resolve(this.#folder, fileName)),
        line: start.line + 1,
        column: start.character + 1,
        length: end.offset - start.offset,
        code,
        message,
        ...(advice === undefined ? {} : { advice }),
      });
      previous = diagnostic;
    }
    return infos;
  }
}
