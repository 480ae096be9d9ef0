/** Files in the memory of a page, for as long as it is open: the twin of `node/files.ts`. */

const files = new Map<string, Uint8Array>();

export function exists(path: string): boolean {
  return files.has(path) || namesIn(path).length > 0;
}

export function list(folder: string): string[] {
  const names = namesIn(folder);
  if (names.length === 0) throw missing(folder);
  return names;
}

function namesIn(folder: string): string[] {
  const paths = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(paths.map((path) => path.slice(folder.length + 1).split("/")[0]))];
}

export function read(path: string): Uint8Array {
  const content = files.get(path);
  if (content === undefined) throw missing(path);
  return content.slice();
}

export function write(path: string, content: Uint8Array): void {
  files.set(path, content.slice());
}

export function joined(...parts: readonly string[]): string {
  return parts.join("/");
}

export function absolute(path: string): string {
  return path;
}

export function sizeOf(path: string): number {
  return read(path).length;
}

export function readPieces(path: string, use: (fill: (bytes: Uint8Array) => number) => void): void {
  const content = read(path);
  let at = 0;
  use((bytes) => {
    const piece = content.subarray(at, at + bytes.length);
    bytes.set(piece);
    at += piece.length;
    return piece.length;
  });
}

export function projectFolder(): string {
  return "";
}

function missing(path: string): Error {
  return Object.assign(new Error(`there is no ${path} in this page's memory`), { code: "ENOENT" });
}
