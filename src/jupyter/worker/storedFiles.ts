/** The files of the page as cells see them, by absolute path, and which of them cells have changed. */
export class StoredFiles extends Map<string, Uint8Array> {
  readonly #changed = new Set<string>();

  /** @param stored files by their paths in the store */
  constructor(stored: ReadonlyMap<string, Uint8Array>) {
    super();
    for (const [path, bytes] of stored) this.take(path, bytes);
  }

  /** Takes what the store has; null for what it has no more. */
  take(path: string, bytes: Uint8Array | null): void {
    if (bytes === null) super.delete(`/${path}`);
    else super.set(`/${path}`, bytes);
  }

  override set(path: string, bytes: Uint8Array): this {
    this.#changed.add(path);
    return super.set(path, bytes);
  }

  override delete(path: string): boolean {
    this.#changed.add(path);
    return super.delete(path);
  }

  /** What cells have written or removed since the last call, by its path in the store. */
  takeChanges(): [path: string, bytes: Uint8Array | null][] {
    const paths = [...this.#changed];
    this.#changed.clear();
    return paths.map((path) => [path.slice(1), this.get(path) ?? null]);
  }

  text(path: string): string | undefined {
    const bytes = this.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }
}
