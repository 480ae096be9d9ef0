import { INotebookShell } from "@jupyter-notebook/application";
import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { Dialog, ICommandPalette, InputDialog, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import { PageConfig } from "@jupyterlab/coreutils";
import { DocumentWidget } from "@jupyterlab/docregistry";
import { IMainMenu } from "@jupyterlab/mainmenu";
import { ITranslator, type TranslationBundle } from "@jupyterlab/translation";
import { isSite } from "../host/addresses";
import { type HandInResult, type HandInWish, makeHandIn } from "./makeHandIn";
import { Report } from "./report";

const COMMAND = "two-layer-net:hand-in";

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
      execute: async () => {
        const asked = await askHow(trans);
        if (asked === undefined) return;
        try {
          await saveOpen(shell);
          const result = await makeHandIn(app.serviceManager.serverSettings, asked, trans);
          await showDialog({ title: titleOf(result, trans), body: new Report(result, app.serviceManager.serverSettings, trans), buttons: [Dialog.okButton({ label: trans.__("Close") })] });
        } catch (error) {
          await showErrorMessage(trans.__("Handing in failed"), error as Error);
        }
      },
    });
    menu?.fileMenu.addGroup([{ command: COMMAND }], 6);
    palette?.addItem({ command: COMMAND, category: trans.__("Notebook Operations") });
  },
};

/** Whose it is and whether to run all notebooks first; undefined for not at all. */
async function askHow(trans: TranslationBundle): Promise<HandInWish | undefined> {
  const okLabel = trans.__("Make");
  const title = trans.__("Hand in");
  // A page without a server knows no name, and hands in what was run in it.
  if (isSite()) {
    const label = trans.__("Collects your answers and code, with the outputs of the cells that you ran here, into one archive to hand in, and says what is missing. There is no PDF. Your name:");
    const { button, value } = await InputDialog.getText({ title, label, okLabel });
    return button.accept ? { name: value ?? null, run: false } : undefined;
  }
  const { button, isChecked } = await showDialog({
    title,
    body: trans.__("Collects your answers, figures and code into one page and one archive, and says what is missing."),
    checkbox: { label: trans.__("Run all notebooks first, which takes minutes"), checked: true },
    buttons: [Dialog.cancelButton({ label: trans.__("Cancel") }), Dialog.okButton({ label: okLabel })],
  });
  return button.accept ? { name: null, run: isChecked === true } : undefined;
}

/** What is open is handed in as it is on the screen. */
async function saveOpen({ currentWidget }: INotebookShell): Promise<void> {
  if (currentWidget instanceof DocumentWidget && currentWidget.context.model.dirty) await currentWidget.context.save();
}

function titleOf({ ok, warnings }: HandInResult, trans: TranslationBundle): string {
  if (!ok) return trans.__("Handing in failed");
  return warnings.length > 0 ? trans.__("Made, but something is missing") : trans.__("Ready to hand in");
}
