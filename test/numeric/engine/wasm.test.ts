import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { FloatArray, Product } from "../../../src/numeric/engine/engine.js";
import { oracleProduct } from "./oracle.js";
import { createWasmEngine, type WasmEngine } from "../../../src/numeric/engine/wasm.js";
import { inEngineMemory, product, values } from "./engines.js";

const one = createWasmEngine({ threads: 1 });
const two = createWasmEngine({ threads: 2 });
const three = createWasmEngine({ threads: 3 });
afterAll(() => Promise.all([two.stop(), three.stop()]));

/** Runs until a worker has helped: they start while the caller works. */
async function workersAtWork(engine: WasmEngine): Promise<void> {
  const large = inEngineMemory(engine, product("float64", [64, 64, 200]));
  const before = engine.partsByWorkers;
  for (let i = 0; i < 2000 && engine.partsByWorkers === before; i++) {
    engine.gemm(large);
    await sleep(5);
  }
  expect(engine.partsByWorkers).toBeGreaterThan(before);
}

function bits(data: FloatArray): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");
}

function resultBits(engine: WasmEngine, given: Product): string {
  engine.gemm(given);
  return bits(given.c);
}

describe("the bits of a result", () => {
  const shapes = [[100, 50, 3072], [3072, 50, 100], [100, 3072, 50], [3, 4000, 40], [97, 61, 301]] as const;

  it.each(["float64", "float32"] as const)("do not depend on the number of threads, nor on where arrays lie (%s)", async (dtype) => {
    await Promise.all([workersAtWork(two), workersAtWork(three)]);
    for (const shape of shapes) {
      for (const [transposeA, transposeB] of [[false, false], [true, false], [false, true], [true, true]] as const) {
        const given = product(dtype, shape, transposeA, transposeB);
        const expected = resultBits(one, given);
        for (const engine of [two, three]) {
          expect(resultBits(engine, given) === expected).toBe(true);
          const placed = inEngineMemory(engine, given);
          expect(resultBits(engine, placed) === expected).toBe(true);
          for (const data of [placed.a, placed.b, placed.c]) engine.release(data);
        }
      }
    }
  });

  it("are those of the definition's loops without FMA, in float64", () => {
    const unfused = createWasmEngine({ threads: 1, fused: false });
    for (const shape of [[7, 9, 700], [13, 5, 1], [20, 131, 129]] as const) {
      const given = product("float64", shape);
      const expected = { ...given, c: given.c.slice() };
      oracleProduct(expected);
      expect(resultBits(unfused, given)).toBe(bits(expected.c));
    }
  });

  it("are those of loops that round each operation without FMA, in float32", () => {
    const unfused = createWasmEngine({ threads: 1, fused: false });
    const given = product("float32", [5, 11, 300]);
    const expected = new Float32Array(55);
    for (let i = 0; i < 55; i++) {
      for (let k = 0; k < 300; k++) {
        expected[i] = expected[i] + Math.fround(given.a[Math.floor(i / 11) * 300 + k] * given.b[k * 11 + (i % 11)]);
      }
    }
    expect(resultBits(unfused, given)).toBe(bits(expected));
  });
});

it("multiplies an ordinary matrix larger than the scratch it goes through", () => {
  const given = product("float64", [701, 3, 3072]);
  expect(resultBits(two, inEngineMemory(two, given)) === resultBits(two, given)).toBe(true);
});

it("gathers with several threads", async () => {
  await workersAtWork(two);
  const pixels = Uint8Array.from({ length: 300 * 3072 }, (_, i) => (i * 7919) >> 3);
  const indices = Array.from({ length: 101 }, (_, i) => (i * 31) % 300);
  const [expected, got] = [values("float64", 101 * 3072, 0), values("float64", 101 * 3072, 1)];
  one.gatherRows(pixels, 3072, indices, undefined, expected);
  const before = two.partsByWorkers;
  // On a busy machine the worker may often come too late.
  for (let i = 0; two.partsByWorkers === before && i < 10_000; i++) {
    got.fill(NaN);
    two.gatherRows(pixels, 3072, indices, undefined, got);
  }
  expect(two.partsByWorkers).toBe(before + 1);
  expect(bits(got) === bits(expected)).toBe(true);
});

it("holds no memory after calls on ordinary arrays, and does not grow over many", () => {
  const engine = createWasmEngine({ threads: 1 });
  const [x, y] = [engine.allocate("float64", 500), engine.allocate("float64", 500)];
  const before = engine.bytesInUse;
  const given = product("float64", [20, 10, 30]);
  const pixels = new Uint8Array(3000);
  const grown = () => engine.allocate("uint8", 1).buffer.byteLength;
  const size = grown();
  for (let step = 0; step < 20_000; step++) {
    engine.gemm(given);
    engine.gatherRows(pixels, 30, [1, 2, 99], undefined, given.a);
    engine.addScaled(1e-9, x, y);
    engine.release(engine.allocate("float32", 100 + (step % 50)));
  }
  expect(engine.bytesInUse).toBe(before + 128);
  expect(grown()).toBe(size);
});

it("gives memory back when a routine throws", () => {
  const engine = createWasmEngine({ threads: 1 });
  const before = engine.bytesInUse;
  // Rows far outside of the memory.
  const pixels = engine.allocate("uint8", 10);
  expect(() => engine.gatherRows(pixels, 10, [400_000_000], undefined, new Float64Array(10))).toThrow(WebAssembly.RuntimeError);
  engine.release(pixels);
  expect(engine.bytesInUse).toBe(before);
});

it("rounds once for each multiply-add unless told otherwise, and says so", () => {
  // 1 - (1 + e)(1 - e) is e², of which the separate product keeps nothing.
  const e = 2 ** -30;
  const given = { M: 1, N: 1, K: 2, transposeA: false, transposeB: false, c: new Float64Array(1) };
  const [a, b] = [Float64Array.of(1, 1 + e), Float64Array.of(1, e - 1)];
  one.gemm({ ...given, a, b });
  expect([one.name, given.c[0]]).toEqual(given.c[0] === 0 ? ["wasm without FMA, 1 thread", 0] : ["wasm, 1 thread", e * e]);
  const unfused = createWasmEngine({ threads: 1, fused: false });
  unfused.gemm({ ...given, a, b });
  expect([unfused.name, given.c[0]]).toEqual(["wasm without FMA, 1 thread", 0]);
});

it("shows its threads, and why there are fewer than asked for", async () => {
  const engine = createWasmEngine({ threads: 2 });
  expect(engine.name).toBe("wasm, 2 threads");
  await engine.stop();
  expect(engine.name).toBe("wasm, 1 thread (the worker threads were stopped)");
  expect(engine.threads).toBe(1);
  expect(createWasmEngine({ threads: 1 }).name).toBe("wasm, 1 thread");
  expect(createWasmEngine({ threads: 2, shared: false }).name).toBe("wasm, 1 thread (without shared memory)");
});
