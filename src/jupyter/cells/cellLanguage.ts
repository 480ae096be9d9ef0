import type { CompilerOptions, IScriptSnapshot, LanguageService, LanguageServiceHost, Program, SourceFile } from "typescript";
import type { CellsHost } from "./cellsHost.js";
import { ModuleNames, pathOfCell } from "./moduleNames.js";
import type { TypeScript } from "./typescript.js";

/**
 * TypeScript's language service over the cell at hand, the earlier ones and all that these import.
 *
 * The cell at hand is always the same file, so that much of one program can be kept for the next; an earlier one is
 * a file of its own as soon as something is imported from it.
 */
export class CellLanguage {
  readonly #ts: TypeScript;
  readonly #host: CellsHost;
  /** The cell at hand, what cells have declared global, earlier cells and those that stand for modules. */
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  /** Files as they were last read. */
  readonly #read = new Map<string, { version: string; snapshot: IScriptSnapshot }>();
  readonly #cell: string;
  readonly #globals: string;
  readonly #options: CompilerOptions;
  readonly #modules: ModuleNames;
  readonly service: LanguageService;

  constructor(ts: TypeScript, host: CellsHost) {
    this.#ts = ts;
    this.#host = host;
    this.#cell = pathOfCell(host.folder, "this");
    this.#globals = pathOfCell(host.folder, "global");
    this.#options = optionsOf(ts, host);
    this.set(this.#cell, "");
    this.declareGlobal("");
    const service = this.#serviceHost();
    this.#modules = new ModuleNames(ts, host, service, this.#options);
    this.service = ts.createLanguageService(service, ts.createDocumentRegistry(true, host.folder));
  }

  /** Path of the cell at hand. */
  get cell(): string {
    return this.#cell;
  }

  get program(): Program {
    return this.service.getProgram()!;
  }

  /** Makes a text the one of a file. */
  set(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
  }

  setEarlier(number: number, text: string): void {
    this.set(pathOfCell(this.#host.folder, number), text);
  }

  /** @param declarations within `declare global` */
  declareGlobal(declarations: string): void {
    this.set(this.#globals, `export {};\ndeclare global {\n${declarations}\n}\n`);
  }

  /** Whether a file was written in a cell, also one that stands for a module. */
  isCell(path: string): boolean {
    return this.#texts.has(path);
  }

  /** The files of the notebook's folder that the cell at hand and those before it import. */
  localFiles(program = this.program): SourceFile[] {
    const isLocal = ({ fileName, isDeclarationFile }: SourceFile): boolean =>
      !isDeclarationFile && !fileName.endsWith(".json") && !fileName.startsWith(`${this.#host.folder}/cell:`);
    return program.getSourceFiles().filter(isLocal);
  }

  #serviceHost(): LanguageServiceHost {
    const host = this.#host;
    return {
      getCompilationSettings: () => this.#options,
      getScriptFileNames: () => [this.#globals, this.#cell],
      getScriptVersion: (path) => this.#version(path),
      getScriptSnapshot: (path) => this.#snapshot(path),
      getCurrentDirectory: () => host.folder,
      getDefaultLibFileName: () => `${host.libraries}/lib.d.ts`,
      fileExists: (path) => this.#texts.has(path) || this.#read.has(path) && !this.#mayChange(path) || host.fileExists(path),
      directoryExists: (path) => host.directoryExists(path),
      readFile: (path) => this.#texts.get(path) ?? host.readFile(path),
      realpath: (path) => (this.#texts.has(path) ? path : host.realpath(path)),
      useCaseSensitiveFileNames: () => true,
      resolveModuleNameLiterals: (names, from) => names.map(({ text }) => this.#modules.module(text, from)),
      resolveTypeReferenceDirectiveReferences: (names, from) => names.map((name) => this.#modules.types(typeof name === "string" ? name : name.fileName, from)),
    };
  }

  #mayChange(path: string): boolean {
    return !path.includes("/node_modules/") && !path.endsWith(".d.ts");
  }

  #version(path: string): string {
    const own = this.#versions.get(path);
    if (own !== undefined) return `${own}`;
    return this.#mayChange(path) ? this.#host.stamp(path) : "1";
  }

  #snapshot(path: string): IScriptSnapshot | undefined {
    const version = this.#version(path);
    const before = this.#read.get(path);
    if (before?.version === version) return before.snapshot;
    const text = this.#texts.get(path) ?? this.#host.readFile(path);
    if (text === undefined) return undefined;
    const snapshot = this.#ts.ScriptSnapshot.fromString(text);
    this.#read.set(path, { version, snapshot });
    return snapshot;
  }
}

function optionsOf(ts: TypeScript, host: CellsHost): CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    lib: [...host.lib],
    types: [...host.types],
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
