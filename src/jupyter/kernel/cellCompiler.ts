import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Converter, ConvertResult, Diagnostic, SideOutput } from "tslab/dist/converter.js";
import type { CellSources } from "./cellSources.js";
import { topLevel } from "./topLevel.js";
import { createConverter, emitted } from "./tslab.js";
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
  readonly #converter = createConverter();
  readonly #sources: CellSources;
  /** Cells tagged `@module`, by the names of the files that they stand for. */
  readonly #modules = new Map<string, string>();
  #declarations = "";
  #place = "";
  #script = "";
  #scripts = 0;
  /** What the compiler has against the last cell. */
  diagnostics: DiagnosticInfo[] = [];
  /** Whether the last cell wants its value shown. */
  showsValue = true;

  constructor(sources: CellSources) {
    this.#sources = sources;
  }

  /** Names the cell that is converted next. @param place such as `Cell [3]` */
  begin(place: string): void {
    this.#place = place;
    this.#script = `cell-${++this.#scripts}.ts`;
    this.diagnostics = [];
  }

  convert(_declarations: string, source: string): ConvertResult {
    emitted.clear();
    const result = this.#converter.convert(this.#declarations, source);
    this.diagnostics = describe(result.diagnostics, this.#place, source);
    if (this.diagnostics.length > 0) return result;
    this.#declarations = result.declOutput ?? "";
    const { awaits, hidesValue } = topLevel(source);
    this.showsValue = !hidesValue;
    for (const file of result.sideOutputs ?? []) this.#addFile(file);
    const output = result.output && this.#addCell(source, result.output, awaits);
    return { ...result, hasToplevelAwait: awaits, ...(output === undefined ? {} : { output }) };
  }

  inspect(_declarations: string, source: string, position: number): ReturnType<Converter["inspect"]> {
    return this.#converter.inspect(this.#declarations, source, position);
  }

  complete(_declarations: string, source: string, position: number): ReturnType<Converter["complete"]> {
    return this.#converter.complete(this.#declarations, source, position);
  }

  addModule(...[name, source, meta]: Parameters<Converter["addModule"]>): Diagnostic[] {
    const found = this.#converter.addModule(name, source, meta);
    this.#modules.set(`${name}.ts${meta?.jsx ? "x" : ""}`, source);
    this.diagnostics = describe(found, `module ${name}`, source);
    return found;
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

  #addFile({ path: name, data: output }: SideOutput): void {
    const maps = emitted.get(output);
    if (!maps) return;
    const [original] = (JSON.parse(maps.toModule) as { sources: string[] }).sources;
    const file = original?.split("/").at(-1) ?? name;
    const place = resolve(name, "..", file);
    const module = this.#modules.get(file);
    const linesBefore = module === undefined ? 0 : PREFIX_LINES;
    this.#sources.add({ name, place, source: module ?? readFileSync(place, "utf8"), output, maps, linesBefore, columnsBefore: 0 });
  }
}

/** tslab lists the lines of one message one by one, at the same place: they are joined again. */
function describe(found: readonly Diagnostic[], cell: string, source: string): DiagnosticInfo[] {
  const infos: DiagnosticInfo[] = [];
  let previous: Diagnostic | undefined;
  for (const diagnostic of found) {
    const { start, end, fileName, messageText, code } = diagnostic;
    const last = infos.at(-1);
    if (last && previous && !fileName && previous.start.offset === start.offset && previous.end.offset === end.offset) {
      last.message += `\n  ${messageText}`;
      continue;
    }
    infos.push({
      place: fileName ? relative(process.cwd(), resolve(fileName)) : cell,
      source: fileName ? readFileSync(fileName, "utf8") : source,
      line: start.line + 1,
      column: start.character + 1,
      length: end.offset - start.offset,
      code,
      message: messageText,
    });
    previous = diagnostic;
  }
  return infos;
}
