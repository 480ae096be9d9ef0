import { INotebookShell } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { Dialog, ICommandPalette, Notification, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import { PageConfig } from "@jupyterlab/coreutils";
import { DocumentWidget } from "@jupyterlab/docregistry";
import { IMainMenu } from "@jupyterlab/mainmenu";
import { ITranslator, type TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { askServer } from "./host/askServer";

const COMMAND = "two-layer-net:hand-in";

interface HandIn {
  readonly ok: boolean;
  readonly text: string;
  readonly warnings: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** "Hand in..." in the File menu: makes the submission and shows what is missing. */
export const handIn: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:hand-in",
  autoStart: true,
  requires: [ITranslator, INotebookShell],
  optional: [IMainMenu, ICommandPalette],
  activate: (app, translator: ITranslator, shell: INotebookShell, menu: IMainMenu | null, palette: ICommandPalette | null) => {
    if (PageConfig.getOption("handIn") !== "true") return;
    const trans = translator.load("two_layer_net");
    app.commands.addCommand(COMMAND, {
      label: trans.__("Hand in…"),
      caption: trans.__("Runs nothing: collects answers, figures and code as they are saved"),
      execute: async () => {
        const { currentWidget } = shell;
        const note = Notification.emit(trans.__("Making the submission…"), "in-progress", { autoClose: false });
        try {
          if (currentWidget instanceof DocumentWidget && currentWidget.context.model.dirty) await currentWidget.context.save();
          const settings = app.serviceManager.serverSettings;
          const body = JSON.stringify({ name: null, lang: PageConfig.getOption("lang") || "en" });
          const result = await askServer<HandIn>(settings, "two-layer-net/hand-in", { method: "POST", body });
          Notification.dismiss(note);
          await showDialog({
            title: titleOf(result, trans),
            body: new Report(result, trans),
            buttons: [Dialog.okButton({ label: trans.__("Close") })],
          });
        } catch (error) {
          Notification.dismiss(note);
          await showErrorMessage(trans.__("Handing in failed"), error as Error);
        }
      },
    });
    menu?.fileMenu.addGroup([{ command: COMMAND }], 6);
    palette?.addItem({ command: COMMAND, category: trans.__("Notebook Operations") });
  },
};

function titleOf({ ok, warnings }: HandIn, trans: TranslationBundle): string {
  if (!ok) return trans.__("Handing in failed");
  return warnings.length > 0 ? trans.__("Made, but something is missing") : trans.__("Ready to hand in");
}

/** What the command says, and links to the files it made. */
class Report extends Widget {
  constructor({ text, files }: HandIn, trans: TranslationBundle) {
    super();
    this.addClass("tln-HandIn");
    const said = document.createElement("pre");
    said.textContent = text;
    said.tabIndex = 0;
    const list = document.createElement("ul");
    list.append(...files.map(({ name, size }) => {
      const link = document.createElement("a");
      link.href = `${PageConfig.getBaseUrl()}two-layer-net/hand-in/${encodeURIComponent(name)}`;
      link.download = name;
      link.textContent = trans.__("Download %1 (%2 kB)", name, Math.ceil(size / 1000));
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    this.node.append(said, list);
  }
}
