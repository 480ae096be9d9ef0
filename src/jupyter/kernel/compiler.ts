/**
 * The compiler as the build has made it: short, so that it loads fast. The first kernel of a build leaves what V8 has made
 * of it, as Python does with its modules, and those after it need not make that again.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import type { TypeScript } from "../cells/typescript.js";

/** Seen from the sources as from what is built of them. */
const FILE = fileURLToPath(new URL("../../../dist/bundle/typescript.cjs", import.meta.url));
/** Of this V8, its flags and this processor: V8 takes no other. */
const CODE = FILE.replace(/cjs$/, `${cachedDataVersionTag()}.code`);

const cachedData = existsSync(CODE) ? readFileSync(CODE) : undefined;
// What the build writes has no character beyond ASCII.
const script = new Script(Module.wrap(readFileSync(FILE, "latin1")), { filename: FILE, ...(cachedData && { cachedData }) });
const module = { exports: {} };
script.runInThisContext().call(module.exports, module.exports, createRequire(FILE), module, FILE, dirname(FILE));

export const typescript = module.exports as TypeScript;

/** Leaves what V8 has made of the compiler so far, if there was nothing that it could use. */
export function keepCompilerCode(): void {
  if (cachedData && !script.cachedDataRejected) return;
  try {
    writeFileAtomic(CODE, script.createCachedData());
  } catch {
    // Where nothing can be written, the next start is as slow as this one was, and that is all.
  }
}
