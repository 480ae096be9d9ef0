import type { Diagnostic, ExportSpecifier, Program, SourceFile, TransformerFactory } from "typescript";
import { CellLanguage } from "./cellLanguage.js";
import { cellSyntax, type CellSyntax, withoutGlobals } from "./cellSyntax.js";
import type { CellsHost } from "./cellsHost.js";
import { cellTransformer, SELF } from "./cellTransformer.js";
import { EarlierCells } from "./earlierCells.js";
import { type Completion, completeAt, describeAt } from "./editorHelp.js";
import { diagnosticsOf, type Finding, findingOf, type Review } from "./findings.js";
import { loopTicks } from "./loopTicks.js";
import type { TypeScript } from "./typescript.js";

/** What runs, and the way back to the source. */
export interface Emitted {
  readonly code: string;
  /** A source map, as JSON. */
  readonly map: string;
}

/** A file of the notebook's folder, compiled: the code of a CommonJS module. */
export interface CompiledFile extends Emitted {
  readonly path: string;
  readonly source: string;
}

/** A cell that may run. */
export interface CompiledCell extends Emitted {
  /** The expression of a function `(exports, require, self)`, asynchronous if the cell waits. */
  readonly code: string;
  readonly awaits: boolean;
  /** The names of earlier cells that it uses: `exports` is to have them, and what `require` returns for a cell. */
  readonly uses: readonly string[];
  readonly declares: ReadonlySet<string>;
  /** Those names that have a value for certain once it has come to its end. */
  readonly defines: ReadonlySet<string>;
  /** What it imports of its folder, if new or changed. */
  readonly files: readonly CompiledFile[];
}

/** What the compiler has to say of a cell: that it is wrong, or what it has become. */
export type Compiled = { readonly findings: readonly Finding[]; readonly cell?: CompiledCell };

const STRICT = /^"use strict";$/m;
const MODULE = 'Object.defineProperty(exports, "__esModule", { value: true });';
const MAP_COMMENT = /\n\/\/# sourceMappingURL=\S+\s*$/;

/**
 * The cells of a notebook, one after the other.
 *
 * Each is checked and compiled as a module. What it uses of earlier cells it imports from them, in statements that are
 * put behind its source, so that all positions in it are its own.
 */
export class Cells {
  readonly #ts: TypeScript;
  readonly #review: Review;
  readonly #language: CellLanguage;
  readonly #earlier = new EarlierCells();
  readonly #transformers: readonly TransformerFactory<SourceFile>[];
  /** The texts of files of the folder that were compiled. */
  readonly #compiled = new Map<string, string>();

  /**
   * @param review of all that the compiler says
   * @param options tick: a global function to be called in every turn of every loop
   */
  constructor(ts: TypeScript, host: CellsHost, review: Review = (_program, _file, found) => found, { tick }: { tick?: string } = {}) {
    this.#transformers = tick === undefined ? [] : [loopTicks(ts, tick)];
    this.#ts = ts;
    this.#review = review;
    this.#language = new CellLanguage(ts, host);
  }

  /** Compiles a cell; if nothing is wrong with it, those behind it know its names. */
  compile(source: string): Compiled {
    const { text, syntax, ...compiled } = this.#compile(source);
    if (compiled.cell) this.#language.keep(this.#earlier.add(syntax), withoutGlobals(this.#ts, text));
    return compiled;
  }

  /** Compiles what is no cell of the notebook. @returns what is wrong with it */
  check(source: string): readonly Finding[] {
    return this.#compile(source).findings;
  }

  #compile(source: string): Compiled & { text: string; syntax: CellSyntax } {
    const syntax = cellSyntax(this.#ts, source);
    if (!this.#language.suffices(syntax)) this.#language.readAll();
    const uses = this.#earlier.usedBy(syntax);
    const text = syntax.text + this.#earlier.statementsBehind(syntax, uses);
    this.#language.open(text, this.#earlier.globalsFor(syntax));
    const program = this.#language.program();
    const findings = this.#findings(program, source);
    // What is wrong is told with all that is known: a name may be misspelt that only the rest declares.
    if (findings.length > 0 && this.#language.readAll()) return this.#compile(source);
    if (findings.length > 0) return { findings, text, syntax };
    const files = this.#compileFiles(program);
    const emitted = this.#emitCell(program, syntax);
    const { awaits, declares, defines } = syntax;
    return { findings, text, syntax, cell: { ...emitted, awaits, uses, declares, defines, files } };
  }

  /**
   * Takes a cell as a file of the notebook's folder, which others import.
   *
   * @param path of the file
   */
  addModule(path: string, source: string): readonly Finding[] {
    this.#language.readAll();
    this.#language.setModule(path, source);
    this.#language.open(`import ${JSON.stringify(path.replace(/\.tsx?$/, ""))};`, "");
    return this.#findings(this.#language.program(), "");
  }

  /** Reads declarations that later cells may ask for, file by file. */
  readAhead(): Generator<void, void> {
    return this.#language.readAhead();
  }

  /** Completes what is being written. */
  complete(source: string, position: number): Completion {
    this.#write(source);
    const completion = completeAt(this.#ts, this.#language.service, this.#language.cell, position);
    return { ...completion, end: Math.min(completion.end, source.length) };
  }

  /** Describes what stands at a position of what is being written. */
  describe(source: string, position: number): string | undefined {
    this.#write(source);
    const describe = () => describeAt(this.#language.service, this.#language.cell, position, (name) => this.#earlier.isOwn(name));
    const description = describe();
    return description !== undefined && this.#language.document(position) ? describe() : description;
  }

  /** Whether an earlier cell has declared a name. */
  has(name: string): boolean {
    return this.#earlier.has(name);
  }

  /** What is being written may go on with any name. The semicolon keeps what ends in a dot from going on with an `import`. */
  #write(source: string): void {
    const syntax = cellSyntax(this.#ts, source);
    const text = `${syntax.text}\n;${this.#earlier.statementsBehind(syntax, this.#earlier.usableBy(syntax))}`;
    this.#language.open(text, this.#earlier.globalsFor(syntax));
  }

  #findings(program: Program, source: string): Finding[] {
    const cell = program.getSourceFile(this.#language.cell)!;
    return [cell, ...this.#language.localFiles(program)].flatMap((file) => {
      const found = diagnosticsOf(this.#ts, program, file, (path) => this.#language.isCell(path));
      const reviewed = this.#review(program, file, this.#ts.sortAndDeduplicateDiagnostics(found) as readonly Diagnostic[], file === cell);
      if (file !== cell) return reviewed.map((diagnostic) => findingOf(diagnostic, file.text, file.fileName));
      // What stands behind the source is wrong only where something in it is.
      const own = reviewed.filter(({ start }) => (start ?? 0) <= source.length);
      return (own.length > 0 ? own : reviewed).map((diagnostic) => findingOf(diagnostic, source));
    });
  }

  /** CommonJS has a cell begin with a line of its own, which becomes the head of a function. */
  #emitCell(program: Program, { text, awaits, showsValue, variables }: CellSyntax): Emitted {
    const transformer = cellTransformer(this.#ts, { end: text.length, showsValue, variables, isValue: (specifier) => this.#isValue(program, specifier) });
    const { code, map } = this.#emit(program, program.getSourceFile(this.#language.cell)!, [transformer]);
    const head = `(${awaits ? "async " : ""}function (exports, require, ${SELF}) {`;
    return { code: `${code.replace(STRICT, () => head).replace(MODULE, "").trimEnd()}\n})`, map };
  }

  /** Whether something is left by a name at run time: no type, and not imported as one. */
  #isValue(program: Program, specifier: ExportSpecifier): boolean {
    const ts = this.#ts;
    const checker = program.getTypeChecker();
    const symbol = checker.getExportSpecifierLocalTargetSymbol(specifier);
    if (!symbol || symbol.declarations?.some(ts.isTypeOnlyImportDeclaration)) return false;
    const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (flags & ts.SymbolFlags.Value) !== 0;
  }

  #compileFiles(program: Program): CompiledFile[] {
    return this.#language.localFiles(program).filter(({ fileName, text }) => this.#compiled.get(fileName) !== text).map((file) => {
      this.#compiled.set(file.fileName, file.text);
      return { ...this.#emit(program, file), path: file.fileName, source: file.text };
    });
  }

  #emit(program: Program, file: SourceFile, before: TransformerFactory<SourceFile>[] = []): Emitted {
    let [code, map] = ["", ""];
    const write = (path: string, text: string): void => {
      if (path.endsWith(".map")) map = text;
      else code = text.replace(MAP_COMMENT, "\n");
    };
    program.emit(file, write, undefined, false, { before: [...before, ...this.#transformers] });
    return { code, map };
  }
}
