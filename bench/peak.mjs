/**
 * What 128-bit arithmetic can do at best on one core: independent multiplications and additions in
 * registers, as many of each as hide their latency, with no load or store.
 */
import wabtModule from "wabt";

const KERNELS = { float64: kernel("f64", "f64x2"), float32: kernel("f32", "f32x4") };
const LANES = { float64: 2, float32: 4 };
/** Chains of each kind: 12 with a latency of 3 or 4 cycles keep four units busy, and fit 16 registers. */
const CHAINS = 6;
const FLOPS = 2_400_000;

let instance;

/** @returns a function that does so many floating-point operations */
export async function peakWork(dtype) {
  instance ??= await assemble();
  return (flops) => instance[dtype](flops / (2 * CHAINS * LANES[dtype]));
}

/** @returns GFLOP/s of one short run */
export async function peakFlops(dtype) {
  const work = await peakWork(dtype);
  work(FLOPS / 100);
  const start = performance.now();
  work(FLOPS);
  return FLOPS / (performance.now() - start) / 1e6;
}

async function assemble() {
  const wabt = await wabtModule();
  const text = `(module ${Object.entries(KERNELS).map(([name, body]) => `(func (export "${name}") ${body})`).join("\n")})`;
  const binary = wabt.parseWat("peak.wat", text, { simd: true }).toBinary({}).buffer;
  return new WebAssembly.Instance(new WebAssembly.Module(binary)).exports;
}

function kernel(type, vector) {
  const chains = ["add", "mul"].flatMap((kind) => Array.from({ length: 6 }, (_, i) => ({ kind, name: `$${kind}${i}` })));
  const each = (text) => chains.map(text).join("\n");
  return `(param $steps i32) (result ${type}) (local $one v128) ${each(({ name }) => `(local ${name} v128)`)}
    (local.set $one (${vector}.splat (${type}.const 1)))
    ${each(({ name }) => `(local.set ${name} (${vector}.splat (${type}.const ${name.length + Number(name.at(-1))})))`)}
    (loop $next
      ${each(({ kind, name }) => `(local.set ${name} (${vector}.${kind} (local.get ${name}) (local.get $one)))`)}
      (br_if $next (local.tee $steps (i32.sub (local.get $steps) (i32.const 1)))))
    (${vector}.extract_lane 0 ${chains.reduce((sum, { name }) => (sum ? `(${vector}.add ${sum} (local.get ${name}))` : `(local.get ${name})`), "")})`;
}
