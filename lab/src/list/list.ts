import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { INotebookTree } from "@jupyter-notebook/tree";
import { PageConfig } from "@jupyterlab/coreutils";
import { ITranslator } from "@jupyterlab/translation";
import { Token } from "@lumino/coreutils";
import { askServer } from "../host/askServer";
import type { Entries } from "./entries";
import { ListPanel } from "./listPanel";

/** What stands above the list. */
export const IListHead = new Token<HTMLElement>("@two-layer-net/lab:IListHead");

/** The first tab of the list page: notebooks in reading order, before files and running kernels. */
export const list: JupyterFrontEndPlugin<HTMLElement> = {
  id: "@two-layer-net/lab:list",
  autoStart: true,
  requires: [INotebookTree, ITranslator],
  provides: IListHead,
  activate: (app, tree: INotebookTree, translator: ITranslator) => {
    const { serverSettings, sessions } = app.serviceManager;
    const lang = PageConfig.getOption("lang");
    const path = lang === "" ? "two-layer-net/notebooks" : `two-layer-net/notebooks?lang=${encodeURIComponent(lang)}`;
    const running = () => new Set([...sessions.running()].map((session) => session.path));
    const panel = new ListPanel(() => askServer<Entries>(serverSettings, path), running, translator.load("two_layer_net"));
    tree.insertWidget(0, panel);
    // A folder that the address names is shown in the tab of files.
    if (PageConfig.getOption("treePath") === "") tree.currentWidget = panel;
    sessions.runningChanged.connect(() => void panel.refresh());
    // Answers are written in other tabs of the browser.
    window.addEventListener("focus", () => { if (panel.isVisible) void panel.refresh(); });
    void panel.refresh();
    return panel.head;
  },
};
