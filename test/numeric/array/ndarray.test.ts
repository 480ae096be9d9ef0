import { describe, expect, it } from "vitest";
import { arange, array, full, NDArray, ones, zeros } from "../../../src/index.js";
import { spaced } from "../../fixtures/spaced.js";

describe("NDArray", () => {
  it("wraps typed arrays in place and knows their type", () => {
    const data = Float32Array.of(1, 2, 3, 4);
    const x = new NDArray(data, [2, 2]);
    expect(x.data).toBe(data);
    expect([x.dtype, x.size, x.ndim, x.shape]).toEqual(["float32", 4, 2, [2, 2]]);
    expect(new NDArray(Uint8Array.of(1), [1]).dtype).toBe("uint8");
    expect(new NDArray(Int32Array.of(1), []).dtype).toBe("int32");
  });

  it("refuses a shape that does not fit, and data of another kind", () => {
    expect(() => new NDArray(new Float64Array(3), [2, 2])).toThrow(
      new RangeError("NDArray: expected 4 elements for shape (2, 2), got 3"),
    );
    expect(() => new NDArray(new Float64Array(3), [-3])).toThrow(
      new RangeError("NDArray: expected sizes that are whole numbers of 0 or more, got (-3,)"),
    );
    expect(() => new NDArray([1, 2] as unknown as Float64Array, [2])).toThrow(
      new TypeError("NDArray: expected data to be a Float64Array, Float32Array, Int32Array or Uint8Array, got a list of 2"),
    );
  });

  it("gets and sets elements, from the end with negative indices", () => {
    const x = arange(6).reshape(2, 3);
    expect([x.get(0, 0), x.get(1, 2), x.get(-1, -3)]).toEqual([0, 5, 3]);
    x.set([1, -1], 9);
    expect(x.toList()).toEqual([[0, 1, 2], [3, 4, 9]]);
    expect(() => x.get(2, 0)).toThrow(new RangeError("NDArray: expected index 0 to be from -2 to 1, got 2"));
    expect(() => x.get(0, 1.5)).toThrow(new RangeError("NDArray: expected index 1 to be from -3 to 2, got 1.5"));
    expect(() => x.get(0)).toThrow(new RangeError("NDArray: expected 2 indices for shape (2, 3), got 1"));
  });

  it("gives the only element of an array of one", () => {
    expect(full([1, 1], 7).item()).toBe(7);
    expect(() => zeros(2).item()).toThrow(new RangeError("item: expected an array of 1 element, got shape (2,)"));
  });
});

describe("shape and rows", () => {
  it("reshapes without copying, filling in one -1", () => {
    const x = arange(12);
    expect(x.reshape(3, -1).shape).toEqual([3, 4]);
    expect(x.reshape(3, 4).data).toBe(x.data);
    expect(zeros([0, 4]).reshape(0, 2, 2).shape).toEqual([0, 2, 2]);
    expect(() => x.reshape(5, -1)).toThrow(
      new RangeError("reshape: expected a shape of 12 elements like (12,), got (5, -1)"),
    );
    expect(() => x.reshape(-1, -1)).toThrow(RangeError);
    expect(() => x.reshape(3, 3)).toThrow(RangeError);
  });

  it("transposes to a copy in C order", () => {
    const x = arange(6).reshape(2, 3);
    expect(x.T.toList()).toEqual([[0, 3], [1, 4], [2, 5]]);
    // np.arange(24).reshape(2, 3, 4).transpose(1, 2, 0)[2, 1]
    const y = arange(24).reshape(2, 3, 4).transpose(1, 2, 0);
    expect(y.shape).toEqual([3, 4, 2]);
    expect([y.get(2, 1, 0), y.get(2, 1, 1)]).toEqual([9, 21]);
    expect(() => x.transpose(0, 0)).toThrow(new RangeError("transpose: expected each of 2 axes once, got (0, 0)"));
  });

  it("slices rows as a view and takes rows as a copy", () => {
    const x = arange(8).reshape(4, 2);
    const view = x.slice(1, 3);
    expect(view.toList()).toEqual([[2, 3], [4, 5]]);
    view.set([0, 0], 99);
    expect(x.get(1, 0)).toBe(99);
    const taken = x.takeRows(Int32Array.of(3, 0, 3));
    expect(taken.toList()).toEqual([[6, 7], [0, 1], [6, 7]]);
    taken.set([1, 0], -1);
    expect(x.get(0, 0)).toBe(0);
    expect(() => x.takeRows([4])).toThrow(new RangeError("takeRows: expected indices from 0 to 3, got 4"));
    expect(() => x.slice(2, 5)).toThrow(
      new RangeError("slice: expected 0 <= start <= stop <= 4, got start 2 and stop 5"),
    );
    expect(() => full([], 1).slice(0, 0)).toThrow(new RangeError("slice: expected an array with rows, got shape ()"));
  });
});

describe("elementwise arithmetic", () => {
  it("broadcasts numbers, rows, columns and any shapes that fit", () => {
    const x = array([[1, 2, 3], [4, 5, 6]]);
    expect(x.add(1).toList()).toEqual([[2, 3, 4], [5, 6, 7]]);
    expect(x.sub(array([1, 2, 3])).toList()).toEqual([[0, 0, 0], [3, 3, 3]]);
    expect(x.sub(array([[1, 2, 3]])).toList()).toEqual([[0, 0, 0], [3, 3, 3]]);
    expect(x.mul(array([[10], [100]])).toList()).toEqual([[10, 20, 30], [400, 500, 600]]);
    expect(array([1, 2]).reshape(2, 1).add(array([10, 20, 30])).toList()).toEqual([[11, 21, 31], [12, 22, 32]]);
    expect(array([1, 2, 3]).div(x).toList()).toEqual([[1, 1, 1], [0.25, 0.4, 0.5]]);
    expect(x.add(full([1, 1], 1)).shape).toEqual([2, 3]);
    expect(arange(4).reshape(2, 1, 2).add(arange(4).reshape(2, 2)).toList()).toEqual([
      [[0, 2], [2, 4]],
      [[2, 4], [4, 6]],
    ]);
    expect(() => x.add(zeros(2))).toThrow(
      new RangeError("add: expected shapes that broadcast together, got (2, 3) and (2,)"),
    );
  });

  it("keeps float32, and gives integers int32 or float64 as needed", () => {
    const floats = ones(2, "float32");
    expect([floats.add(1).dtype, floats.add(floats).dtype, floats.add(ones(2)).dtype]).toEqual(["float32", "float32", "float64"]);
    const bytes = full(1, 200, "uint8");
    expect([bytes.add(bytes).dtype, bytes.add(bytes).item()]).toEqual(["int32", 400]);
    expect([bytes.add(0.5).dtype, bytes.add(0.5).item()]).toEqual(["float64", 200.5]);
    expect([bytes.div(2).dtype, bytes.div(3).item()]).toEqual(["float64", 200 / 3]);
  });

  it("has the usual functions", () => {
    const x = array([-4, 0, 9]);
    expect(x.abs().toList()).toEqual([4, 0, 9]);
    expect(x.neg().toList()).toEqual([4, -0, -9]);
    expect(x.maximum(1).toList()).toEqual([1, 1, 9]);
    expect(x.minimum(array([0, -1, 3])).toList()).toEqual([-4, -1, 3]);
    expect(array([4, NaN]).maximum(5).toList()).toEqual([5, NaN]);
    expect([x.abs().sqrt().toList(), array([0, 1]).exp().toList()]).toEqual([[2, 0, 3], [1, Math.E]]);
    expect(array([1, Math.E]).log().toList()).toEqual([0, 1]);
  });

  it("leaves its operands as they are", () => {
    const [x, y] = [array([[1, 2]]), array([3, 4])];
    x.add(y); x.mul(2); x.maximum(y); x.neg(); x.exp();
    expect([x.toList(), y.toList()]).toEqual([[[1, 2]], [3, 4]]);
  });
});

describe("reductions", () => {
  const x = array([[1, 5, 3], [4, 2, 6]]);

  it("reduces everything or along an axis", () => {
    expect([x.sum(), x.mean(), x.max(), x.min(), x.argmax()]).toEqual([21, 3.5, 6, 1, 5]);
    expect(x.sum(0).toList()).toEqual([5, 7, 9]);
    expect(x.sum(-1).toList()).toEqual([9, 12]);
    expect(x.mean(1).toList()).toEqual([3, 4]);
    expect(x.max(0).toList()).toEqual([4, 5, 6]);
    expect(x.min(1).toList()).toEqual([1, 2]);
    expect(x.argmax(1).toList()).toEqual([1, 2]);
    expect(x.argmax(0).dtype).toBe("int32");
    expect(arange(24).reshape(2, 3, 4).sum(1).toList()).toEqual([[12, 15, 18, 21], [48, 51, 54, 57]]);
    expect(arange(4).mean(0).item()).toBe(1.5);
  });

  it("sums in NumPy's pairwise order", () => {
    // np.linspace(0, 1, 1000).sum() is 500.0; one by one it would be 499.9999999999999
    expect(spaced(0, 1, 1000).sum()).toBe(500);
    // np.sum(1 / np.arange(1, 10001)), np.sum(1 / np.arange(1, 14))
    expect(ones(10000).div(arange(1, 10001)).sum()).toBe(9.787606036044382);
    expect(ones(13).div(arange(1, 14)).sum()).toBe(3.180133755133755);
  });

  it("takes the first of equal maxima, and lets NaN win as NumPy does", () => {
    expect(array([2, 7, 7]).argmax()).toBe(1);
    expect(array([[1, NaN, 9, NaN]]).argmax(1).toList()).toEqual([1]);
    expect([array([1, NaN, 9]).max(), array([NaN, 9]).min()]).toEqual([NaN, NaN]);
  });

  it("refuses an axis that is not there and extremes of nothing", () => {
    expect(() => x.sum(2)).toThrow(new RangeError("sum: expected axis to be from -2 to 1, got 2"));
    expect(() => zeros([0, 3]).max(0)).toThrow(
      new RangeError("max: expected at least one element along axis 0, got shape (0, 3)"),
    );
    expect([zeros([0, 3]).sum(), zeros([0, 3]).sum(0).toList()]).toEqual([0, [0, 0, 0]]);
  });
});
