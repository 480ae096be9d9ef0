import { INotebookShell } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ISearchProviderRegistry } from "@jupyterlab/documentsearch";

/** Ctrl+F works in what carries this class. */
const SEARCHABLE = "jp-mod-searchable";

/** Marks the document of the page as one to search in, where something can. */
export const search: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:search",
  autoStart: true,
  requires: [INotebookShell, ISearchProviderRegistry],
  activate: (_, shell: INotebookShell, registry: ISearchProviderRegistry) => {
    const mark = () => {
      const { currentWidget } = shell;
      currentWidget?.toggleClass(SEARCHABLE, registry.hasProvider(currentWidget));
    };
    registry.changed.connect(mark);
    shell.currentChanged.connect(mark);
    mark();
  },
};
