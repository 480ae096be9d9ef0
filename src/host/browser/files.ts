/** Files in the memory of a page, for as long as it is open: the twin of `node/files.ts`. Its kernel may keep them. */
import { type LargeFile, pageKernel } from "./pageKernel.js";

const { files } = pageKernel;

export function exists(path: string): boolean {
  return files.has(absolute(path)) || large(path) !== undefined || namesIn(path).length > 0;
}

export function list(folder: string): string[] {
  const names = namesIn(folder);
  if (names.length === 0) throw missing(folder);
  return names;
}

function namesIn(folder: string): string[] {
  const beginning = absolute(folder).replace(/\/?$/, "/");
  const paths = [...files.keys(), ...(pageKernel.large?.keys() ?? [])].filter((path) => path.startsWith(beginning));
  return [...new Set(paths.map((path) => path.slice(beginning.length).split("/")[0]))];
}

export function read(path: string): Uint8Array {
  const content = open(path);
  return content.read(0, content.size);
}

export function write(path: string, content: Uint8Array): void {
  files.set(absolute(path), content.slice());
}

export function append(path: string, content: Uint8Array): void {
  const there = files.get(absolute(path)) ?? new Uint8Array();
  const longer = new Uint8Array(there.length + content.length);
  longer.set(there);
  longer.set(content, there.length);
  files.set(absolute(path), longer);
}

export function joined(...parts: readonly string[]): string {
  return parts.join("/").replace(/\/{2,}/g, "/");
}

export function absolute(path: string): string {
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : `${pageKernel.folder}/${path}`).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? "." : path.slice(0, end) || "/";
}

/** A folder is there as soon as something is in it. */
export function makeFolder(_path: string): void {}

export function removeFile(path: string): void {
  files.delete(absolute(path));
}

export function pathOf(address: string): string {
  return address;
}

export function sizeOf(path: string): number {
  return open(path).size;
}

export function readPieces(path: string, use: (fill: (bytes: Uint8Array) => number) => void): void {
  const content = open(path);
  let at = 0;
  use((bytes) => {
    const piece = content.read(at, Math.min(at + bytes.length, content.size));
    bytes.set(piece);
    at += piece.length;
    return piece.length;
  });
}

function open(path: string): LargeFile {
  const bytes = files.get(absolute(path));
  const file = bytes ? { size: bytes.length, read: (from: number, to: number) => bytes.slice(from, to) } : large(path);
  if (file === undefined) throw missing(path);
  return file;
}

function large(path: string): LargeFile | undefined {
  return pageKernel.large?.get(absolute(path));
}

export function dataFolder(): string {
  return "/";
}

function missing(path: string): Error {
  return Object.assign(new Error(`there is no ${path} in this page's memory`), { code: "ENOENT" });
}
