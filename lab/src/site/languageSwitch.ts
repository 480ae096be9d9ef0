import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { PageConfig } from "@jupyterlab/coreutils";
import { ITranslator } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { alwaysShown } from "./alwaysShown";

const NAMES: Readonly<Record<string, string>> = { en: "English", ko: "한국어" };

/** Leads to the same list in the other language; the page that opens remembers it. */
export const languageSwitch: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:language-switch",
  autoStart: true,
  requires: [ITranslator],
  activate: ({ shell }, translator: ITranslator) => {
    const choice = document.createElement("nav");
    choice.setAttribute("aria-label", translator.load("two_layer_net").__("Language"));
    for (const [code, name] of Object.entries(NAMES)) {
      const link = document.createElement("a");
      link.textContent = name;
      link.lang = code;
      link.href = `${PageConfig.getBaseUrl()}?lang=${code}`;
      if (PageConfig.getOption("lang") === code) link.setAttribute("aria-current", "true");
      choice.append(link);
    }
    const widget = new Widget({ node: choice });
    widget.id = "tln-Languages";
    alwaysShown(shell, widget, 900);
  },
};
