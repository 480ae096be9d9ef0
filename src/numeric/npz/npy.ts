/**
 * NumPy's `.npy` format: a header that says type, order and shape, then the elements.
 *
 * Source of the format: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 */
import { zipSync } from "fflate";
import { allocate, type DType, type TypedArray } from "../array/dtype.js";
import { NDArray } from "../array/ndarray.js";
import { sizeOf } from "../array/shape.js";
import { readZip, ZipBombError } from "./zip.js";

const MAGIC = "\u0093NUMPY";
const PREFIX = 10; // magic, version, header length
const ALIGNMENT = 64;
/** As in NumPy: nothing that is an array of numbers needs more. */
const MAX_HEADER = 10_000;

const descriptors: Record<DType, string> = { float64: "<f8", float32: "<f4", int32: "<i4", uint8: "|u1" };

/** How to read one element of each type that NumPy may have written, and what it becomes. */
const readers: Record<string, { dtype: DType; bytes: number; read: (view: DataView, at: number) => number }> = {
  "<f8": { dtype: "float64", bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  ">f8": { dtype: "float64", bytes: 8, read: (view, at) => view.getFloat64(at) },
  "<f4": { dtype: "float32", bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  ">f4": { dtype: "float32", bytes: 4, read: (view, at) => view.getFloat32(at) },
  "<i4": { dtype: "int32", bytes: 4, read: (view, at) => view.getInt32(at, true) },
  // NumPy's default integer: float64 holds it exactly up to 2^53
  "<i8": { dtype: "float64", bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
  "|u1": { dtype: "uint8", bytes: 1, read: (view, at) => view.getUint8(at) },
};

export function encodeNpy(array: NDArray): Uint8Array {
  const shape = array.shape.length === 1 ? `${array.shape[0]},` : array.shape.join(", ");
  const text = `{'descr': '${descriptors[array.dtype]}', 'fortran_order': False, 'shape': (${shape}), }`;
  const length = Math.ceil((PREFIX + text.length + 1) / ALIGNMENT) * ALIGNMENT - PREFIX;
  const { buffer, byteOffset, byteLength } = array.data;
  const out = new Uint8Array(PREFIX + length + byteLength);
  out.set(latin1(`${MAGIC}\u0001\u0000`));
  new DataView(out.buffer).setUint16(8, length, true);
  out.set(latin1(`${text.padEnd(length - 1)}\n`), PREFIX);
  // typed arrays are little-endian on every machine that runs this
  out.set(new Uint8Array(buffer, byteOffset, byteLength), PREFIX + length);
  return out;
}

/**
 * @param source what to call the bytes in errors
 * @throws {RangeError} if the bytes are not an array of a kind read here, or are cut off
 */
export function decodeNpy(bytes: Uint8Array, source: string): NDArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, start } = readHeader(bytes, view, source);
  const { descriptor, fortranOrder, shape } = parseHeader(header, source);
  const reader = readers[descriptor];
  if (!reader) {
    throw new RangeError(`${source}: expected numbers of type ${Object.keys(readers).join(", ")}, got ${descriptor}`);
  }
  const size = sizeOf(shape);
  if (bytes.length - start !== size * reader.bytes) {
    throw new RangeError(`${source}: expected ${size * reader.bytes} bytes of elements, got ${bytes.length - start}`);
  }
  const data: TypedArray = allocate(reader.dtype, size);
  for (let i = 0; i < size; i++) data[i] = reader.read(view, start + i * reader.bytes);
  // in Fortran order the first index runs fastest: the same elements are the transpose in C order
  return fortranOrder ? new NDArray(data, [...shape].reverse()).transpose() : new NDArray(data, shape);
}

function readHeader(bytes: Uint8Array, view: DataView, source: string): { header: string; start: number } {
  const major = bytes[6];
  const isNpy = bytes.length >= 12 && String.fromCharCode(...bytes.subarray(0, 6)) === MAGIC;
  if (!isNpy || (major !== 1 && major !== 2 && major !== 3)) {
    throw new RangeError(`${source}: expected an array in .npy format, version 1 to 3, got something else`);
  }
  const [at, length] = major === 1 ? [PREFIX, view.getUint16(8, true)] : [PREFIX + 2, view.getUint32(8, true)];
  if (length > MAX_HEADER) throw new RangeError(`${source}: expected a header of at most ${MAX_HEADER} bytes, got ${length}`);
  return { header: String.fromCharCode(...bytes.subarray(at, at + length)), start: at + length };
}

function parseHeader(header: string, source: string): { descriptor: string; fortranOrder: boolean; shape: number[] } {
  const descriptor = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const sizes = /'shape':\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (descriptor === undefined || order === undefined || sizes === undefined) {
    throw new RangeError(`${source}: expected a header with descr, fortran_order and shape, got ${header.trim().slice(0, 80)}`);
  }
  const shape = sizes.split(",").filter((size) => size.trim() !== "").map(Number);
  return { descriptor, fortranOrder: order === "True", shape };
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

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
