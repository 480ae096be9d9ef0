import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { array, NDArray } from "../../../src/index.js";
import { decodeNpy, decodeNpz, encodeNpy, encodeNpz } from "../../../src/numeric/npz/npy.js";

/** A file as another program may have written it: its header as it is given. */
function npy(header: string, elements: readonly number[] = [], major = 1): Uint8Array {
  const length = Buffer.alloc(major === 1 ? 2 : 4);
  length.writeUIntLE(header.length, 0, length.length);
  return Buffer.concat([Buffer.from(`\x93NUMPY${String.fromCharCode(major)}\0`, "latin1"), length, Buffer.from(header), Buffer.from(elements)]);
}

describe("encodeNpy and decodeNpy", () => {
  it.each([
    array([[1.5, -2], [NaN, Infinity]]),
    array([0.1, 1e-300], "float64"),
    new NDArray(Float32Array.of(0.5, 3), [2, 1]),
    new NDArray(Int32Array.of(-7, 2 ** 31 - 1), [2]),
    new NDArray(Uint8Array.of(0, 255), [1, 2]),
    new NDArray(Float64Array.of(42), []),
    new NDArray(new Float64Array(0), [0, 3]),
  ])("bring back %#", (original) => {
    const copy = decodeNpy(encodeNpy(original), "copy");
    expect([copy.dtype, copy.shape, copy.data]).toEqual([original.dtype, original.shape, original.data]);
  });

  it("write the header that NumPy writes, padded to 64 bytes", () => {
    const bytes = encodeNpy(array([1, 2, 3]));
    expect(bytes.length).toBe(128 + 24);
    expect(Buffer.from(bytes.subarray(0, 8))).toEqual(Buffer.from("\x93NUMPY\x01\x00", "latin1"));
    expect(Buffer.from(bytes.subarray(10, 128)).toString()).toBe(
      `${"{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }".padEnd(117)}\n`,
    );
  });

  it("end every header with a line feed before a multiple of 64 bytes", () => {
    for (let rank = 1; rank <= 64; rank++) {
      const bytes = encodeNpy(new NDArray(Uint8Array.of(7), new Array<number>(rank).fill(1)));
      expect([bytes.length % 64, bytes.at(-2), bytes.at(-1)]).toEqual([1, 0x0a, 7]);
    }
  });

  it("read an array that is a part of a larger buffer", () => {
    const bytes = encodeNpy(array([1, 2, 3]));
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeNpy(larger.subarray(3), "part").toList()).toEqual([1, 2, 3]);
  });
});

describe("decodeNpy reads", () => {
  const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }";

  it.each([1, 2, 3])("version %i", (major) => {
    expect(decodeNpy(npy(header, [0, 7, 255], major), "x").toList()).toEqual([0, 7, 255]);
  });

  it.each([
    ["without spaces", header.replaceAll(" ", "")],
    ["with many", header.replaceAll(" ", "  ")],
    ["with one in the shape", header.replace("3,", "3, ")],
    ["as long as is allowed", header.padEnd(10_000)],
  ])("a header %s", (_, text) => {
    expect(decodeNpy(npy(text, [0, 7, 255]), "x").toList()).toEqual([0, 7, 255]);
  });

  it.each([
    [">f8", "float64", [0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
    [">f4", "float32", [0xc0, 0x20, 0, 0], -2.5],
    ["<i8", "float64", [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -2],
  ])("numbers of type %s as %s", (descriptor, dtype, elements, value) => {
    const read = decodeNpy(npy(header.replace("|u1", descriptor).replace("3,", ""), elements), "x");
    expect([read.dtype, read.toList()]).toEqual([dtype, value]);
  });
});

describe("decodeNpy refuses", () => {
  const withHeader = (from: string, to: string) => (bytes: Uint8Array) =>
    Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1");

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ["nothing", () => new Uint8Array(0), "x: expected an array in .npy format, version 1 to 3, got something else"],
    ["text", () => Buffer.from("not an array at all"), "x: expected an array in .npy format, version 1 to 3, got something else"],
    ["another format", withHeader("NUMPY", "NUMPX"), "x: expected an array in .npy format, version 1 to 3, got something else"],
    ["a part of the length", (bytes) => bytes.subarray(0, 9), "x: expected an array in .npy format, version 1 to 3, got something else"],
    ["an unknown version", withHeader("\x01\x00", "\x09\x00"), "x: expected an array in .npy format, version 1 to 3, got something else"],
    ["cut elements", (bytes) => bytes.subarray(0, -1), "x: expected 24 bytes of elements, got 23"],
    ["objects", withHeader("<f8", "|O8"), "x: expected numbers of type <f8, >f8, <f4, >f4, <i4, <i8, |u1, got |O8"],
    ["another header", withHeader("shape", "sh pe"), "x: expected a header with descr, fortran_order and shape, got {'descr': '<f8', 'fortran_order': False, 'sh pe': (3,), }"],
    ["a header without a type", withHeader("descr", "de cr"), "x: expected a header with descr, fortran_order and shape, got {'de cr': '<f8', 'fortran_order': False, 'shape': (3,), }"],
    ["a header without an order", withHeader("_", " "), "x: expected a header with descr, fortran_order and shape, got {'descr': '<f8', 'fortran order': False, 'shape': (3,), }"],
    ["an empty header", () => npy("", [], 2), "x: expected a header with descr, fortran_order and shape, got "],
    ["a long header that says nothing", () => npy(` ${"x".repeat(90)}`), `x: expected a header with descr, fortran_order and shape, got ${"x".repeat(80)}`],
    ["a header that is too long", () => npy(" ".repeat(10_001)), "x: expected a header of at most 10000 bytes, got 10001"],
    ["one that is much too long", () => npy(" ".repeat(70_000), [], 2), "x: expected a header of at most 10000 bytes, got 70000"],
    ["more elements than bytes", (bytes) => withHeader("(3,), } ", "(99999999,), }")(bytes).subarray(0, 152), "x: expected 799999992 bytes of elements, got 24"],
  ])("%s", (_, broken, text) => {
    const bytes = broken(encodeNpy(array([1, 2, 3])));
    expect(() => decodeNpy(bytes, "x")).toThrow(new RangeError(text));
  });
});

describe("encodeNpz and decodeNpz", () => {
  const x = array([1, 2, 3]);

  it("store without compressing, and without the time of day", () => {
    const bytes = Buffer.from(encodeNpz({ x }));
    expect(bytes.includes(Buffer.from(encodeNpy(x)))).toBe(true);
    // 0:00 on 1 January 1980, in the file's header and in the directory
    expect([bytes.readUInt32LE(10), bytes.readUInt32LE(bytes.indexOf("PK\x01\x02") + 12)]).toEqual([0x0021_0000, 0x0021_0000]);
  });

  it("leave a name as it is", () => {
    expect(Object.keys(decodeNpz(encodeNpz({ "a.npy.b": x, "c.npy": x }), "x"))).toEqual(["a.npy.b", "c.npy"]);
  });

  it("say which of the arrays is damaged", () => {
    const bytes = zipSync({ "W1.npy": encodeNpy(x), "b1.npy": encodeNpy(x).subarray(0, -8) });
    expect(() => decodeNpz(bytes, "weights.npz")).toThrow(new RangeError("weights.npz, entry b1.npy: expected 24 bytes of elements, got 16"));
  });
});
