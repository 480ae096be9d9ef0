/**
 * A file on its way: what an interrupted download left, and beside it, in `<path>.json`, the
 * server's mark of the version it is a part of, so that parts of two versions are never joined.
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { remove } from "../host/node/remove.js";

/** Bytes that are there; 0 if there is no file. */
export function partialSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Notes the version that the server is about to send: an ETag that stands for the very bytes, or a date. */
export function noteVersion(path: string, url: string, headers: Headers): void {
  const etag = headers.get("etag");
  const version = etag !== null && !etag.startsWith("W/") ? etag : headers.get("last-modified");
  if (version === null) remove(`${path}.json`);
  else writeFileSync(`${path}.json`, JSON.stringify({ url, version }));
}

/** The version that was noted for this address; undefined if none was, or the note is unreadable. */
export function notedVersion(path: string, url: string): string | undefined {
  try {
    const noted = JSON.parse(readFileSync(`${path}.json`, "utf8")) as { url?: unknown; version?: unknown };
    return noted.url === url && typeof noted.version === "string" ? noted.version : undefined;
  } catch {
    return undefined;
  }
}

export function discardPartial(path: string): void {
  remove(path);
  remove(`${path}.json`);
}

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

/** What to tell a person whose disk did not take a file; the same error if the disk has nothing to do with it. */
export function diskError(caller: string, path: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const next = FULL.includes(code)
    ? "free 400 MB, or choose a folder on another disk with --dir, then run the same command again"
    : "choose another folder with --dir";
  return new Error(`${caller}: expected to write ${path}, got ${message}; ${next}`, { cause: error });
}
