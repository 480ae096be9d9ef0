/**
 * What an incremental build leaves to others, done before it: outputs of sources that are gone go. Where an output is
 * missing, the compiler's note of its last build goes, so that it writes them all.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";

const NOTE = ".tsbuildinfo";

/** The files below a folder as `nn/layers/relu.d.ts`. */
function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"));
}

if (existsSync("dist")) {
  const sources = new Set(filesBelow("src").filter((path) => path.endsWith(".ts")));
  const outputs = new Set(filesBelow("dist"));
  // relu.ts makes relu.js, relu.d.ts and relu.js.map
  const gone = [...outputs].filter((path) => path !== NOTE && !sources.has(path.replace(/\.[^/]*$/, ".ts")));
  for (const path of gone) rmSync(join("dist", path), { force: true });
  const isMissing = [...sources].some((path) => !path.startsWith("play/") && !outputs.has(path.replace(/ts$/, "js")));
  if (isMissing) rmSync(join("dist", NOTE), { force: true });
}
