/**
 * NumPy's `.npz` format: a zip of named arrays, each in NumPy's `.npy` form. What `np.savez` writes
 * is read here, and what is written here `np.load` reads.
 *
 * Source of the format: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 */
import { zipSync } from "fflate";
import type { NDArray } from "../array/ndarray.js";
import { decodeNpy, encodeNpy } from "./npy.js";
import { readZip, ZipBombError } from "./zip.js";

/** A fixed time in every entry: the same arrays give the same bytes. */
const EPOCH = new Date("1980-01-01T00:00:00");

/** @param arrays arrays by name */
export function encodeNpz(arrays: Readonly<Record<string, NDArray>>): Uint8Array {
  const entries = Object.entries(arrays).map(([name, array]) => [`${name}.npy`, encodeNpy(array)]);
  // like np.savez, which stores without compressing: weights do not shrink
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: EPOCH });
}

/**
 * @param source what to call the bytes in errors, e.g. the file's path
 * @throws {RangeError} if the bytes are not an .npz file, are damaged, unpack to memory out of
 * proportion, or hold an array of a kind not read here
 */
export function decodeNpz(bytes: Uint8Array, source: string): Record<string, NDArray> {
  const arrays = Array.from(unzip(bytes, source), ([entry, content]) => [
    entry.replace(/\.npy$/, ""),
    decodeNpy(content, `${source}, entry ${entry}`),
  ]);
  return Object.fromEntries(arrays);
}

function unzip(bytes: Uint8Array, source: string): Map<string, Uint8Array> {
  try {
    return readZip(bytes);
  } catch (cause) {
    if (cause instanceof ZipBombError) throw new RangeError(`${source}: expected ${cause.message}`, { cause });
    throw new RangeError(
      `${source}: expected an .npz file (a zip of arrays, as model.save or np.savez writes it), got something else or a damaged one`,
      { cause },
    );
  }
}
