import type { CompilerHost, CompilerOptions, LanguageService, LanguageServiceHost, Program, SourceFile } from "typescript";
import type { CellSyntax } from "./cellSyntax.js";
import type { CellsHost, LeanDeclarations } from "./cellsHost.js";
import { Documents } from "./documents.js";
import { CELL, ModuleNames, pathOfCell } from "./moduleNames.js";
import type { TypeScript } from "./typescript.js";

/** What a program is made with. */
interface Compilation {
  readonly options: CompilerOptions;
  readonly host: CompilerHost;
}

/**
 * TypeScript over the cell at hand, the earlier ones and all that these import.
 *
 * The cell at hand is always the same file, so that much of one program can be kept for the next; an earlier one is
 * a file of its own, of the program as soon as something is imported from it.
 */
export class CellLanguage {
  readonly #ts: TypeScript;
  readonly #host: CellsHost;
  readonly #documents: Documents;
  /** With all declarations, and, until a cell asks for more, with few. */
  readonly #all: Compilation;
  #lean: Compilation | undefined;
  /** Path of the cell at hand. */
  readonly cell: string;
  readonly #globals: string;
  #program: Program | undefined;
  #service: LanguageService | undefined;

  constructor(ts: TypeScript, host: CellsHost) {
    this.#ts = ts;
    this.#host = host;
    this.#documents = new Documents(ts, host);
    this.#all = this.#compilation();
    this.#lean = host.lean && this.#compilation(host.lean);
    this.cell = pathOfCell(host.folder, "this");
    this.#globals = pathOfCell(host.folder, "global");
  }

  /**
   * Makes a cell the one at hand.
   *
   * @param text as the compiler is to read it
   * @param globals declarations of earlier cells within `declare global`
   */
  open(text: string, globals: string): void {
    this.#documents.set(this.cell, text);
    this.#documents.set(this.#globals, `export {};\ndeclare global {\n${globals}\n}\n`);
  }

  /** Whether the declarations that are read are all that a cell asks for. */
  suffices({ uses, modules }: CellSyntax): boolean {
    return this.#lean === undefined || this.#host.lean!.suffices(uses, modules);
  }

  /** Has all declarations from now on. @returns whether there are more now */
  readAll(): boolean {
    if (this.#lean === undefined) return false;
    this.#lean = undefined;
    this.#program = undefined;
    return true;
  }

  /** Reads what may be asked for later, file by file. */
  *readAhead(): Generator<void, void> {
    for (const path of this.#host.lean?.others ?? []) {
      this.#documents.parsed(path, this.#ts.ScriptTarget.ES2022);
      yield;
    }
  }

  /** The program of what is open, new at each call. */
  program(): Program {
    const { createProgram } = this.#ts;
    const oldProgram = this.#program;
    this.#program = undefined; // Should it fail, nothing rests on it.
    this.#program = createProgram({ rootNames: this.#roots, ...(this.#lean ?? this.#all), ...(oldProgram && { oldProgram }) });
    return this.#program;
  }

  /** The language service of what is open. */
  get service(): LanguageService {
    const service: LanguageServiceHost = {
      ...(this.#all.host as CompilerHost & LanguageServiceHost),
      // A service has ways of its own to these.
      getCompilationSettings: () => this.#all.options,
      getScriptFileNames: () => this.#roots,
      getScriptVersion: (path) => this.#documents.version(path),
      getScriptSnapshot: (path) => this.#documents.snapshot(path),
    };
    this.#service ??= this.#ts.createLanguageService(service, this.#documents.registry());
    return this.#service;
  }

  /** Has the documentation of what stands at a position. @returns whether there may be more now */
  document(position: number): boolean {
    const definitions = this.service.getDefinitionAtPosition(this.cell, position) ?? [];
    return definitions.filter(({ fileName }) => this.#documents.document(fileName)).length > 0;
  }

  keep(number: number, text: string): void {
    this.#documents.set(pathOfCell(this.#host.folder, number), text);
  }

  /** @param path that other cells import it by */
  setModule(path: string, text: string): void {
    this.#documents.set(path, text);
  }

  /** Whether a file was written in a cell. */
  isCell(path: string): boolean {
    return this.#documents.isCell(path);
  }

  /** The files of the notebook's folder that a program has. */
  localFiles(program: Program): SourceFile[] {
    const { folder } = this.#host;
    return program.getSourceFiles().filter((file) => {
      const { fileName, isDeclarationFile } = file;
      const isLocal = fileName.startsWith(`${folder}/`) && !program.isSourceFileFromExternalLibrary(file);
      return isLocal && !isDeclarationFile && !fileName.endsWith(".json") && !fileName.startsWith(`${folder}/${CELL}`);
    });
  }

  get #roots(): string[] {
    return [this.#globals, this.cell];
  }

  #compilation(lean?: LeanDeclarations): Compilation {
    const options = optionsOf(this.#ts, this.#host, lean);
    return { options, host: this.#hostOfPrograms(options, lean?.unread) };
  }

  #hostOfPrograms(options: CompilerOptions, unread?: ReadonlySet<string>): CompilerHost {
    const [ts, host, documents] = [this.#ts, this.#host, this.#documents];
    // For the question of which package a file is of, asked for each file again and again.
    const packages = ts.createModuleResolutionCache(host.folder, (path) => path, options);
    const compilerHost: CompilerHost = {
      getSourceFile: (path, options) => documents.parsed(path, options),
      getDefaultLibFileName: () => `${host.libraries}/lib.d.ts`,
      getCurrentDirectory: () => host.folder,
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      writeFile: () => {},
      fileExists: (path) => documents.has(path),
      directoryExists: (path) => host.directoryExists(path),
      readFile: (path) => documents.text(path),
      realpath: (path) => (documents.isCell(path) ? path : host.realpath(path)),
      // What one program has missed may be there for the next.
      hasInvalidatedResolutions: (path) => documents.mayChange(path),
      getModuleResolutionCache: () => packages,
      resolveModuleNameLiterals: (names, from) => names.map(({ text }) => modules.module(text, from)),
      resolveTypeReferenceDirectiveReferences: (names, from) => names.map((name) => modules.types(typeof name === "string" ? name : name.fileName, from)),
    };
    const modules = new ModuleNames(ts, host, compilerHost, options, unread);
    return compilerHost;
  }
}

function optionsOf(ts: TypeScript, host: CellsHost, lean?: LeanDeclarations): CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    lib: [...(lean ?? host).lib],
    types: lean ? [] : [...host.types],
    typeRoots: [...host.typeRoots],
    // TypeScript would look for each of its libraries among the packages.
    libReplacement: false,
    esModuleInterop: true,
    resolveJsonModule: true,
    experimentalDecorators: true,
    preserveConstEnums: true,
    jsx: ts.JsxEmit.React,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
    outDir: `${host.folder}/cell:out`,
    rootDir: host.folder,
  };
}
