/** The generated file of routines: WebAssembly's text, assembled by wabt, as a TypeScript module. */
import wabtModule from "wabt";
import { type RoutineOptions, routineSource } from "./source.js";

/** @returns the text of src/numeric/engine/wasmBytes.ts */
export async function generateWasmBytes(): Promise<string> {
  const routines = await assemble({ shared: true, fused: false });
  const fused = await assemble({ shared: true, fused: true });
  const flag = sharedFlag(routines, await assemble({ shared: false, fused: false }));
  if (routines.slice(0, flag.at + 1).some((byte, i) => byte !== fused[i])) {
    throw new Error("generateWasmBytes: expected both modules to begin alike, up to what says that memory is shared");
  }
  return `/** Generated from wat/ by wat/build.ts; do not edit. Modules of WebAssembly, for shared memory, in hexadecimal digits: these pack best. */

/** The routines with separate multiplication and addition. */
export const ROUTINES =
${hexLines(routines)};

/** The routines with both in one instruction, of relaxed SIMD. */
export const FUSED_ROUTINES =
${hexLines(fused)};

/** The one byte of a module that says that memory is shared, and its value where it is not. */
export const SHARED_FLAG = { at: ${flag.at}, unshared: ${flag.unshared} };
`;
}

function sharedFlag(shared: number[], unshared: number[]): { at: number; unshared: number } {
  const different = shared.flatMap((byte, at) => (byte === unshared[at] ? [] : [at]));
  if (shared.length !== unshared.length || different.length !== 1) {
    throw new Error(`generateWasmBytes: expected the unshared module to differ in one byte, got ${different.length}`);
  }
  return { at: different[0], unshared: unshared[different[0]] };
}

function hexLines(bytes: number[]): string {
  const lines = Buffer.from(bytes).toString("hex").match(/.{1,116}/g) ?? [];
  return lines.map((line) => `  "${line}"`).join(" +\n");
}

async function assemble(options: RoutineOptions): Promise<number[]> {
  const wabt = await wabtModule();
  const module = wabt.parseWat("routines.wat", routineSource(options), { simd: true, threads: true, relaxed_simd: true });
  const bytes = [...module.toBinary({}).buffer];
  module.destroy();
  return bytes;
}
