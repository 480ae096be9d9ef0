/**
 * Assembles the kernels and writes them as src/engine/kernelBytes.ts; run it after a change of
 * the kernels: `node dist/engine/kernels/build.js`. A test compares the file with a fresh build.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateKernelBytes } from "./generate.js";

const target = fileURLToPath(new URL("../../../src/engine/kernelBytes.ts", import.meta.url));
writeFileSync(target, await generateKernelBytes());
