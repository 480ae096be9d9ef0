/** The site with its own kernel, built and served. */
import { join } from "node:path";
import { buildSite } from "../../src/cli/site/buildSite.js";
import { Terminal } from "../../src/cli/terminal.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { serveFolder, type StaticServer } from "./staticServer.js";

const ROOT = join(import.meta.dirname, "../..");

export async function siteWithKernel(): Promise<{ readonly site: string; readonly server: StaticServer }> {
  const site = join(temporaryFolder(), "site");
  await buildSite({ out: site, images: null, perBatch: 1000, help: false }, { root: ROOT, workingDirectory: ROOT, terminal: new Terminal({ write: () => true }) });
  return { site, server: await serveFolder(() => site) };
}
