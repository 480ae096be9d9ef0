import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { Dialog, showDialog } from "@jupyterlab/apputils";
import { PageConfig } from "@jupyterlab/coreutils";
import { IMainMenu } from "@jupyterlab/mainmenu";
import { ITranslator } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";

const ABOUT = "two-layer-net:about";
const LICENCES = "two-layer-net:licences";

/** The Help menu: what this is, and the licences of what it is made of. Shortcuts stand there already. */
export const help: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:help",
  autoStart: true,
  requires: [ITranslator],
  optional: [IMainMenu],
  activate: ({ commands }, translator: ITranslator, menu: IMainMenu | null) => {
    const trans = translator.load("two_layer_net");
    commands.addCommand(ABOUT, {
      label: trans.__("About two-layer-net"),
      execute: () => {
        const body = new Widget();
        body.node.textContent = trans.__("Notebooks on Node alone. This page is made of packages of Jupyter Notebook 7; Jupyter is a trademark of LF Charities, and this is not its product.");
        return showDialog({ title: "two-layer-net", body, buttons: [Dialog.okButton({ label: trans.__("Close") })] });
      },
    });
    commands.addCommand(LICENCES, {
      label: trans.__("Licences"),
      execute: () => void window.open(`${PageConfig.getBaseUrl()}static/LICENSES.txt`, "_blank", "noopener"),
    });
    menu?.helpMenu.addGroup([{ command: ABOUT }, { command: LICENCES }], 20);
  },
};
