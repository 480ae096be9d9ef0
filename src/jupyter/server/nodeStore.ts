/** A store that is a folder of the disk. */
import { constants } from "node:fs";
import { access, lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { Refusal } from "./request.js";
import type { Entry, Store } from "./store.js";

export class NodeStore implements Store {
  readonly folder: string;

  /** @param folder absolute path; it need not be there yet */
  constructor(folder: string) {
    this.folder = folder;
  }

  async look(path: string): Promise<Entry | null> {
    const place = await this.place(path);
    return entryOf(place, basename(path));
  }

  async list(path: string): Promise<Entry[]> {
    const place = await this.place(path);
    const entries = (await readdir(place)).map(async (name) => {
      // A link may lead out of the folder, or nowhere.
      const inside = await this.place(path === "" ? name : `${path}/${name}`).catch(() => null);
      return inside === null ? null : entryOf(inside, name);
    });
    return (await Promise.all(entries)).filter((entry) => entry !== null);
  }

  async read(path: string): Promise<Uint8Array> {
    return readFile(await this.place(path));
  }

  async write(path: string, bytes: Uint8Array | string): Promise<void> {
    writeFileAtomic(await this.place(path), bytes);
  }

  async makeFolder(path: string): Promise<void> {
    await mkdir(await this.place(path), { recursive: true });
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [await this.place(from), await this.place(to)];
    await mkdir(dirname(target), { recursive: true });
    await rename(source, target);
  }

  async remove(path: string): Promise<void> {
    const place = await this.place(path);
    if ((await lstat(place)).isDirectory()) await rmdir(place);
    else await rm(place);
  }

  /**
   * The real path, with every link on the way followed.
   *
   * @throws {Refusal} 404 if it lies outside of the folder
   */
  async place(path: string): Promise<string> {
    const folder = await realpath(this.folder).catch(() => this.folder);
    const place = await deepestReal(join(folder, ...path.split("/")));
    if (place !== folder && !place.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw new Refusal(404, `nothing is at ${path}`);
    return place;
  }
}

/** As `realpath`, for a path whose end need not be there. A link that leads nowhere is none that may be written through. */
async function deepestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const isLink = await lstat(path).then((found) => found.isSymbolicLink(), () => false);
    if (isLink || dirname(path) === path) throw new Refusal(404, `nothing is at ${path}: ${(error as Error).message}`);
    return join(await deepestReal(dirname(path)), basename(path));
  }
}

async function entryOf(place: string, name: string): Promise<Entry | null> {
  const found = await stat(place).catch(() => null);
  if (found === null || !(found.isFile() || found.isDirectory())) return null;
  const writable = await access(place, constants.W_OK).then(() => true, () => false);
  return {
    name,
    kind: found.isFile() ? "file" : "folder",
    size: found.isFile() ? found.size : 0,
    created: found.birthtimeMs > 0 ? found.birthtime : found.mtime,
    modified: found.mtime,
    writable,
  };
}
