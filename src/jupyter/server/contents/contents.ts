/** Files as Jupyter's clients see them: notebooks, other files and folders, read and written whole. */
import type { Cell } from "../../nbformat/notebook.js";
import { readNotebook } from "../../nbformat/readNotebook.js";
import { type Fields, isFields, Refusal } from "../request.js";
import type { Entry, Store } from "../store.js";
import { fromBase64, sha256, toBase64, utf8 } from "./bytes.js";
import { mimeType } from "./mimeType.js";
import { isHidden, nameOf } from "./place.js";
import { savedNotebook } from "./savedNotebook.js";
import type { Trust } from "./trust.js";

export type ContentType = "directory" | "file" | "notebook";

/** Every key is there, null where nothing is known: clients check that. */
export interface Model {
  name: string;
  path: string;
  type: ContentType;
  created: string;
  last_modified: string;
  mimetype: string | null;
  content: unknown;
  format: "base64" | "json" | "text" | null;
  writable: boolean;
  size: number | null;
  hash: string | null;
  hash_algorithm: string | null;
}

export interface Wanted {
  readonly content: boolean;
  readonly hash: boolean;
  /** As the client asks for it; null leaves it to the file. */
  readonly type: string | null;
  readonly format: string | null;
}

export class Contents {
  readonly store: Store;
  private readonly trust: Trust;
  private readonly unlisted: ReadonlySet<string>;

  /** @param unlisted paths that lists leave out: what is there for the notebooks, not for their reader */
  constructor(store: Store, trust: Trust, unlisted: readonly string[] = []) {
    this.store = store;
    this.trust = trust;
    this.unlisted = new Set(unlisted);
  }

  /** @throws {Refusal} 404 if nothing is there, 400 if it is of another type */
  async get(path: string, wanted: Wanted): Promise<Model> {
    const entry = await this.entry(path);
    const type = typeOf(entry, wanted.type);
    const model = modelOf(path, entry, type);
    if (type === "directory") return wanted.content ? { ...model, ...(await this.folder(path)) } : model;
    if (!wanted.content && !wanted.hash) return model;
    const bytes = await this.store.read(path);
    const hash = wanted.hash ? { hash: await sha256(bytes), hash_algorithm: "sha256" } : {};
    if (!wanted.content) return { ...model, ...hash };
    const content = type === "notebook" ? await this.notebook(path, bytes) : fileContent(path, bytes, wanted.format);
    return { ...model, ...content, ...hash };
  }

  /**
   * Writes what a client sends.
   *
   * @returns the model without content, with the hash of what was written
   * @throws {Refusal} 400 if the content is not what the type says
   */
  async save(path: string, { type, format, content }: Fields): Promise<Model> {
    if (path === "") throw new Refusal(400, "expected the path of a file, got the folder itself");
    if (type === "directory") return this.makeFolder(path);
    const there = await this.store.look(path);
    if (there?.kind === "folder") throw new Refusal(400, `expected ${path} to be a file, got a folder`);
    const bytes = type === "notebook" ? await this.notebookText(path, content) : bytesOf(content, format);
    return this.write(path, bytes);
  }

  /**
   * The text that saving a notebook would write.
   *
   * @throws {Refusal} 400 if the content is no notebook
   */
  async asSaved(path: string, content: unknown): Promise<string> {
    const isThere = (await this.store.look(path))?.kind === "file";
    const old = isThere ? new TextDecoder().decode(await this.store.read(path)) : null;
    return asked(() => savedNotebook(content, old, path));
  }

  async write(path: string, bytes: Uint8Array | string): Promise<Model> {
    await this.store.write(path, bytes);
    const entry = await this.entry(path);
    return { ...modelOf(path, entry, typeOf(entry, null)), hash: await sha256(bytes), hash_algorithm: "sha256" };
  }

  async makeFolder(path: string): Promise<Model> {
    await this.store.makeFolder(path);
    return this.get(path, { content: false, hash: false, type: "directory", format: null });
  }

  /** @throws {Refusal} 404 */
  async entry(path: string): Promise<Entry> {
    const entry = await this.store.look(path);
    if (entry === null) throw new Refusal(404, `no file or folder is at ${path}`);
    return entry;
  }

  private async folder(path: string): Promise<Pick<Model, "content" | "format">> {
    const inside = (name: string): string => (path === "" ? name : `${path}/${name}`);
    const entries = (await this.store.list(path)).filter(({ name }) => !isHidden(name) && !this.unlisted.has(inside(name)));
    const content = entries.map((entry) => modelOf(inside(entry.name), entry, typeOf(entry, null)));
    return { content: content.sort((a, b) => (a.name < b.name ? -1 : 1)), format: "json" };
  }

  /** Texts in one piece, ids that are valid, and the outputs that were made here marked as trusted. */
  private async notebook(path: string, bytes: Uint8Array): Promise<Pick<Model, "content" | "format" | "mimetype">> {
    const { metadata, cells } = asked(() => readNotebook(new TextDecoder().decode(bytes), path));
    const trusted = await this.trust.trusted(cells);
    const marked = cells.map((cell) => {
      const { trusted: _, ...own } = cell.metadata;
      return { ...cell, metadata: cell.cell_type === "code" ? { ...own, trusted: trusted.has(cell.id) } : own };
    });
    return { content: { cells: marked, metadata, nbformat: 4, nbformat_minor: 5 }, format: "json", mimetype: null };
  }

  private async notebookText(path: string, content: unknown): Promise<string> {
    const text = await this.asSaved(path, content);
    const trusted = new Set(trustedIds(content));
    await this.trust.remember(readNotebook(text, path).cells.filter(({ id }) => trusted.has(id)));
    return text;
  }
}

/** The ids of the cells that the front end trusts, as they stand in the content. */
function trustedIds(content: unknown): unknown[] {
  const cells = isFields(content) && Array.isArray(content.cells) ? (content.cells as unknown[]) : [];
  return cells.flatMap((cell) => (isFields(cell) && isFields(cell.metadata) && cell.metadata.trusted === true ? [(cell as Partial<Cell>).id] : []));
}

function modelOf(path: string, entry: Entry, type: ContentType): Model {
  return {
    name: nameOf(path),
    path,
    type,
    created: entry.created.toISOString(),
    last_modified: entry.modified.toISOString(),
    mimetype: type === "file" ? mimeType(path) : null,
    content: null,
    format: null,
    writable: entry.writable,
    size: type === "directory" ? null : entry.size,
    hash: null,
    hash_algorithm: null,
  };
}

/** @throws {Refusal} 400 for a folder that should be a file, and the other way */
function typeOf({ kind, name }: Entry, wanted: string | null): ContentType {
  if (wanted !== null && (kind === "folder") !== (wanted === "directory")) {
    throw new Refusal(400, `expected ${name} to be a ${wanted}, got a ${kind}`);
  }
  if (kind === "folder") return "directory";
  if (wanted === "file" || wanted === "notebook") return wanted;
  return name.endsWith(".ipynb") ? "notebook" : "file";
}

/** @throws {Refusal} 400 if text is asked for and it is none */
function fileContent(path: string, bytes: Uint8Array, format: string | null): Pick<Model, "content" | "format" | "mimetype"> {
  const text = format === "base64" ? null : utf8(bytes);
  if (text === null && format === "text") throw new Refusal(400, `expected ${path} to be text in UTF-8, got other bytes`);
  if (text === null) return { content: toBase64(bytes), format: "base64", mimetype: mimeType(path) ?? "application/octet-stream" };
  return { content: text, format: "text", mimetype: mimeType(path) ?? "text/plain" };
}

function bytesOf(content: unknown, format: unknown): Uint8Array | string {
  if (typeof content !== "string") throw new Refusal(400, "expected the content of a file to be text or base64, got something else");
  if (format !== "base64") return content;
  const bytes = fromBase64(content);
  if (bytes === null) throw new Refusal(400, "expected base64, got other text");
  return bytes;
}

/** What is wrong with a notebook is the asker's to hear. */
function asked<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new Refusal(400, (error as Error).message);
  }
}
