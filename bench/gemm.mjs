/** How fast is a matrix product, by shape, and how near to what 128-bit arithmetic can do at best? */
import { createWasmEngine } from "../dist/numeric/engine/wasm.js";
import { createBlasEngine } from "../dist/numeric/engine/blas.js";
import { median } from "./duel.mjs";
import { peakFlops } from "./peak.mjs";
import { table } from "./table.mjs";

export const title = "Matrix product";

/** Op(a) (M, K) times op(b) (K, N), with what each is in the training step. */
const SHAPES = [
  { name: "first layer, forward", M: 100, N: 50, K: 3072 },
  { name: "first layer, weights", M: 3072, N: 50, K: 100, transposeA: true },
  { name: "first layer, inputs", M: 100, N: 3072, K: 50, transposeB: true },
  { name: "second layer, forward", M: 100, N: 10, K: 50 },
  { name: "second layer, weights", M: 50, N: 10, K: 100, transposeA: true },
  { name: "scoring", M: 1000, N: 50, K: 3072 },
  { name: "square", M: 512, N: 512, K: 512 },
];

export async function measure({ quick }) {
  const engines = [createWasmEngine({ threads: 1 }), createWasmEngine({ threads: 2 }), ...blas()];
  const results = [];
  for (const dtype of ["float64", "float32"]) {
    for (const shape of SHAPES) {
      const samples = engines.map(() => []);
      const peaks = [];
      const calls = engines.map((engine) => prepare(engine, dtype, shape));
      for (let round = 0; round < (quick ? 5 : 30); round++) {
        peaks.push(await peakFlops(dtype));
        for (const [i, call] of calls.entries()) samples[i].push(repeat(call));
      }
      for (const [i, engine] of engines.entries()) {
        calls[i].release();
        const flops = 2 * shape.M * shape.N * shape.K;
        // Of a small product they are more than a call takes as arguments.
        const times = samples[i].flat().sort((a, b) => a - b);
        const best = flops / times[0] / 1e6;
        results.push({
          ...shape, dtype, engine: engine.name,
          gflops: flops / median(times) / 1e6, best, peak: median(peaks), bestPeak: Math.max(...peaks),
        });
      }
    }
  }
  await Promise.all(engines.map((engine) => engine.stop()));
  return results;
}

export function report(results) {
  return table(
    results.map(({ name, M, N, K, dtype, engine, gflops, best, peak, bestPeak }) => ({
      product: name,
      "M x N over K": `${M} x ${N} over ${K}`,
      type: dtype,
      engine,
      "GFLOP/s": gflops.toFixed(1),
      "of peak": `${((100 * gflops) / peak).toFixed(0)} %`,
      best: best.toFixed(1),
      "of best peak": `${((100 * best) / bestPeak).toFixed(0)} %`,
    })),
  );
}

function blas() {
  try {
    return [createBlasEngine({ base: createWasmEngine({ threads: 1 }) })];
  } catch {
    return [];
  }
}

/** A call of the product on arrays in engine memory. */
function prepare(engine, dtype, { M, N, K, transposeA = false, transposeB = false }) {
  const [a, b, c] = [M * K, K * N, M * N].map((length) => engine.allocate(dtype, length));
  a.fill(0.5);
  b.fill(0.25);
  const call = () => engine.gemm({ M, N, K, a, b, c, transposeA, transposeB });
  call.release = () => [a, b, c].forEach((data) => engine.release(data));
  return call;
}

/** Times of calls for about 20 ms, the first ones not counted. */
function repeat(call) {
  const times = [];
  const end = performance.now() + 20;
  for (let i = 0; i < 5 || performance.now() < end; i++) {
    const start = performance.now();
    call();
    if (i >= 2) times.push(performance.now() - start);
  }
  return times;
}
