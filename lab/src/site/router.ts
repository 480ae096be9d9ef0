import { IRouter, JupyterFrontEnd, type JupyterFrontEndPlugin, Router } from "@jupyterlab/application";
import { URLExt } from "@jupyterlab/coreutils";
import { pageAddress } from "../host/addresses";

/** Reads and writes addresses such as `notebooks/?path=ko/tuning.ipynb` as if they were `notebooks/ko/tuning.ipynb`. */
class QueryRouter extends Router {
  override get current(): IRouter.ILocation {
    const { pathname, search: query, hash } = window.location;
    const words = new URLSearchParams(query);
    const view = pathname.slice(this.base.length).split("/")[0] || "tree";
    const path = `/${view}/${URLExt.encodeParts(words.get("path") ?? "")}`;
    words.delete("path");
    const search = words.size === 0 ? "" : `?${words}`;
    return { path, search, hash, request: path + search + hash };
  }

  override navigate(path: string, options: IRouter.INavOptions = {}): void {
    const [view = "tree", ...file] = path.replace(this.base, "/").split("/").slice(1);
    const { pathname, search } = new URL(pageAddress(view, decodeURIComponent(file.join("/"))));
    super.navigate(pathname + search, options);
  }
}

export const router: JupyterFrontEndPlugin<IRouter> = {
  id: "@two-layer-net/lab:router",
  autoStart: true,
  requires: [JupyterFrontEnd.IPaths],
  provides: IRouter,
  activate: ({ commands, started }, { urls }: JupyterFrontEnd.IPaths) => {
    const routing = new QueryRouter({ base: urls.base, commands });
    void started.then(() => {
      void routing.route();
      window.addEventListener("popstate", () => void routing.route());
    });
    return routing;
  },
};
