/** A store that begins with the files of a site: each is read from there until it is written here. */
import { nameOf, folderOf } from "../server/contents/place.js";
import { Refusal } from "../server/request.js";
import type { Entry, Store } from "../server/store.js";

/** A file as it was given out. */
export interface Seed {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly modified: Date;
  read(): Promise<Uint8Array>;
}

const FILE = "removed.json";

/**
 * What the reader has not touched is the site's of today; what he has written is his own, whatever the site becomes.
 */
export class SeededStore implements Store {
  private readonly store: Store;
  private readonly own: Store;
  private readonly seeds: ReadonlyMap<string, Seed>;

  /** @param own remembers which seeds were removed */
  constructor(store: Store, own: Store, seeds: readonly Seed[]) {
    this.store = store;
    this.own = own;
    this.seeds = new Map(seeds.map((seed) => [seed.path, seed]));
  }

  async look(path: string): Promise<Entry | null> {
    const there = path === "" ? null : await this.store.look(path);
    if (there !== null) return there;
    return this.entryAt(path, await this.removed()) ?? (path === "" ? this.store.look(path) : null);
  }

  async list(path: string): Promise<Entry[]> {
    const [there, removed] = [await this.store.list(path), await this.removed()];
    const names = new Set(there.map(({ name }) => name));
    const prefix = path === "" ? "" : `${path}/`;
    const below = this.left(removed).filter((seed) => seed.path.startsWith(prefix)).map((seed) => seed.path.slice(prefix.length).split("/")[0]!);
    const more = [...new Set(below)].filter((name) => !names.has(name));
    return [...there, ...more.flatMap((name) => this.entryAt(prefix + name, removed) ?? [])];
  }

  async read(path: string): Promise<Uint8Array> {
    if ((await this.store.look(path)) !== null) return this.store.read(path);
    const seed = this.seeds.get(path);
    if (seed === undefined || (await this.removed()).has(path)) throw new Refusal(404, `no file is at ${path}`);
    return seed.read();
  }

  write(path: string, bytes: Uint8Array | string): Promise<void> {
    return this.store.write(path, bytes);
  }

  makeFolder(path: string): Promise<void> {
    return this.store.makeFolder(path);
  }

  async move(from: string, to: string): Promise<void> {
    const removed = await this.removed();
    const moving = this.left(removed).filter(({ path }) => path === from || path.startsWith(`${from}/`));
    for (const { path, read } of moving) if ((await this.store.look(path)) === null) await this.store.write(path, await read());
    await this.store.move(from, to);
    if (moving.length > 0) await this.remember([...removed, ...moving.map(({ path }) => path)]);
  }

  async remove(path: string): Promise<void> {
    if (this.seeds.has(path)) await this.remember([...(await this.removed()), path]);
    if ((await this.store.look(path)) !== null) await this.store.remove(path);
  }

  private left(removed: ReadonlySet<string>): Seed[] {
    return [...this.seeds.values()].filter(({ path }) => !removed.has(path));
  }

  private entryAt(path: string, removed: ReadonlySet<string>): Entry | undefined {
    const seed = this.seeds.get(path);
    if (seed !== undefined && !removed.has(path)) return { name: nameOf(path), kind: "file", size: seed.size, created: seed.modified, modified: seed.modified, writable: true };
    const first = this.left(removed).find((inside) => folderOf(inside.path) === path || folderOf(inside.path).startsWith(`${path}/`));
    return first && { name: nameOf(path), kind: "folder", size: 0, created: first.modified, modified: first.modified, writable: true };
  }

  /** Read anew each time: another page may have removed one. */
  private async removed(): Promise<ReadonlySet<string>> {
    if ((await this.own.look(FILE)) === null) return new Set();
    return new Set(JSON.parse(new TextDecoder().decode(await this.own.read(FILE))) as string[]);
  }

  private async remember(paths: readonly string[]): Promise<void> {
    await this.own.write(FILE, JSON.stringify([...new Set(paths)]));
  }
}
