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
  realpath(path: string): string;
  /** Another text once the file of a notebook has changed. */
  stamp(path: string): string;
}
