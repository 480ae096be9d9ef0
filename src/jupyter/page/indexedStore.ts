/** A store in the browser: IndexedDB, which keeps its files for the pages of one site. */
import { folderOf, nameOf } from "../server/contents/place.js";
import { Refusal } from "../server/request.js";
import type { Entry, Store } from "../server/store.js";

/** What is known of a file or folder; its bytes lie apart, so that a list does not read them. */
interface Kept {
  readonly kind: "file" | "folder";
  readonly size: number;
  readonly created: Date;
  readonly modified: Date;
}

const VERSION = 1;
const INSUFFICIENT_STORAGE = 507;

export class IndexedStore implements Store {
  private readonly database: IDBDatabase;
  private readonly entries: string;
  private readonly bytes: string;

  private constructor(database: IDBDatabase, name: string) {
    this.database = database;
    this.entries = `${name} entries`;
    this.bytes = `${name} bytes`;
  }

  /**
   * Opens the stores of these names in one database.
   *
   * @throws {Error} if the browser keeps nothing for this page, as in some private windows
   */
  static async open<Name extends string>(database: string, names: readonly Name[]): Promise<Record<Name, IndexedStore>> {
    const opening = indexedDB.open(database, VERSION);
    opening.onupgradeneeded = () => {
      for (const name of names) for (const part of ["entries", "bytes"]) opening.result.createObjectStore(`${name} ${part}`);
    };
    const opened = await done(opening);
    // A page of a later version must not wait for this one.
    opened.onversionchange = () => opened.close();
    return Object.fromEntries(names.map((name) => [name, new IndexedStore(opened, name)])) as Record<Name, IndexedStore>;
  }

  async look(path: string): Promise<Entry | null> {
    if (path === "") return entryOf("", { kind: "folder", size: 0, created: new Date(0), modified: new Date(0) });
    const kept = await this.read1<Kept>(this.entries, path);
    return kept === undefined ? null : entryOf(path, kept);
  }

  async list(path: string): Promise<Entry[]> {
    const entries = this.database.transaction(this.entries).objectStore(this.entries);
    const [keys, all] = await Promise.all([done(entries.getAllKeys(inside(path))), done(entries.getAll(inside(path)))]);
    return (keys as string[]).flatMap((key, index) => (folderOf(key) === path ? [entryOf(key, all[index] as Kept)] : []));
  }

  async read(path: string): Promise<Uint8Array> {
    const bytes = await this.read1<Uint8Array>(this.bytes, path);
    if (bytes === undefined) throw new Refusal(404, `no file is at ${path}`);
    return bytes;
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const old = await this.look(path);
    const modified = new Date();
    await this.change(path, ({ entries, contents }) => {
      makeFolders(entries, folderOf(path));
      entries.put({ kind: "file", size: bytes.length, created: old?.created ?? modified, modified } satisfies Kept, path);
      contents.put(bytes, path);
    });
  }

  async makeFolder(path: string): Promise<void> {
    await this.change(path, ({ entries }) => makeFolders(entries, path));
  }

  async move(from: string, to: string): Promise<void> {
    const all = this.database.transaction([this.entries, this.bytes]);
    const keys = [from, ...((await done(all.objectStore(this.entries).getAllKeys(inside(from)))) as string[])];
    const read = (name: string) => Promise.all(keys.map((key) => done(all.objectStore(name).get(key))));
    const [kept, bytes] = await Promise.all([read(this.entries), read(this.bytes)]);
    await this.change(to, ({ entries, contents }) => {
      makeFolders(entries, folderOf(to));
      for (const [index, key] of keys.entries()) {
        const target = to + key.slice(from.length);
        entries.delete(key);
        contents.delete(key);
        entries.put(kept[index], target);
        if (bytes[index] !== undefined) contents.put(bytes[index], target);
      }
    });
  }

  async remove(path: string): Promise<void> {
    await this.change(path, ({ entries, contents }) => {
      entries.delete(path);
      contents.delete(path);
    });
  }

  private read1<Value>(store: string, path: string): Promise<Value | undefined> {
    return done(this.database.transaction(store).objectStore(store).get(path) as IDBRequest<Value | undefined>);
  }

  /** All of it or nothing, and on the disk when it is done. */
  private async change(path: string, work: (stores: { entries: IDBObjectStore; contents: IDBObjectStore }) => void): Promise<void> {
    try {
      const transaction = this.database.transaction([this.entries, this.bytes], "readwrite", { durability: "strict" });
      const finished = ended(transaction);
      work({ entries: transaction.objectStore(this.entries), contents: transaction.objectStore(this.bytes) });
      await finished;
    } catch (error) {
      throw unkept(path, error as DOMException | null);
    }
  }
}

/** Puts the folder and those that it lies in where there are none. */
function makeFolders(entries: IDBObjectStore, path: string): void {
  const now = new Date();
  for (let folder = path; folder !== ""; folder = folderOf(folder)) {
    const asked = entries.getKey(folder);
    const missing = folder;
    asked.onsuccess = () => {
      if (asked.result === undefined) entries.put({ kind: "folder", size: 0, created: now, modified: now } satisfies Kept, missing);
    };
  }
}

/** The keys of all that lies below a folder. */
function inside(folder: string): IDBKeyRange | undefined {
  return folder === "" ? undefined : IDBKeyRange.bound(`${folder}/`, `${folder}/\uffff`);
}

function entryOf(path: string, { kind, size, created, modified }: Kept): Entry {
  return { name: nameOf(path), kind, size, created, modified, writable: true };
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function unkept(path: string, error: DOMException | null): Error {
  if (error?.name !== "QuotaExceededError") return new Refusal(500, `the browser did not keep ${path}: ${error?.message ?? "no reason is known"}; download it`);
  return new Refusal(
    INSUFFICIENT_STORAGE,
    `the browser has no room left to keep ${path}: download it now, then delete files here that you no longer need, or clear what other sites keep`,
  );
}
