import { describe, expect, test } from "vitest";
import type { DType, TypedArray } from "../../../src/numeric/array/dtype.js";
import { arrayRepr, arrayText, type PrintableArray } from "../../../src/numeric/print/arrayText.js";

const constructors = { float64: Float64Array, float32: Float32Array, int32: Int32Array, uint8: Uint8Array };

function array(dtype: DType, shape: number[], values: number[]): PrintableArray {
  return { data: constructors[dtype].from(values) as TypedArray, shape, dtype };
}

const range = (start: number, stop: number): number[] => Array.from({ length: stop - start }, (_, i) => start + i);

describe("str and repr of NumPy:", () => {
  test("np.array([[1, 2], [3, 4.5]])", () => {
    const a = array("float64", [2, 2], [1, 2, 3, 4.5]);
    expect(arrayText(a)).toBe("[[1.  2. ]\n [3.  4.5]]");
    expect(arrayRepr(a)).toBe("array([[1. , 2. ],\n       [3. , 4.5]])");
  });

  test("np.array([1.49834967, 1.70660132, 1.91485297])", () => {
    const a = array("float64", [3], [1.49834967, 1.70660132, 1.91485297]);
    expect(arrayText(a)).toBe("[1.49834967 1.70660132 1.91485297]");
    expect(arrayRepr(a)).toBe("array([1.49834967, 1.70660132, 1.91485297])");
  });

  test("np.array([[-1, 10], [200, 3]])", () => {
    const a = array("int32", [2, 2], [-1, 10, 200, 3]);
    expect(arrayText(a)).toBe("[[ -1  10]\n [200   3]]");
    expect(arrayRepr(a)).toBe("array([[ -1,  10],\n       [200,   3]])");
  });

  test("np.arange(30)", () => {
    const a = array("int32", [30], range(0, 30));
    expect(arrayText(a)).toBe(
      "[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23\n 24 25 26 27 28 29]",
    );
    expect(arrayRepr(a)).toBe(
      "array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,\n" +
      "       17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29])",
    );
  });

  test("np.zeros(22, int) and np.zeros(23, int), where the closing bracket has no place left", () => {
    const zeros = (n: number): string => Array<number>(n).fill(0).join(", ");
    expect(arrayRepr(array("int32", [22], Array<number>(22).fill(0)))).toBe(`array([${zeros(22)}])`);
    expect(arrayRepr(array("int32", [23], Array<number>(23).fill(0)))).toBe(`array([${zeros(22)},\n       0])`);
  });

  test("np.zeros((2, 2, 2))", () => {
    const a = array("float64", [2, 2, 2], Array<number>(8).fill(0));
    expect(arrayText(a)).toBe("[[[0. 0.]\n  [0. 0.]]\n\n [[0. 0.]\n  [0. 0.]]]");
    expect(arrayRepr(a)).toBe(
      "array([[[0., 0.],\n        [0., 0.]],\n\n       [[0., 0.],\n        [0., 0.]]])",
    );
  });

  test("np.arange(1000), still in full", () => {
    expect(arrayText(array("int32", [1000], range(0, 1000)))).toContain("[  0   1   2   3   4");
  });

  test("np.arange(1001.)", () => {
    const a = array("float64", [1001], range(0, 1001));
    expect(arrayText(a)).toBe("[   0.    1.    2. ...  998.  999. 1000.]");
    expect(arrayRepr(a)).toBe("array([   0.,    1.,    2., ...,  998.,  999., 1000.])");
  });

  test("np.arange(1200).reshape(40, 30)", () => {
    const a = array("int32", [40, 30], range(0, 1200));
    expect(arrayText(a)).toBe(
      [
        "[[   0    1    2 ...   27   28   29]",
        " [  30   31   32 ...   57   58   59]",
        " [  60   61   62 ...   87   88   89]",
        " ...",
        " [1110 1111 1112 ... 1137 1138 1139]",
        " [1140 1141 1142 ... 1167 1168 1169]",
        " [1170 1171 1172 ... 1197 1198 1199]]",
      ].join("\n"),
    );
  });

  test("np.arange(1001).reshape(1001, 1, 1)", () => {
    const a = array("int32", [1001, 1, 1], range(0, 1001));
    expect(arrayText(a)).toBe("[[[   0]]\n\n [[   1]]\n\n [[   2]]\n\n ...\n\n [[ 998]]\n\n [[ 999]]\n\n [[1000]]]");
    expect(arrayRepr(a)).toBe(
      "array([[[   0]],\n\n       [[   1]],\n\n       [[   2]],\n\n       ...,\n\n" +
      "       [[ 998]],\n\n       [[ 999]],\n\n       [[1000]]])",
    );
  });

  test("a width taken from what is shown: np.where(np.arange(1001) == 500, 12345.5, 1)", () => {
    const a = array("float64", [1001], range(0, 1001).map((i) => (i === 500 ? 12345.5 : 1)));
    expect(arrayText(a)).toBe("[1. 1. 1. ... 1. 1. 1.]");
  });
});

describe("empty arrays:", () => {
  test.each<[string, PrintableArray, string]>([
    ["np.array([])", array("float64", [0], []), "array([], dtype=float64)"],
    ["np.zeros((0, 3))", array("float64", [0, 3], []), "array([], shape=(0, 3), dtype=float64)"],
    ["np.zeros((2, 0), np.int32)", array("int32", [2, 0], []), "array([], shape=(2, 0), dtype=int32)"],
  ])("%s", (_, a, repr) => {
    expect(arrayText(a)).toBe("[]");
    expect(arrayRepr(a)).toBe(repr);
  });
});

describe("arrays without axes:", () => {
  test.each<[string, PrintableArray, string, string]>([
    ["np.array(2.5)", array("float64", [], [2.5]), "2.5", "array(2.5)"],
    ["np.array(1e16)", array("float64", [], [1e16]), "1e+16", "array(1.e+16)"],
    ["np.array(7)", array("int32", [], [7]), "7", "array(7)"],
    ["np.array(0.1, np.float32)", array("float32", [], [0.1]), "0.1", "array(0.1, dtype=float32)"],
  ])("%s", (_, a, text, repr) => {
    expect(arrayText(a)).toBe(text);
    expect(arrayRepr(a)).toBe(repr);
  });
});

describe("element types that are named:", () => {
  test("np.arange(6, dtype=np.float32) / 7", () => {
    const a = array("float32", [6], range(0, 6).map((i) => i / 7));
    expect(arrayText(a)).toBe("[0.         0.14285715 0.2857143  0.42857143 0.5714286  0.71428573]");
    expect(arrayRepr(a)).toBe(
      "array([0.        , 0.14285715, 0.2857143 , 0.42857143, 0.5714286 ,\n       0.71428573], dtype=float32)",
    );
  });

  test("np.arange(100, 111, dtype=np.uint8), whose line is full", () => {
    expect(arrayRepr(array("uint8", [11], range(100, 111)))).toBe(
      "array([100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110], dtype=uint8)",
    );
  });

  test("np.arange(100, 112, dtype=np.uint8), where the type takes the next line", () => {
    expect(arrayRepr(array("uint8", [12], range(100, 112)))).toBe(
      "array([100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111],\n      dtype=uint8)",
    );
  });
});
