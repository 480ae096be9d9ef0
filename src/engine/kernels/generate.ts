/** The generated file of kernels: WebAssembly's text, assembled by wabt, as a TypeScript module. */
import wabtModule from "wabt";
import { kernelSource } from "./source.js";

/** @returns the text of src/engine/kernelBytes.ts */
export async function generateKernelBytes(): Promise<string> {
  const [shared, unshared] = [await assemble(true), await assemble(false)];
  const different = shared.flatMap((byte, at) => (byte === unshared[at] ? [] : [at]));
  if (shared.length !== unshared.length || different.length !== 1) {
    throw new Error(`generateKernelBytes: expected the shared and the unshared module to differ in one byte, got ${different.length}`);
  }
  const lines = Buffer.from(shared).toString("base64").match(/.{1,116}/g) ?? [];
  return `/** Generated from kernels/ by kernels/build.ts; do not edit. */

/** The kernels for shared memory, as a WebAssembly module in base64. */
export const KERNELS =
${lines.map((line) => `  "${line}"`).join(" +\n")};

/** The one byte of the module that says that memory is shared, and its value where it is not. */
export const SHARED_FLAG = { at: ${different[0]}, unshared: ${unshared[different[0]!]} };
`;
}

async function assemble(shared: boolean): Promise<number[]> {
  const wabt = await wabtModule();
  const features = { simd: true, threads: true };
  const module = wabt.parseWat("kernels.wat", kernelSource(shared), features);
  const bytes = [...module.toBinary({}).buffer];
  module.destroy();
  return bytes;
}
