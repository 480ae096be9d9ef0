/** A store that tells of what changes in it. */
import type { Entry, Store } from "../../../jupyter/server/store.js";

/** Told of a file that is another now, or gone. */
export type Told = (path: string, bytes: Uint8Array | null) => void;

export class TellingStore implements Store {
  private readonly store: Store;
  private readonly told: Told;

  constructor(store: Store, told: Told) {
    this.store = store;
    this.told = told;
  }

  look(path: string): Promise<Entry | null> {
    return this.store.look(path);
  }

  list(path: string): Promise<Entry[]> {
    return this.store.list(path);
  }

  read(path: string): Promise<Uint8Array> {
    return this.store.read(path);
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    await this.store.write(path, content);
    this.told(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  makeFolder(path: string): Promise<void> {
    return this.store.makeFolder(path);
  }

  async move(from: string, to: string): Promise<void> {
    const files = await filesBelow(this.store, from);
    await this.store.move(from, to);
    for (const path of files) {
      this.told(path, null);
      const target = to + path.slice(from.length);
      this.told(target, await this.store.read(target));
    }
  }

  async remove(path: string): Promise<void> {
    await this.store.remove(path);
    this.told(path, null);
  }
}

/** Paths of the file, or of all files in the folder. */
export async function filesBelow(store: Store, path: string): Promise<string[]> {
  if (path !== "" && (await store.look(path))?.kind === "file") return [path];
  const entries = await store.list(path);
  const inside = entries.map(({ name, kind }) => {
    const own = path === "" ? name : `${path}/${name}`;
    return kind === "file" ? [own] : filesBelow(store, own);
  });
  return (await Promise.all(inside)).flat();
}
