/** `npm start` as users type it. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** @returns how long it took, its exit status, and all that it said */
export function npmStart(args, env = {}) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync("npm", ["start", "--", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { ms: performance.now() - start, status, said: `${stdout}${stderr}` };
}
