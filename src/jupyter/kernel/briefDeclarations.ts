import { readFileSync } from "node:fs";

/** Seen from the sources as from what is built of them. */
const FILE = new URL("../../../dist/bundle/declarations.json", import.meta.url);

/** By the names that the build knows them by. */
export type Folders = Readonly<Record<"typescript/lib" | "@types/node", string>>;

export interface BriefDeclarations {
  /** All that cells may be compiled with, without comments, which are most of it: texts by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is enough for most cells. */
  readonly lean: LeanNames;
}

export interface LeanNames {
  /** Those declarations of a page that the library's own lead to. */
  readonly page: string;
  /** What else a page declares, and all that Node does. */
  readonly types: readonly string[];
  /** Variables and functions of a page. */
  readonly values: readonly string[];
  /** Names of the library that lead to the package that is left out. */
  readonly heavy: readonly string[];
}

/** The declarations as the build has left them. */
export function briefDeclarations(folders: Folders): BriefDeclarations {
  const { common, lean } = JSON.parse(readFileSync(FILE, "latin1")) as { common: Readonly<Record<keyof Folders, Readonly<Record<string, string>>>>; lean: LeanNames };
  const names = Object.keys(folders) as (keyof Folders)[];
  const texts = new Map(names.flatMap((name) => Object.entries(common[name]).map(([path, text]) => [`${folders[name]}/${path}`, text] as const)));
  return { texts, lean };
}
