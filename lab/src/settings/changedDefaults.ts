import type { ISettingRegistry } from "@jupyterlab/settingregistry";
import type { PartialJSONValue } from "@lumino/coreutils";

/** Where the lab starts from something else than Jupyter does. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, PartialJSONValue>>>> = {
  // The first completion of a kernel waits until TypeScript has read the libraries; in milliseconds.
  "@jupyterlab/completer-extension:manager": { providerTimeout: 20_000 },
  // What is lost when a machine goes down: half a minute of writing.
  "@jupyterlab/docmanager-extension:plugin": { autosaveInterval: 30 },
  // The line that a message names is the line beside the code.
  "@jupyterlab/notebook-extension:tracker": { codeCellConfig: { lineNumbers: true, lineWrap: false } },
};

/**
 * Commands that need what is not here (consoles, a debugger, the settings form, JupyterLab itself, a share link).
 * Their entries leave the menus and the toolbars.
 */
const UNUSED_COMMANDS = new Set([
  "application:close",
  "application:open-lab",
  "debugger:show-panel",
  "debugger:toggle-panel",
  "docmanager:clone",
  "filebrowser:open-url",
  "filebrowser:share-main",
  "filemenu:create-console",
  "filemenu:logout",
  "notebook:create-console",
  "notebook:run-in-console",
  // All outputs are sanitised: trust changes nothing.
  "notebook:trust",
  "settingeditor:open",
  "toc:show-panel",
]);

/** Entries that another package has in the same menu. */
const TWICE: Readonly<Record<string, string>> = { "@jupyterlab/mainmenu-extension:plugin": "filemenu:close-and-cleanup" };

interface MenuItem {
  readonly command?: string;
  readonly items?: MenuItem[];
  readonly submenu?: { items?: MenuItem[] };
}

/** A plugin's settings with our defaults, and without entries for what is not here. */
export function changeDefaults(plugin: ISettingRegistry.IPlugin): ISettingRegistry.IPlugin {
  const { schema } = plugin;
  for (const [name, value] of Object.entries(DEFAULTS[plugin.id] ?? {})) {
    const property = schema.properties?.[name];
    if (property === undefined) throw new Error(`changeDefaults: expected ${plugin.id} to have a setting ${name}, got none`);
    property.default = value;
  }
  const menus = schema["jupyter.lab.menus"];
  const isUnused = (command: string | undefined) => command !== undefined && (UNUSED_COMMANDS.has(command) || TWICE[plugin.id] === command);
  if (menus?.main) remove(menus.main as MenuItem[], isUnused);
  if (menus?.context) menus.context = menus.context.filter(({ command }) => !isUnused(command));
  return plugin;
}

function remove(menus: readonly MenuItem[], isUnused: (command: string | undefined) => boolean): void {
  for (const menu of menus) {
    const items = menu.items ?? menu.submenu?.items;
    if (items === undefined) continue;
    const kept = items.filter(({ command }) => !isUnused(command));
    items.splice(0, items.length, ...kept);
    remove(items, isUnused);
  }
}
