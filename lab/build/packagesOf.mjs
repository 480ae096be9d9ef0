/** Which packages a bundle is made of. */
import { join } from "node:path";

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/**
 * @param {string} lab the folder that node_modules lies in
 * @param {{ inputs: Record<string, unknown> }[]} metafiles what esbuild says of its work
 * @returns {{ name: string, folder: string }[]} sorted by name
 */
export function packagesOf(lab, metafiles) {
  const found = new Map();
  for (const path of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    // What a package switches off for browsers is named too, but nothing of it is there.
    if (path.startsWith("(disabled):")) continue;
    const match = PACKAGE.exec(path.replace(/^[a-z-]+:/, "").replaceAll("\\", "/"));
    if (match !== null) found.set(match[1], { name: match[2], folder: join(lab, match[1]) });
  }
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
