/** The files in a folder of hand-ins, and whose each is. */
import { createHash } from "node:crypto";
import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** A file that was handed in. */
export interface HandInFile {
  /** With slashes, in the folder. */
  readonly path: string;
  /** The folder that it lies in, if there is one of its own for each student. */
  readonly owner: string | null;
}

const HANDED_IN = /\.(zip|ipynb)$/i;
/** What a hand-in is called that does not say whose it is. */
const NAMELESS = /^(submission|exercises|two_layer_net)\.(zip|ipynb)$/i;

/** Zips and notebooks, in the folder itself or one below, by name; links are not followed. */
export function handInFiles(folder: string): HandInFile[] {
  const entries = entriesOf(folder);
  const own = entries.filter((entry) => entry.isFile() && HANDED_IN.test(entry.name)).map(({ name }) => ({ path: name, owner: null }));
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).flatMap(({ name: owner }) =>
    entriesOf(join(folder, owner)).filter((entry) => entry.isFile() && HANDED_IN.test(entry.name)).map(({ name }) => ({ path: `${owner}/${name}`, owner })),
  );
  return [...own, ...below].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/** What the student is called: the folder's name, or what the hand-in says, or the file's name. */
export function studentName({ path, owner }: HandInFile, author: string | null): string {
  const file = posix.basename(path);
  const name = owner ?? author ?? file.replace(HANDED_IN, "");
  return (NAMELESS.test(name) && author !== null ? author : name).normalize("NFC").trim() || file;
}

/** A name for files: letters and digits of any script, and some of a sum of the whole where that is not all of it. */
export function idOf(written: string): string {
  const name = written.normalize("NFC");
  const plain = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);
  // the names of Windows' devices, and what differs only in what is left out or in case
  const isWhole = plain !== "" && plain === name && plain === plain.toLowerCase() && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return isWhole ? plain : `${plain || "student"}-${createHash("sha256").update(name).digest("hex").slice(0, 6)}`;
}
