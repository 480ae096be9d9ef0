import { INotebookPathOpener } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { PageConfig } from "@jupyterlab/coreutils";
import { pageAddress } from "../host/addresses";

/** Opens files in tabs of their own. */
export const pathOpener: JupyterFrontEndPlugin<INotebookPathOpener> = {
  id: "@two-layer-net/lab:path-opener",
  autoStart: true,
  provides: INotebookPathOpener,
  activate: () => ({
    open: ({ prefix, path = "", searchParams, target, features }) => {
      const asked = prefix.slice(PageConfig.getBaseUrl().length).split("/")[0] || "tree";
      // Jupyter's server leads from the tree to what shows a notebook.
      const view = asked === "tree" && path.endsWith(".ipynb") ? "notebooks" : asked;
      const address = new URL(pageAddress(view, path));
      for (const [name, value] of searchParams ?? []) address.searchParams.set(name, value);
      return window.open(address, target, features);
    },
  }),
};
