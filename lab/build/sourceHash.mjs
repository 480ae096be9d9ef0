/** One sum over all that the zip is made from, so that nobody commits sources without the zip. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["build", "build.mjs", "empty", "licences", "package-lock.json", "package.json", "src", "tsconfig.json"];

/** @returns {string} SHA-256, in hex, over names and texts in the order of the names */
export function sourceHash(lab) {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((name) => filesOf(lab, name)).sort()) {
    const bytes = readFileSync(join(lab, path));
    // A checkout may have turned the line ends of texts.
    const content = bytes.includes(0) ? bytes : Buffer.from(bytes.toString("utf8").replaceAll("\r\n", "\n"));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Files at or below a name, with forward slashes on every system. */
function filesOf(lab, name) {
  const found = readdirSync(lab, { withFileTypes: true }).find((entry) => entry.name === name);
  if (!found?.isDirectory()) return [name];
  const entries = readdirSync(join(lab, name), { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && entry.name !== "node_modules")
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(lab.length + 1).replaceAll("\\", "/"));
}
