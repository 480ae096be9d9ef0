/** The order in which notebooks are meant to be read. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/**
 * Compares names of notebooks: those of the folder itself before those of folders in it, and within
 * a folder as the list `notebooks` in package.json beside them says, then by name.
 *
 * @param folder absolute path of the folder of notebooks
 * @returns what `sort` takes, for names such as `two_layer_net` and `ko/two_layer_net`
 */
export function readingOrder(folder: string): (a: string, b: string) => number {
  const listed = listedNotebooks(join(folder, "package.json"));
  const place = (name: string) => {
    const index = listed.indexOf(posix.basename(name));
    return index < 0 ? listed.length : index;
  };
  const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return (a, b) =>
    a.split("/").length - b.split("/").length ||
    byText(posix.dirname(a), posix.dirname(b)) ||
    place(a) - place(b) ||
    byText(a, b);
}

function listedNotebooks(manifest: string): readonly string[] {
  if (!existsSync(manifest)) return [];
  const { notebooks } = JSON.parse(readFileSync(manifest, "utf8").replace(/^\ufeff/, "")) as { notebooks?: readonly string[] };
  return notebooks ?? [];
}
