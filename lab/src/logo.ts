import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ITranslator } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { pageAddress } from "./host/addresses";

/** The project's name at the top left, which leads to the list. */
export const logo: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:logo",
  autoStart: true,
  requires: [ITranslator],
  activate: (app, translator: ITranslator) => {
    const link = document.createElement("a");
    link.href = pageAddress("tree");
    link.textContent = "two-layer-net";
    link.title = translator.load("two_layer_net").__("All notebooks");
    const widget = new Widget({ node: link });
    widget.id = "tln-Logo";
    app.shell.add(widget, "top", { rank: 0 });
  },
};
