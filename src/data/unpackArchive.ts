/** Unpacking a .tar.gz file of which nothing is trusted: neither its names nor its sizes. */
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { diskError } from "./partialFile.js";

export interface UnpackLimits {
  /** bytes after unpacking, of all files and what the archive adds to them; 256 MiB unless given */
  readonly maxBytes?: number;
  /** files and folders; 100 unless given */
  readonly maxEntries?: number;
}

/**
 * Unpacks the files and folders of an archive.
 *
 * @param archive a .tar.gz file
 * @param folder where to; it is made if it is missing, and holds what came before an error
 * @throws {Error} if it is no such archive, ends early, leads out of the folder, holds links or
 *   devices, or more than the limits; if the disk is full
 */
export async function unpackArchive(archive: string, folder: string, limits: UnpackLimits = {}): Promise<void> {
  const { maxBytes = 2 ** 28, maxEntries = 100 } = limits;
  const entries = extract();
  const feeding = pipeline(createReadStream(archive), createGunzip(), limitBytes(maxBytes), entries);
  const results = await Promise.allSettled([writeEntries(entries, folder, maxEntries), feeding]);
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) throw unpackError(archive, folder, failed.reason);
}

function unpackError(archive: string, folder: string, error: unknown): unknown {
  if (error instanceof Refused) return new Error(`unpackArchive: expected ${archive} to hold ${error.message}`);
  const told = diskError("unpackArchive", folder, error);
  return told !== error ? told : new Error(`unpackArchive: expected ${archive} to be a whole .tar.gz file, got ${(error as Error).message}`, { cause: error });
}

/** What the archive should hold, and what it does. */
class Refused extends Error {}

function limitBytes(maxBytes: number) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refused(`at most ${maxBytes} bytes, got more`);
      yield chunk;
    }
  };
}

type EntryOf<T> = T extends AsyncIterable<infer Entry> ? Entry : never;

async function writeEntries(entries: Extract, folder: string, maxEntries: number): Promise<void> {
  let count = 0;
  mkdirSync(folder, { recursive: true });
  for await (const entry of entries) {
    if (++count > maxEntries) throw new Refused(`at most ${maxEntries} files, got more`);
    await writeEntry(entry, join(folder, safeName(entry.header.name)));
  }
}

async function writeEntry(entry: EntryOf<Extract>, path: string): Promise<void> {
  const { name, type } = entry.header;
  if (type === "directory") {
    mkdirSync(path, { recursive: true });
    entry.resume();
  } else if (type === "file") {
    mkdirSync(dirname(path), { recursive: true });
    const file = createWriteStream(path, { flags: "wx", flush: true });
    try {
      await pipeline(entry, file);
    } finally {
      // a file that is still being opened would appear after the error, in a folder that is being removed
      if (!file.closed) await once(file, "close");
    }
  } else {
    throw new Refused(`files and folders only, got a ${type} called ${JSON.stringify(name)}`);
  }
}

/** Also refuses what is a path on Windows alone. */
function safeName(name: string): string {
  const isSafe = name !== "" && !/^\/|[\\:\0]/.test(name) && !name.split("/").includes("..");
  if (!isSafe) throw new Refused(`names below its own folder, got ${JSON.stringify(name)}`);
  return name;
}
