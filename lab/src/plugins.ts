/** Which plugins make which page: those of Notebook 7, without what the course does not use, and ours. */
import * as notebookApplication from "@jupyter-notebook/application-extension";
import * as notebookDocuments from "@jupyter-notebook/docmanager-extension";
import * as application from "@jupyterlab/application-extension";
import * as apputils from "@jupyterlab/apputils-extension";
import * as codemirror from "@jupyterlab/codemirror-extension";
import * as completer from "@jupyterlab/completer-extension";
import * as documents from "@jupyterlab/docmanager-extension";
import * as documentSearch from "@jupyterlab/documentsearch-extension";
import * as fileBrowser from "@jupyterlab/filebrowser-extension";
import * as fileEditor from "@jupyterlab/fileeditor-extension";
import * as imageViewer from "@jupyterlab/imageviewer-extension";
import * as mainMenu from "@jupyterlab/mainmenu-extension";
import * as services from "@jupyterlab/services-extension";
import * as shortcuts from "@jupyterlab/shortcuts-extension";
import * as darkTheme from "@jupyterlab/theme-dark-extension";
import * as lightTheme from "@jupyterlab/theme-light-extension";
import * as translation from "@jupyterlab/translation-extension";
import * as components from "@jupyterlab/ui-components-extension";
import { controlNames } from "./controlNames";
import { handIn } from "./handIn/handIn";
import { isSite } from "./host/addresses";
import type { Images } from "./host/images";
import { help } from "./help";
import { logo } from "./logo";
import { all, allBut, only, type Plugin } from "./pluginChoice";
import { markdown } from "./render/markdown";
import { math } from "./render/math";
import { picture } from "./render/picture";
import { play } from "./render/play";
import { figures } from "./render/plotly";
import { sanitised } from "./render/sanitised";
import { search } from "./search";
import { settings } from "./settings/settings";

/**
 * @param page "tree" for the list, "notebooks" or "edit"
 * @param images where the page itself has them
 */
export async function pluginsOf(page: string, images?: Images): Promise<readonly Plugin[]> {
  const plugins = [...everyPage(), ...(await pagePlugins(page))];
  if (!isSite()) return plugins;
  const { sitePlugins } = await import("./site/plugins");
  const replaced = ["services-extension:default-drive", "application-extension:path-opener", "application-extension:router",
    "docmanager-extension:download", "filebrowser-extension:download"];
  return [...plugins.filter(({ id }) => !replaced.some((name) => id.endsWith(name))), ...sitePlugins(page, images)];
}

function everyPage(): readonly Plugin[] {
  return [
    ...allBut(services, "server-settings", "terminal-manager"),
    ...allBut(notebookApplication, "logo"),
    ...all(notebookDocuments),
    ...only(application, "context-menu", "faviconbusy", "router", "top-bar"),
    ...only(apputils, "kernels-settings", "palette", "notification", "sanitizer", "sessionDialogs", "state", "themes",
      "themes-palette-menu", "toolbar-registry", "utilityCommands"),
    ...all(codemirror),
    ...only(completer, "base-service", "manager"),
    ...only(documents, "plugin", "download", "contexts", "manager"),
    ...only(documentSearch, "plugin"),
    ...only(fileBrowser, "factory", "default-file-browser"),
    ...only(fileEditor, "plugin", "widget-factory"),
    ...all(imageViewer),
    ...only(mainMenu, "plugin"),
    ...all(shortcuts),
    ...all(lightTheme),
    ...all(darkTheme),
    ...all(translation),
    ...all(components),
    settings, logo, help, controlNames, handIn, search, math, markdown, sanitised, picture, figures, play,
  ];
}

/** What one kind of page needs besides is loaded by that page alone. */
async function pagePlugins(page: string): Promise<readonly Plugin[]> {
  switch (page) {
    case "notebooks": return (await import("./pages/notebook")).notebookPlugins();
    case "edit": return (await import("./pages/edit")).editPlugins();
    default: return (await import("./pages/list")).listPlugins();
  }
}
