/**
 * Assembles the routines and writes them as src/numeric/engine/wasmBytes.ts; run it after a change of
 * the routines: `node dist/numeric/engine/wat/build.js`. A test compares the file with a fresh build.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateWasmBytes } from "./generate.js";

const target = fileURLToPath(new URL("../../../../src/numeric/engine/wasmBytes.ts", import.meta.url));
writeFileSync(target, await generateWasmBytes());
