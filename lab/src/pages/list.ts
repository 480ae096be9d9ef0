import * as notebookParts from "@jupyter-notebook/notebook-extension";
import * as tree from "@jupyter-notebook/tree-extension";
import * as application from "@jupyterlab/application-extension";
import * as cellToolbar from "@jupyterlab/cell-toolbar-extension";
import * as fileBrowser from "@jupyterlab/filebrowser-extension";
import * as notebook from "@jupyterlab/notebook-extension";
import * as running from "@jupyterlab/running-extension";
import { list } from "../list/list";
import { all, allBut, only, type Plugin } from "../pluginChoice";

/** The list: notebooks, files, running kernels. */
export function listPlugins(): readonly Plugin[] {
  return [
    ...only(application, "commands"),
    ...only(notebookParts, "open-tree-tab"),
    ...only(notebook, "cell-executor", "factory", "tracker", "widget-factory"),
    ...all(cellToolbar),
    ...only(fileBrowser, "browser", "create-new-language-file", "download", "file-upload-status", "open-with", "settings"),
    ...allBut(tree, "load-plugins"),
    ...only(running, "plugin"),
    list,
  ];
}
