/** package.json and its lock as students get them: without commands and packages that only this clone needs. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { remove } from "../../host/node/remove.js";
import { temporaryFolder } from "../../host/node/temporaryFolder.js";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";

/** Commands whose programs students have. */
const SCRIPTS = ["prepare", "build", "start", "submit", "data", "lab", "site", "kernel:install"];
/** What tests, the reference and the style of the sources take: a fifth of what npm installs. */
const PACKAGES = ["axe-core", "fast-check", "oxlint", "playwright-core", "rollup", "typedoc", "vite", "vitest"];
/** By these npm knows what a lock is to hold. */
const MANIFEST = "package.json";
const LOCK = "package-lock.json";
const OTHERS = ["notebooks/package.json", "notebooks/tensor-float64/package.json"];

/**
 * @param read the text of a file of the release, by path
 * @returns both files, by path
 * @throws {Error} if npm is not there or cannot make the lock
 */
export function learnersPackage(read: (path: string) => string): Readonly<Record<typeof MANIFEST | typeof LOCK, string>> {
  const { typedocOptions: _, ...rest } = JSON.parse(read(MANIFEST)) as Record<string, Record<string, string>>;
  const kept = { ...rest, scripts: only(rest["scripts"]!, (name) => SCRIPTS.includes(name)), devDependencies: only(rest["devDependencies"]!, (name) => !PACKAGES.includes(name)) };
  const manifest = `${JSON.stringify(kept, null, 2)}\n`;
  return { [MANIFEST]: manifest, [LOCK]: pruned({ ...Object.fromEntries([LOCK, ...OTHERS].map((path) => [path, read(path)])), [MANIFEST]: manifest }) };
}

function only(entries: Readonly<Record<string, string>>, isKept: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => isKept(name)));
}

/** The lock without what nothing in the manifest leads to; versions stay, and nothing is fetched. */
function pruned(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder("release");
  try {
    for (const [path, content] of Object.entries(files)) writeFileAtomic(join(folder, path), content);
    const words = ["install", "--package-lock-only", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    // On Windows npm is a script of the shell's.
    const { status, stderr, error } = spawnSync("npm", words, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
    if (status !== 0) throw new Error(`release: expected npm to shorten ${LOCK} for students, got ${error?.message ?? stderr.trim()}`);
    return readFileSync(join(folder, LOCK), "utf8");
  } finally {
    remove(folder);
  }
}
