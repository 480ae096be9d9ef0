/** The reader's own images, kept by the browser: in a database of their own, because they are as much as all else a hundred times. */
import type { ImageFiles } from "./upload.js";

const VERSION = 1;
const STORE = "images";
const OWN = "own";

export class KeptImages {
  private readonly name: string;

  /** @param name of the database */
  constructor(name: string) {
    this.name = name;
  }

  read(): Promise<ImageFiles | undefined> {
    return this.ask("readonly", (store) => store.get(OWN) as IDBRequest<ImageFiles | undefined>);
  }

  /** All of them or none: without room for them, those that were there stay. */
  async write(images: ImageFiles): Promise<void> {
    await this.ask("readwrite", (store) => store.put(images, OWN));
  }

  async remove(): Promise<void> {
    await this.ask("readwrite", (store) => store.delete(OWN));
  }

  /** Opened for each question: nobody who has the page open stands in the way of a later version. */
  private async ask<Value>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
    const database = await this.open();
    try {
      return await new Promise<Value>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode, { durability: "strict" });
        const request = question(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? request.error);
      });
    } finally {
      database.close();
    }
  }

  private open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(this.name, VERSION);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  }
}
