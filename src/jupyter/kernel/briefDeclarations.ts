import { readFileSync } from "node:fs";

/** Seen from the sources as from what is built of them. */
const FILE = new URL("../../../dist/bundle/declarations.json", import.meta.url);

/**
 * The declarations that every cell is compiled with, without comments, which are most of them: as the build has left them.
 *
 * @param folders of packages by the names that the build knows them by
 * @returns texts by path
 */
export function briefDeclarations(folders: Readonly<Record<"typescript/lib" | "@types/node", string>>): ReadonlyMap<string, string> {
  const texts = JSON.parse(readFileSync(FILE, "latin1")) as Readonly<Record<keyof typeof folders, Readonly<Record<string, string>>>>;
  const names = Object.keys(folders) as (keyof typeof folders)[];
  return new Map(names.flatMap((name) => Object.entries(texts[name]).map(([path, text]) => [`${folders[name]}/${path}`, text] as const)));
}
