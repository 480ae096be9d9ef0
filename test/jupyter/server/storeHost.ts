/** The routes of a lab over any two stores, asked without a server. */
import type { Kernels } from "../../../src/jupyter/server/kernels/kernels.js";
import { router, type Router } from "../../../src/jupyter/server/router.js";
import { labRoutes } from "../../../src/jupyter/server/routes/labRoutes.js";
import type { Store } from "../../../src/jupyter/server/store.js";
import type { FilesHost, Reply } from "./labHost.js";

export class StoreHost implements FilesHost {
  private readonly make: () => Store;
  private files: Store;
  private own: Store;
  private routes: Router;

  /** @param make a store without files */
  constructor(make: () => Store) {
    this.make = make;
    [this.files, this.own] = [make(), make()];
    this.routes = routesOver(this.files, this.own);
  }

  async begin(): Promise<void> {
    this.files = this.make();
    await this.again(true);
  }

  async again(forgets = false): Promise<void> {
    if (forgets) this.own = this.make();
    this.routes = routesOver(this.files, this.own);
  }

  async ask(method: string, address: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const [path, query] = address.split("?");
    const answer = await this.routes({
      method,
      path: path!.split("/").slice(1).map(decodeURIComponent),
      query: new URLSearchParams(query),
      headers,
      body: new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body)),
    });
    const text = typeof answer.body === "string" ? answer.body : new TextDecoder().decode(answer.body);
    const isJson = answer.headers["content-type"] === "application/json";
    return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  write(path: string, content: Uint8Array | string): Promise<void> {
    return this.files.write(path, content);
  }

  read(path: string): Promise<Uint8Array> {
    return this.files.read(path);
  }
}

function routesOver(files: Store, own: Store): Router {
  const parts = { unlisted: [], schemas: new Map(), languages: new Map(), lang: null, version: "1.2.3", username: "ada" };
  return router(labRoutes({ ...parts, files, own, kernels: { list: () => [] } as unknown as Kernels }));
}
