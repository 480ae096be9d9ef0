/**
 * Makes the kernel known to every Jupyter client of this user, VS Code among them: `npm run kernel:install`.
 * `npm run kernel:install -- --uninstall` takes it back.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { remove } from "../host/node/remove.js";
import { writeFileAtomic } from "../host/node/writeFileAtomic.js";
import { homeFolder, jupyterDataDir } from "../jupyter/protocol/dataFolders.js";
import { KERNEL_NAME } from "../jupyter/protocol/kernelName.js";
import { kernelSpec } from "../jupyter/protocol/kernelSpec.js";
import { swallowedOptions } from "./swallowedOptions.js";

const USAGE = `Makes the kernel known to Jupyter and VS Code.

  npm run kernel:install
  npm run kernel:install -- --uninstall   takes it back
`;

const folder = join(jupyterDataDir(process.platform, process.env, homeFolder()), "kernels", KERNEL_NAME);

try {
  const swallowed = swallowedOptions(USAGE);
  if (swallowed !== null) throw new Error(swallowed);
  const { values } = parseArgs({ options: { uninstall: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help) process.stdout.write(USAGE);
  else if (values.uninstall) uninstall();
  else install();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function install(): void {
  const main = fileURLToPath(new URL("../jupyter/kernel/main.js", import.meta.url));
  writeFileAtomic(join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(process.execPath, main), null, 2)}\n`);
  console.log(`Installed the kernel "${KERNEL_NAME}" in ${folder}.`);
  console.log("It runs this clone with this Node: after moving either, install it again.");
}

function uninstall(): void {
  console.log(existsSync(folder) ? `Removed ${folder}.` : `Nothing to remove: there is no ${folder}.`);
  remove(folder);
}
