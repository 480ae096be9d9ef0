/** One sum over all that the zip is made from, so that nobody commits sources without the zip. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["build", "build.mjs", "empty", "licences", "package-lock.json", "package.json", "src"];

/** @returns {string} SHA-256, in hex, over names and texts in the order of the names */
export function sourceHash(lab) {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((name) => filesOf(lab, name)).sort()) {
    // A checkout may have turned line ends.
    const text = readFileSync(join(lab, path), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${path}\0${text.length}\0${text}`);
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
