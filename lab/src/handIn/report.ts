import { PageConfig, URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { giveFile } from "../site/giveFile";
import { isSite } from "../host/addresses";
import type { HandInResult } from "./makeHandIn";

/** What the command says, and links to the files it made. */
export class Report extends Widget {
  constructor({ text, files }: HandInResult, settings: ServerConnection.ISettings, trans: TranslationBundle) {
    super();
    this.addClass("tln-HandIn");
    const said = document.createElement("pre");
    said.textContent = text;
    said.tabIndex = 0;
    const list = document.createElement("ul");
    list.append(...files.map(({ name, size }) => {
      const link = document.createElement("a");
      link.href = URLExt.join(PageConfig.getBaseUrl(), "two-layer-net/hand-in", encodeURIComponent(name));
      link.download = name;
      link.textContent = trans.__("Download %1 (%2 kB)", name, Math.ceil(size / 1000));
      if (isSite()) link.onclick = (event) => {
        event.preventDefault();
        void ServerConnection.makeRequest(link.href, {}, settings).then(async (response) => giveFile(name, await response.blob()));
      };
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    this.node.append(said, list);
  }
}
