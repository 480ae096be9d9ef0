/**
 * Assembles the kernels and writes them as src/numeric/engine/kernelBytes.ts; run it after a change of
 * the kernels: `node dist/numeric/engine/wat/build.js`. A test compares the file with a fresh build.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateKernelBytes } from "./generate.js";

const target = fileURLToPath(new URL("../kernelBytes.ts", import.meta.url));
writeFileSync(target, await generateKernelBytes());
