/** A page with one script of a test, isolated from other sites, and what lies beside it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";

const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

export interface ServedPage {
  readonly address: string;
  close(): void;
}

/** @param script in this folder; other scripts of the folder are served by their names */
export async function servePage(script: string): Promise<ServedPage> {
  const { outputFiles } = await build({ entryPoints: [join(import.meta.dirname, script)], bundle: true, format: "esm", platform: "browser", write: false });
  const server = createServer(({ url }, response) => {
    const isScript = url!.endsWith(".js");
    response.writeHead(200, { ...ISOLATED, "content-type": isScript ? "text/javascript" : "text/html" });
    if (!isScript) response.end('<!doctype html><link rel="icon" href="data:,"><script type="module" src="script.js"></script>');
    else response.end(url === "/script.js" ? outputFiles[0]!.text : readFileSync(join(import.meta.dirname, url!)));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
