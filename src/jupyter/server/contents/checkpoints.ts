/** One earlier state of each file, kept apart from the files themselves. */
import { Refusal } from "../request.js";
import type { Store } from "../store.js";

const ID = "checkpoint";
const FOLDER = "checkpoints";

export interface Checkpoint {
  readonly id: string;
  readonly last_modified: string;
}

export class Checkpoints {
  private readonly files: Store;
  private readonly own: Store;

  /** @param own the store of the server's own files */
  constructor(files: Store, own: Store) {
    this.files = files;
    this.own = own;
  }

  async list(path: string): Promise<Checkpoint[]> {
    const entry = await this.own.look(kept(path));
    return entry === null ? [] : [{ id: ID, last_modified: entry.modified.toISOString() }];
  }

  async create(path: string): Promise<Checkpoint> {
    if ((await this.files.look(path))?.kind !== "file") throw new Refusal(404, `no file is at ${path}`);
    await this.own.write(kept(path), await this.files.read(path));
    const [checkpoint] = await this.list(path);
    return checkpoint!;
  }

  async restore(path: string, id: string): Promise<void> {
    await this.expect(path, id);
    await this.files.write(path, await this.own.read(kept(path)));
  }

  async remove(path: string, id: string): Promise<void> {
    await this.expect(path, id);
    await this.own.remove(kept(path));
  }

  /** Follows a file to its new path. That of a file that is deleted stays: it may have been deleted by mistake. */
  async move(from: string, to: string): Promise<void> {
    if ((await this.own.look(kept(from))) === null) return;
    if ((await this.own.look(kept(to)))?.kind === "file") await this.own.remove(kept(to));
    await this.own.move(kept(from), kept(to));
  }

  private async expect(path: string, id: string): Promise<void> {
    if ((await this.list(path)).every((checkpoint) => checkpoint.id !== id)) throw new Refusal(404, `${path} has no checkpoint ${id}`);
  }
}

function kept(path: string): string {
  return `${FOLDER}/${path}`;
}
