import { afterAll, describe, expect, it } from "vitest";
import type { Engine, FloatArray, Product } from "../../../src/numeric/engine/engine.js";
import { plain } from "../../../src/numeric/engine/plain.js";
import { candidates, expectedProduct, inEngineMemory, product, values } from "./engines.js";

const SIZES = [
  [0, 0, 0], [0, 3, 2], [3, 0, 2], [3, 2, 0], [1, 1, 1], [1, 7, 1], [7, 1, 3], [1, 1, 700],
  [2, 3, 4], [3, 5, 7], [4, 4, 4], [4, 8, 256], [5, 9, 257], [13, 17, 33], [8, 128, 16], [9, 129, 5],
  [131, 6, 259], [10, 11, 520], [17, 13, 515], [6, 15, 600], [33, 10, 777], [6, 300, 513], [300, 2, 65], [65, 70, 1030], [100, 10, 50],
] as const;
/** The assignment's own, large enough for several threads. */
const LARGE = [[100, 50, 3072], [3072, 50, 100], [100, 3072, 50], [3, 4000, 40]] as const;
const DTYPES = ["float64", "float32"] as const;
const TRANSPOSITIONS = [[false, false], [true, false], [false, true], [true, true]] as const;

for (const { name, engine } of candidates()) {
  const required = process.env.REQUIRE_ALL_ENGINES === "1";
  it.runIf(!engine && required)(`${name} is there`, () => {
    expect.fail(`expected the engine "${name}", which REQUIRE_ALL_ENGINES=1 asks for`);
  });

  describe.skipIf(!engine)(name, () => {
    const tested = engine as Engine;
    afterAll(() => tested?.stop());

    describe.each(DTYPES)("%s", (dtype) => {
      it.each(TRANSPOSITIONS)("multiplies matrices of any size, transposed %s, %s", (transposeA, transposeB) => {
        for (const size of SIZES) expectProduct(tested, product(dtype, size, transposeA, transposeB));
      });

      it.each(LARGE)("multiplies large matrices, %i x %i over %i", (...size) => {
        for (const [transposeA, transposeB] of TRANSPOSITIONS) {
          expectProduct(tested, product(dtype, size, transposeA, transposeB));
        }
      });

      it("works in place on its own memory, and writes nothing around c", () => {
        for (const size of [...SIZES, [100, 50, 300]] as const) {
          const around = tested.allocate(dtype, size[0] * size[1] + 32).fill(7);
          const original = inEngineMemory(tested, product(dtype, size, true, true));
          expectProduct(tested, { ...original, c: around.subarray(16, 16 + size[0] * size[1]) });
          expect([...around.subarray(0, 16), ...around.subarray(-16)]).toEqual(Array(32).fill(7));
          for (const data of [around, original.a, original.b, original.c]) tested.release(data);
        }
      });

      it("treats infinity and NaN as IEEE 754 says", () => {
        const { a, b, ...sizes } = product(dtype, [6, 9, 5]);
        a[0 * 5 + 2] = Infinity; // row 0: infinity of either sign
        b[2 * 9 + 4] = 0; // but infinity · 0 is NaN
        a[1 * 5 + 0] = NaN; // row 1: NaN
        a[2 * 5 + 0] = Infinity;
        a[2 * 5 + 1] = -Infinity; // row 2: infinities that cancel are NaN
        b[0 * 9 + 7] = 1;
        b[1 * 9 + 7] = 1;
        for (const placed of [{ ...sizes, a, b }, inEngineMemory(tested, { ...sizes, a, b })]) {
          tested.gemm(placed);
          expect(placed.c[4]).toBe(NaN);
          expect([...placed.c.subarray(0, 4)]).toEqual([...b.subarray(18, 22)].map((value) => value * Infinity));
          expect([...placed.c.subarray(9, 18)]).toEqual(Array(9).fill(NaN));
          expect(placed.c[2 * 9 + 7]).toBe(NaN);
          expect([...placed.c.subarray(27)].every(Number.isFinite)).toBe(true);
        }
      });

      it("gathers rows of pixels less the mean, to the last bit", () => {
        for (const [rowLength, count] of [[3072, 100], [3072, 1], [13, 5], [8, 3], [1, 9], [7, 0], [0, 4]] as const) {
          const pixels = Uint8Array.from({ length: 50 * rowLength }, (_, i) => (i * 7919) >> 3);
          const indices = Array.from({ length: count }, (_, i) => (i * 31) % 50);
          for (const mean of [undefined, values(dtype, rowLength, 5).map((value) => 120 + value)]) {
            const expected = values(dtype, count * rowLength, 0);
            for (let i = 0; i < expected.length; i++) {
              const [row, column] = [Math.floor(i / rowLength), i % rowLength];
              expected[i] = pixels[indices[row] * rowLength + column] - (mean?.[column] ?? 0);
            }
            for (const [from, to] of arrays(tested, pixels, values(dtype, count * rowLength, 1))) {
              tested.gatherRows(from, rowLength, indices, mean, to);
              expectSame(to, expected);
              tested.release(from);
              tested.release(to);
            }
          }
        }
      });

      it("adds a multiple, rounding after each operation", () => {
        for (const length of [0, 1, 2, 5, 8, 1023]) {
          const [x, y] = [values(dtype, length, 1), values(dtype, length, 2)];
          const round = dtype === "float32" ? Math.fround : (value: number) => value;
          const expected = y.map((value, i) => round(value + round(round(0.1) * x[i])));
          const [ownX, ownY] = [own(tested, x), own(tested, y)];
          const out = tested.allocate(dtype, length);
          tested.addScaled(0.1, ownX, ownY, out);
          expectSame(out, expected);
          expectSame(ownY, y);
          tested.addScaled(0.1, ownX, ownY);
          expectSame(ownY, expected);
          tested.addScaled(0.1, x, y);
          expectSame(y, expected);
          for (const data of [ownX, ownY, out]) tested.release(data);
        }
      });

      it("sums products the same way wherever they lie", () => {
        for (const length of [0, 1, 7, 8, 9, 1030]) {
          const [x, y] = [values(dtype, length, 1), values(dtype, length, 2)];
          let sum = 0;
          for (let i = 0; i < length; i++) sum += x[i] * y[i];
          const got = tested.dot(x, y);
          expect(Math.abs(got - sum)).toBeLessThanOrEqual(1e-15 * length);
          expect(tested.dot(own(tested, x), own(tested, y))).toBe(got);
          expect(plain.dot(x, y)).toBe(got);
        }
      });

      it("allocates zeros, also where something was released", () => {
        const first = tested.allocate(dtype, 1000).fill(5);
        tested.release(first);
        const second = tested.allocate(dtype, 1000);
        expectSame(second, values(dtype, 1000, 0).fill(0));
        tested.release(second);
        tested.release(values(dtype, 4, 0));
      });
    });
  });
}

/** Compares with the oracle: each value within half an ulp of K for each of its K terms, none above 1. */
function expectProduct(engine: Engine, given: Product): void {
  engine.gemm(given);
  const { c } = given;
  const expected = expectedProduct(given);
  const tolerance = (given.K + 1) * given.K * (c instanceof Float64Array ? 2 ** -53 : 2 ** -24);
  const wrong = c.findIndex((value, i) => !(Math.abs(value - expected[i]) <= tolerance));
  if (wrong >= 0) {
    const { M, N, K, transposeA, transposeB } = given;
    expect.fail(`c[${wrong}] of ${JSON.stringify({ M, N, K, transposeA, transposeB })}: expected ${expected[wrong]}, got ${c[wrong]}`);
  }
}

/** Both places where pixels and the result can lie. */
function arrays(engine: Engine, pixels: Uint8Array, out: FloatArray): [Uint8Array, FloatArray][] {
  const inside = engine.allocate("uint8", pixels.length);
  inside.set(pixels);
  return [[pixels, out], [inside, own(engine, out)]];
}

function own<Data extends FloatArray>(engine: Engine, data: Data): Data {
  const placed = engine.allocate(data instanceof Float64Array ? "float64" : "float32", data.length);
  placed.set(data);
  return placed as Data;
}

/** The same bits, but for those of a NaN. (`toEqual` takes seconds on arrays of this size.) */
function expectSame(got: FloatArray, expected: FloatArray): void {
  expect(got.length).toBe(expected.length);
  const wrong = got.findIndex((value, i) => !Object.is(value, expected[i]));
  if (wrong >= 0) expect.fail(`[${wrong}]: expected ${expected[wrong]}, got ${got[wrong]}`);
}
