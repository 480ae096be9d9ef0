import { INotebookShell } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { PathExt, URLExt } from "@jupyterlab/coreutils";
import { DocumentWidget } from "@jupyterlab/docregistry";
import { IDefaultFileBrowser } from "@jupyterlab/filebrowser";
import { ServerConnection } from "@jupyterlab/services";
import { ITranslator } from "@jupyterlab/translation";
import { downloadIcon } from "@jupyterlab/ui-components";
import { fileBlob } from "./drive";
import { giveFile } from "./giveFile";

/** Of the document that is open, and of what is chosen in the list of files: Jupyter's own names, by which menus find them. */
export const DOWNLOAD = "docmanager:download";
const DOWNLOAD_CHOSEN = "filebrowser:download";
/** Of everything. */
export const DOWNLOAD_ALL = "two-layer-net:download-all";

export const download: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:download",
  autoStart: true,
  requires: [ITranslator, INotebookShell],
  optional: [IDefaultFileBrowser],
  activate: (app, translator: ITranslator, shell: INotebookShell, browser: IDefaultFileBrowser | null) => {
    const trans = translator.load("jupyterlab");
    const { serverSettings } = app.serviceManager;
    const look = { label: trans.__("Download"), icon: downloadIcon.bindprops({ stylesheet: "menuItem" }) };
    app.commands.addCommand(DOWNLOAD, {
      ...look,
      isEnabled: () => shell.currentWidget instanceof DocumentWidget,
      execute: async () => {
        const { currentWidget } = shell;
        if (!(currentWidget instanceof DocumentWidget)) return;
        const { context } = currentWidget;
        giveFile(PathExt.basename(context.path), await asSaved(context, serverSettings));
      },
    });
    app.commands.addCommand(DOWNLOAD_CHOSEN, {
      ...look,
      execute: async () => {
        for (const { path, name, type } of browser?.selectedItems() ?? []) {
          if (type !== "directory") giveFile(name, await fileBlob(serverSettings, path));
        }
      },
    });
    app.commands.addCommand(DOWNLOAD_ALL, {
      label: translator.load("two_layer_net").__("Download all"),
      execute: async () => {
        const response = await ServerConnection.makeRequest(URLExt.join(serverSettings.baseUrl, "two-layer-net/all.zip"), {}, serverSettings);
        giveFile("two-layer-net.zip", await response.blob());
      },
    });
  },
};

/** What is on the screen, as saving would write it: it can be taken away where the browser has no room for it. */
async function asSaved({ model, path, contentsModel }: DocumentWidget["context"], settings: ServerConnection.ISettings): Promise<Blob> {
  if (contentsModel?.type !== "notebook") return new Blob([model.toString()]);
  const url = URLExt.join(settings.baseUrl, "files", URLExt.encodeParts(path));
  const response = await ServerConnection.makeRequest(url, { method: "POST", body: JSON.stringify({ content: model.toJSON() }) }, settings);
  if (!response.ok) throw await ServerConnection.ResponseError.create(response);
  return response.blob();
}
