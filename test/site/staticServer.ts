/** A web server that knows nothing but files, with the site below a path of its own. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css", ".html": "text/html", ".ico": "image/x-icon", ".ipynb": "application/json", ".js": "text/javascript", ".json": "application/json", ".woff2": "font/woff2",
};
const PREFIX = "/some/where";

export interface StaticServer {
  /** Of the site, with a slash at its end. */
  readonly address: string;
  /** Paths in the site that were asked for, in order, and how often bytes went out for them. */
  readonly asked: string[];
  /** What comes next is not answered: the network is cut. */
  cut(): void;
  close(): void;
}

/** @param folder may be replaced by another build while it runs */
export async function serveFolder(folder: () => string): Promise<StaticServer> {
  const asked: string[] = [];
  let isCut = false;
  const server = createServer(({ url = "", socket }, response) => {
    if (isCut) return void socket.destroy();
    const path = decodeURIComponent(url.split("?")[0]!);
    const missing = (): void => void response.writeHead(404).end();
    if (!path.startsWith(`${PREFIX}/`)) return missing();
    let file = join(folder(), path.slice(PREFIX.length));
    if (!existsSync(file)) return missing();
    if (statSync(file).isDirectory()) {
      if (!path.endsWith("/")) return void response.writeHead(301, { location: `${path}/` }).end();
      file = join(file, "index.html");
    }
    asked.push(file.slice(folder().length + 1));
    // As `python3 -m http.server` does: nothing is said of how long it may be kept, but when it was written.
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "last-modified": statSync(file).mtime.toUTCString() });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${PREFIX}/`,
    asked,
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
