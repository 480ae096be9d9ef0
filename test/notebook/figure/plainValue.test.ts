import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { danfo } from "../../../src/notebook/danfo.js";
import { plainValue } from "../../../src/notebook/figure/plainValue.js";

const circular: Record<string, unknown> = { y: [1] };
circular["self"] = { again: circular };
const list: unknown[] = [1];
list.push(list);
const { DataFrame } = danfo();

describe("plainValue", () => {
  it.each([
    ["an invalid date", { x: [new Date(0), new Date(NaN)] }, "expected dates at data.x[1], got an invalid one: new Date(...) could not read what it was given"],
    ["a big integer", { x: [1, 10n] }, "expected numbers at data.x[1], got the big integer 10n; Number(...) makes one of it"],
    ["signed big integers", { x: new BigInt64Array(2) }, "expected numbers at data.x, got a BigInt64Array; Array.from(..., Number) makes numbers of it"],
    ["unsigned ones", { x: new BigUint64Array(2) }, "expected numbers at data.x, got a BigUint64Array; Array.from(..., Number) makes numbers of it"],
    ["a figure that holds itself", circular, "expected an object that does not hold itself at data.self.again, got one of the objects around it"],
    ["a list that holds itself", list, "expected an object that does not hold itself at data[1], got one of the objects around it"],
    ["a symbol", { name: Symbol("a") }, "expected numbers and text at data.name, got a symbol"],
    ["a promise", { y: Promise.resolve([1]) }, "expected numbers, text, lists and objects at data.y, got a Promise; await is missing before it"],
    ["a set", { y: new Set([1]) }, "expected numbers, text, lists and objects at data.y, got a Set; [...it] makes a list of it"],
    ["a map", { y: new Map([[1, 2]]) }, "expected numbers, text, lists and objects at data.y, got a Map; [...it] makes a list of it"],
    ["an iterator", { y: [1][Symbol.iterator]() }, /^showFigure: expected numbers, text, lists and objects at data\.y, got .*; \[\.\.\.it\] makes a list of it$/],
    ["bytes", { y: new ArrayBuffer(8) }, "expected numbers, text, lists and objects at data.y, got an ArrayBuffer"],
    ["a view of bytes", { y: new DataView(new ArrayBuffer(8)) }, "expected numbers, text, lists and objects at data.y, got a DataView"],
  ])("refuses %s and says where it stands", (_, value, text) => {
    const refused = () => plainValue(value, "data");
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow(typeof text === "string" ? new TypeError(`showFigure: ${text}`) : text);
  });

  it("takes one object in two places", () => {
    const line = { width: 2 };
    expect(plainValue([{ line }, { line }], "data")).toEqual([{ line: { width: 2 } }, { line: { width: 2 } }]);
  });

  it("makes lists of NDArrays, typed arrays, Series and frames, and text of dates", () => {
    const frame = new DataFrame([{ index: 1, b: 2 }, { index: 3, b: 4 }]);
    const value = { a: array([[1, 2]]), b: Float32Array.of(0.5, NaN), c: frame.column("b"), d: frame, e: new Date(0), f: () => 1, g: undefined };
    expect(plainValue(value, "data")).toEqual({ a: [[1, 2]], b: [0.5, null], c: [2, 4], d: [[1, 2], [3, 4]], e: "1970-01-01T00:00:00.000Z" });
  });
});
