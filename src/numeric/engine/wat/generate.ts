/** The generated file of kernels: WebAssembly's text, assembled by wabt, as a TypeScript module. */
import wabtModule from "wabt";
import { type KernelOptions, kernelSource } from "./source.js";

/** @returns the text of src/numeric/engine/kernelBytes.ts */
export async function generateKernelBytes(): Promise<string> {
  const kernels = await assemble({ shared: true, fused: false });
  const fused = await assemble({ shared: true, fused: true });
  const flag = sharedFlag(kernels, await assemble({ shared: false, fused: false }));
  if (kernels.slice(0, flag.at + 1).some((byte, i) => byte !== fused[i])) {
    throw new Error("generateKernelBytes: expected both modules to begin alike, up to what says that memory is shared");
  }
  return `/** Generated from kernels/ by kernels/build.ts; do not edit. Modules of WebAssembly in base64, for shared memory. */

/** The kernels with separate multiplication and addition. */
export const KERNELS =
${base64Lines(kernels)};

/** The kernels with both in one instruction, of relaxed SIMD. */
export const FUSED_KERNELS =
${base64Lines(fused)};

/** The one byte of a module that says that memory is shared, and its value where it is not. */
export const SHARED_FLAG = { at: ${flag.at}, unshared: ${flag.unshared} };
`;
}

function sharedFlag(shared: number[], unshared: number[]): { at: number; unshared: number } {
  const different = shared.flatMap((byte, at) => (byte === unshared[at] ? [] : [at]));
  if (shared.length !== unshared.length || different.length !== 1) {
    throw new Error(`generateKernelBytes: expected the unshared module to differ in one byte, got ${different.length}`);
  }
  return { at: different[0], unshared: unshared[different[0]] };
}

function base64Lines(bytes: number[]): string {
  const lines = Buffer.from(bytes).toString("base64").match(/.{1,116}/g) ?? [];
  return lines.map((line) => `  "${line}"`).join(" +\n");
}

async function assemble(options: KernelOptions): Promise<number[]> {
  const wabt = await wabtModule();
  const module = wabt.parseWat("kernels.wat", kernelSource(options), { simd: true, threads: true, relaxed_simd: true });
  const bytes = [...module.toBinary({}).buffer];
  module.destroy();
  return bytes;
}
