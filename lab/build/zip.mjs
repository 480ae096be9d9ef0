/** The zip: sorted names, one fixed date and one compressor, so that the same files give the same bytes. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";

/** The first day that a zip can name in every time zone. */
const DATE = new Date(1980, 0, 2);

/**
 * @param {Map<string, Uint8Array | string>} files by their path in the zip
 * @param {{ source: string, esbuild: string }} made from what, and by which bundler
 */
export function zipOf(files, made) {
  const bytes = [...files].map(([path, content]) => [path, typeof content === "string" ? strToU8(content) : content]);
  bytes.sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = Object.fromEntries(bytes.map(([path, content]) => [path, sha256(content)]));
  const sheet = strToU8(`${JSON.stringify({ ...made, files: sums }, null, 1)}\n`);
  return zipSync(Object.fromEntries([...bytes, ["sums.json", sheet]]), { level: 9, mtime: DATE });
}

/** Unpacks a zip into a folder, for looking at what is in it. */
export function layOut(zip, folder) {
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
