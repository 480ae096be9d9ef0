import { afterAll, beforeAll, expect, it } from "vitest";
import { array } from "../../../src/numeric/array/create.js";
import { forRowBlocks } from "../../../src/numeric/array/rowBlocks.js";
import { engine, useBackend } from "../../../src/numeric/engine/backend.js";
import type { WasmEngine } from "../../../src/numeric/engine/wasm.js";

const X = array([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]);
const inUse = () => (engine() as WasmEngine).bytesInUse;

beforeAll(() => void useBackend("wasm", { threads: 1 }));
afterAll(() => void useBackend("auto"));

it("visits all of them in order, the last block being shorter, in one piece of engine memory", () => {
  const before = inUse();
  const seen: [start: number, shape: readonly number[], values: number[], dtype: string, bytes: number][] = [];
  forRowBlocks(X, Int32Array.of(4, 0, 0, 2, 1), { dtype: "float32", blockRows: 2 }, (rows, start) => {
    seen.push([start, rows.shape, [...rows.data], rows.dtype, inUse() - before]);
  });
  const bytes = seen[0][4];
  expect(bytes).toBeGreaterThanOrEqual(2 * 2 * 4);
  expect(seen).toEqual([
    [0, [2, 2], [9, 10, 1, 2], "float32", bytes],
    [2, [2, 2], [1, 2, 5, 6], "float32", bytes],
    [4, [1, 2], [3, 4], "float32", bytes],
  ]);
  expect(inUse()).toBe(before);
});

it("visits nothing where there is nothing", () => {
  forRowBlocks(X, Int32Array.of(), { dtype: "float64", blockRows: 2 }, () => expect.unreachable());
});

it("gives the memory back after an error", () => {
  const before = inUse();
  const walk = () => forRowBlocks(X, Int32Array.of(0, 5), { dtype: "float64", blockRows: 10 }, () => {});
  expect(walk).toThrow(new RangeError("takeRows: expected indices from 0 to 4, got 5"));
  expect(inUse()).toBe(before);
});
