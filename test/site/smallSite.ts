/** The site with a kernel that is at once there, for tests of what is around it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "../../src/cli/site/buildSite.js";
import type { SiteKernel } from "../../src/cli/site/kernelFiles.js";
import { Terminal } from "../../src/cli/terminal.js";

const ROOT = join(import.meta.dirname, "../..");

/** @param name of the worker's script, which its cells know as `small.name` */
export async function smallKernel(folder: string, name = "worker-small.js"): Promise<SiteKernel> {
  mkdirSync(folder);
  writeFileSync(join(folder, name), `${readFileSync(join(ROOT, "test/jupyter/page/smallWorker.js"), "utf8")}globalThis.small.name = ${JSON.stringify(name)};\n`);
  return { worker: name, typescript: "none.js", declarations: "none.json", packages: {}, workers: { engine: "none.js", trial: "none.js", gap: "none.js" } };
}

/** @param images folder with CIFAR-10's batches @param worker name of the kernel's script @returns what the command said */
export async function buildSmallSite(out: string, root = ROOT, images: string | null = null, worker?: string): Promise<string> {
  let said = "";
  const terminal = new Terminal({ write: (text: string) => { said += text; } });
  await buildSite({ out, images, perBatch: 1000, help: false }, { root, workingDirectory: ROOT, terminal }, (folder) => smallKernel(folder, worker));
  return said;
}
