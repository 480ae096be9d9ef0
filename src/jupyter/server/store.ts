/** Where files are kept: a folder of the disk, or whatever else can hold them. */

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
  /** In bytes; 0 for a folder. */
  readonly size: number;
  readonly created: Date;
  readonly modified: Date;
  readonly writable: boolean;
}

/** Paths are names joined by slashes, without a dot among the segments; the store's own folder is "". */
export interface Store {
  /** Null if nothing is there. */
  look(path: string): Promise<Entry | null>;
  /** What the folder holds, in no order. */
  list(path: string): Promise<Entry[]>;
  read(path: string): Promise<Uint8Array>;
  /** All or nothing: what was there stays until the new content is safe. Makes missing folders. */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Makes missing folders; replaces nothing. */
  move(from: string, to: string): Promise<void>;
  /** A file, or a folder with nothing in it. */
  remove(path: string): Promise<void>;
}
