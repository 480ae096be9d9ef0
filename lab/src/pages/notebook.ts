import * as notebookParts from "@jupyter-notebook/notebook-extension";
import * as cellToolbar from "@jupyterlab/cell-toolbar-extension";
import * as notebook from "@jupyterlab/notebook-extension";
import * as contents from "@jupyterlab/toc-extension";
import * as tooltip from "@jupyterlab/tooltip-extension";
import { cellExecutor } from "../notebook/cellExecutor";
import { fetchForFirstCells } from "../notebook/firstCells";
import { resume } from "../notebook/resume";
import { session } from "../notebook/session";
import { all, allBut, only, type Plugin } from "../pluginChoice";

/** A notebook: cells, completion, signatures, search, table of contents. */
export function notebookPlugins(): readonly Plugin[] {
  fetchForFirstCells();
  return [
    ...allBut(notebookParts, "kernel-logo", "notebook-tools", "edit-notebook-metadata", "trusted"),
    ...only(notebook, "factory", "tracker", "widget-factory", "completer", "copy-output", "search", "toc"),
    ...all(cellToolbar),
    ...only(contents, "registry", "tracker"),
    ...only(tooltip, "manager", "notebooks"),
    cellExecutor, session, resume,
  ];
}
