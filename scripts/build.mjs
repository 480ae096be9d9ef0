/** Makes dist. What is given goes to the compiler: with `--noCheck` it takes half the time, and tells no error of types. */
import { spawnSync } from "node:child_process";

const steps = [
  ["scripts/tidyDist.mjs"],
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--incremental", "--tsBuildInfoFile", "dist/.tsbuildinfo", ...process.argv.slice(2)],
  ["scripts/bundle.mjs"],
  ["scripts/declarations.mjs"],
];
for (const words of steps) {
  const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
