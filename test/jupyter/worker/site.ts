/** A site with nothing but the files of a kernel, and a page that drives it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { kernelFiles, type SiteKernel } from "../../../src/cli/site/kernelFiles.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** Isolated from other sites a page may share memory with its workers. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", json: "application/json", html: "text/html" };

export interface Site {
  readonly files: SiteKernel;
  readonly folder: string;
  /** Of a page, isolated or not. */
  address(kind: "isolated" | "plain"): string;
  close(): void;
}

export async function startSite(): Promise<Site> {
  const folder = temporaryFolder();
  const files = await kernelFiles(folder);
  const driver = join(import.meta.dirname, "pageDriver.ts");
  await build({ entryPoints: [driver], bundle: true, format: "esm", outfile: join(folder, "driver.js"), logLevel: "error" });
  const server = createServer(({ url }, response) => {
    const [, kind, name] = url!.split("/");
    const headers = kind === "isolated" ? ISOLATED : {};
    try {
      const body = name === "" ? '<!doctype html><link rel="icon" href="data:,"><script type="module" src="driver.js"></script>' : readFileSync(join(folder, name!));
      response.writeHead(200, { ...headers, "content-type": TYPES[name === "" ? "html" : name!.split(".").at(-1)!]! }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return {
    files, folder,
    address: (kind) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${kind}/`,
    close: () => server.close(),
  };
}
