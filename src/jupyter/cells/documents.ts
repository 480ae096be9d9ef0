import type { CreateSourceFileOptions, DocumentRegistry, DocumentRegistryBucketKey, IScriptSnapshot, ScriptTarget, SourceFile } from "typescript";
import type { CellsHost } from "./cellsHost.js";
import type { TypeScript } from "./typescript.js";

/** What every cell is compiled with and few ask about: its documentation is read once somebody does. */
const COMMON = /\/typescript\/lib\/lib\.|\/@types\/node\//;
/** What begins documentation; a star less, it is a comment of the same length, which the compiler passes over. */
const DOCUMENTATION = /\/\*\*(?!\/)/g;

interface Document {
  readonly version: string;
  readonly snapshot: IScriptSnapshot;
  parsed?: SourceFile;
}

/** The texts that the compiler reads, each parsed once: cells, files of the notebook's folder, declarations. */
export class Documents {
  readonly #ts: TypeScript;
  readonly #host: CellsHost;
  /** What was written in cells. */
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  readonly #documents = new Map<string, Document>();
  readonly #documented = new Set<string>();

  constructor(ts: TypeScript, host: CellsHost) {
    this.#ts = ts;
    this.#host = host;
  }

  /** Makes a text the one of a file. */
  set(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
  }

  /** Whether a file was written in a cell. */
  isCell(path: string): boolean {
    return this.#texts.has(path);
  }

  has(path: string): boolean {
    return this.#texts.has(path) || (this.#documents.has(path) && !this.mayChange(path)) || this.#host.fileExists(path);
  }

  text(path: string): string | undefined {
    const isBrief = COMMON.test(path) && !this.#documented.has(path);
    const text = this.#texts.get(path) ?? (isBrief ? this.#host.readBriefly?.(path) : undefined) ?? this.#host.readFile(path);
    return isBrief ? text?.replace(DOCUMENTATION, "/* ") : text;
  }

  /** Reads the documentation in a file too. @returns whether there is more now */
  document(path: string): boolean {
    if (!COMMON.test(path) || this.#documented.has(path)) return false;
    this.#documented.add(path);
    return true;
  }

  version(path: string): string {
    const own = this.#versions.get(path);
    if (own !== undefined) return `${own}`;
    return this.mayChange(path) ? this.#host.stamp(path) : `${this.#documented.has(path)}`;
  }

  snapshot(path: string): IScriptSnapshot | undefined {
    return this.#document(path)?.snapshot;
  }

  parsed(path: string, options: ScriptTarget | CreateSourceFileOptions): SourceFile | undefined {
    const document = this.#document(path);
    if (!document) return undefined;
    document.parsed ??= this.#parse(path, document, options);
    return document.parsed;
  }

  /** For a language service, which then has the same files. */
  registry(): DocumentRegistry {
    const parsed = (path: string, options: ScriptTarget | CreateSourceFileOptions | undefined): SourceFile =>
      this.parsed(path, options ?? this.#ts.ScriptTarget.ES2022)!;
    const withKey: DocumentRegistry["acquireDocumentWithKey"] = (path, ...[, , , , , , options]) => parsed(path, options);
    const without: DocumentRegistry["acquireDocument"] = (path, ...[, , , , options]) => parsed(path, options);
    return {
      acquireDocument: without,
      acquireDocumentWithKey: withKey,
      updateDocument: without,
      updateDocumentWithKey: withKey,
      getKeyForCompilationSettings: () => "" as DocumentRegistryBucketKey,
      releaseDocument: () => {},
      releaseDocumentWithKey: () => {},
      reportStats: () => "",
    };
  }

  /** Packages and the compiler's own declarations stay as they are. */
  mayChange(path: string): boolean {
    return !path.includes("/node_modules/") && !path.endsWith(".d.ts");
  }

  #document(path: string): Document | undefined {
    const version = this.version(path);
    const before = this.#documents.get(path);
    if (before?.version === version) return before;
    const text = this.text(path);
    if (text === undefined) return undefined;
    const document = { version, snapshot: this.#ts.ScriptSnapshot.fromString(text) };
    this.#documents.set(path, document);
    return document;
  }

  #parse(path: string, { version, snapshot }: Document, options: ScriptTarget | CreateSourceFileOptions): SourceFile {
    const file = this.#ts.createSourceFile(path, snapshot.getText(0, snapshot.getLength()), options);
    // By these the language service knows whether a file is still as it was.
    return Object.assign(file, { version, scriptSnapshot: snapshot });
  }
}
