/**
 * Reading zip files of which nothing is trusted. Our own, as the library that writes them does not
 * compare checksums, and a flipped bit in a weight must not pass for the weight.
 *
 * Source of the format: PKWARE's APPNOTE.TXT 6.3; without encryption, several disks, or zip64.
 */
import { crc32, inflateRaw } from "#host/bytes";

/** A file may unpack to so many bytes however small it is; beyond, to so many times its size. */
const FREE_BYTES = 2 ** 26;
const MAX_RATIO = 100;

const END_LENGTH = 22;
const MAX_COMMENT = 65535;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  /** where its local header begins */
  readonly offset: number;
}

/** A zip that says it holds far more than its size allows. */
export class ZipBombError extends Error {}

/**
 * The files in a zip, by name.
 *
 * @throws {ZipBombError} if they would take memory out of proportion; nothing is unpacked then
 * @throws {Error} if the bytes are no zip, or damaged
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  checkProportion(entries, bytes.length);
  return new Map(entries.map((entry) => [entry.name, unpack(entry, bytes, view)]));
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count;) {
    expectSignature(view, at, 0x02014b50);
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The directory's own end stands at the end of the file, before a comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Error("no directory at the end");
}

function checkProportion(entries: readonly Entry[], fileLength: number): void {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  // entries that share their bytes would multiply them
  if (packed > fileLength) throw new Error("entries larger than the file");
  const limit = Math.max(FREE_BYTES, MAX_RATIO * fileLength);
  if (unpacked > limit) throw new ZipBombError(`at most ${limit} bytes of arrays in a file of ${fileLength} bytes, got ${unpacked}`);
}

function unpack({ method, checksum, packed, unpacked, offset }: Entry, bytes: Uint8Array, view: DataView): Uint8Array {
  expectSignature(view, offset, 0x04034b50);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) throw new Error(`method ${method} of packing`);
  const whole = method === DEFLATED ? inflateRaw(content, unpacked) : content;
  if (whole.length !== unpacked || crc32(whole) !== checksum) throw new Error("a length or checksum that does not fit");
  return whole;
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error("a header that is none");
}
