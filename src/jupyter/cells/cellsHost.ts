/** What cells need of where they live: Node's files, or those of a page. Paths are absolute, with `/`. */
export interface CellsHost {
  /** The notebook's folder. */
  readonly folder: string;
  /** The folder of TypeScript's own declarations, such as `lib.es2022.d.ts`. */
  readonly libraries: string;
  /** Those of them that cells are compiled with. */
  readonly lib: readonly string[];
  /** Packages of types whose global names cells have, and the folders they are looked for in. */
  readonly types: readonly string[];
  readonly typeRoots: readonly string[];
  /** Modules that are the same from everywhere: files of declarations, or undefined for what the types declare by its name. */
  readonly modules: ReadonlyMap<string, string | undefined>;
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  readFile(path: string): string | undefined;
  /** A file of declarations without its comments, each in its line, where the host has it so. */
  readBriefly?(path: string): string | undefined;
  /** What is enough for most cells; default all, from the first cell on. */
  readonly lean?: LeanDeclarations;
  realpath(path: string): string;
  /** Another text once the file of a notebook has changed. */
  stamp(path: string): string;
}

/**
 * Declarations that are read in half of the time. A cell has the same types from them as from all there are, as it uses
 * nothing that the others declare: that is for `suffices` to know.
 */
export interface LeanDeclarations {
  /** In place of `lib` and `types`. */
  readonly lib: readonly string[];
  /** Packages whose declarations stay unread. */
  readonly unread: ReadonlySet<string>;
  /** Files that all there are takes beyond these, to be read while nobody waits. */
  readonly others: readonly string[];
  /**
   * @param names that a cell uses
   * @param modules that it may load
   */
  suffices(names: ReadonlySet<string>, modules: ReadonlySet<string>): boolean;
}
