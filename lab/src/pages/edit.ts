import * as notebookParts from "@jupyter-notebook/notebook-extension";
import * as fileEditor from "@jupyterlab/fileeditor-extension";
import * as markdownViewer from "@jupyterlab/markdownviewer-extension";
import * as notebook from "@jupyterlab/notebook-extension";
import { all, only, type Plugin } from "../pluginChoice";

/** A text file beside the notebooks. */
export function editPlugins(): readonly Plugin[] {
  return [
    ...only(notebookParts, "open-tree-tab"),
    ...only(notebook, "cell-executor", "factory", "tracker", "widget-factory"),
    ...only(fileEditor, "completer", "search"),
    ...all(markdownViewer),
  ];
}
