/** Parameters on disk: an `.npz` file of arrays by name, which NumPy reads and writes too. */
import { read, write } from "#host/files";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { sameShape, shapeText } from "../../numeric/array/shape.js";
import { decodeNpz, encodeNpz } from "../../numeric/npz/npy.js";
import type { Parameters } from "./model.js";

/**
 * @param path where to write; `.npz` is added if it is missing, as np.savez does
 * @returns the path written to
 * @throws {Error} if the file cannot be written; one that was there before stays
 */
export function saveParameters(path: string, params: Readonly<Parameters>): string {
  const file = withExtension("save", path);
  write(file, encodeNpz(params));
  return file;
}

/**
 * @param path `.npz` is added if it is missing
 * @param like parameters whose names and shapes the file must have
 * @returns the file's parameters, in the order and the types of `like`
 * @throws {Error} if the file cannot be read
 * @throws {RangeError} if it is not an .npz file, or has other names or shapes
 */
export function loadParameters(path: string, like: Readonly<Parameters>): Parameters {
  const file = withExtension("load", path);
  const found = decodeNpz(readBytes(file), file);
  const [expected, got] = [describe(like), describe(found)];
  const fits =
    Object.keys(like).length === Object.keys(found).length &&
    Object.entries(like).every(([name, { shape }]) => found[name] && sameShape(found[name].shape, shape));
  if (!fits) throw new RangeError(`load: expected ${file} to hold ${expected}, got ${got}`);
  return Object.fromEntries(Object.keys(like).map((name) => [name, found[name].astype(like[name].dtype)]));
}

function withExtension(caller: string, path: string): string {
  if (typeof path !== "string" || path === "") throw new TypeError(`${caller}: expected a path such as "model.npz", got ${describeValue(path)}`);
  return path.endsWith(".npz") ? path : `${path}.npz`;
}

function readBytes(file: string): Uint8Array {
  try {
    return read(file);
  } catch (cause) {
    throw new Error(`load: could not read ${file} (${(cause as Error).message}); check the path, or save first`, { cause });
  }
}

function describe(params: Readonly<Parameters>): string {
  return Object.entries(params).map(([name, { shape }]) => `${name} ${shapeText(shape)}`).join(", ") || "nothing";
}
