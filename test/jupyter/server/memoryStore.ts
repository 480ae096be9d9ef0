/** A store that is nowhere but in memory: the routes must not know the difference. */
import type { Entry, Store } from "../../../src/jupyter/server/store.js";

export class MemoryStore implements Store {
  private readonly files = new Map<string, Uint8Array | null>([["", null]]);
  private readonly times = new Map<string, Date>();

  async look(path: string): Promise<Entry | null> {
    const bytes = this.files.get(path);
    if (bytes === undefined) return null;
    const modified = this.times.get(path) ?? new Date(0);
    return { name: path.slice(path.lastIndexOf("/") + 1), kind: bytes === null ? "folder" : "file", size: bytes?.length ?? 0, created: modified, modified, writable: true };
  }

  async list(path: string): Promise<Entry[]> {
    const inside = [...this.files.keys()].filter((key) => key !== "" && (key.includes("/") ? key.slice(0, key.lastIndexOf("/")) : "") === path);
    return Promise.all(inside.map(async (key) => (await this.look(key))!));
  }

  async read(path: string): Promise<Uint8Array> {
    return this.files.get(path)!;
  }

  async write(path: string, bytes: Uint8Array | string): Promise<void> {
    if (path.includes("/")) await this.makeFolder(path.slice(0, path.lastIndexOf("/")));
    this.files.set(path, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
    this.times.set(path, new Date());
  }

  async makeFolder(path: string): Promise<void> {
    const names = path.split("/");
    for (let depth = 1; depth <= names.length; depth++) this.files.set(names.slice(0, depth).join("/"), null);
  }

  async move(from: string, to: string): Promise<void> {
    if (to.includes("/")) await this.makeFolder(to.slice(0, to.lastIndexOf("/")));
    for (const [key, bytes] of [...this.files]) {
      if (key !== from && !key.startsWith(`${from}/`)) continue;
      this.files.delete(key);
      this.files.set(to + key.slice(from.length), bytes);
      this.times.set(to + key.slice(from.length), this.times.get(key) ?? new Date(0));
    }
  }

  async remove(path: string): Promise<void> {
    this.files.delete(path);
  }
}
