import { NotebookApp } from "@jupyter-notebook/application";
import { PageConfig } from "@jupyterlab/coreutils";
import { IServiceManager } from "@jupyterlab/services";
import { PluginRegistry } from "@lumino/coreutils";
import { type Host, serverSettingsPlugin } from "./host/serverSettings";
import { pluginsOf } from "./plugins";
import { replacePluralRules } from "./plurals";
import "./style";

/** Builds the page that the address asks for (the list, a notebook, a text file) and starts it. */
export async function startLab(host: Host): Promise<void> {
  replacePluralRules();
  const page = PageConfig.getOption("notebookPage");
  const plugins = await pluginsOf(page, host.images);
  const pluginRegistry = new PluginRegistry<NotebookApp>();
  pluginRegistry.registerPlugins([serverSettingsPlugin(host), ...plugins] as never[]);
  const serviceManager = await pluginRegistry.resolveRequiredService(IServiceManager);
  const app = new NotebookApp({ pluginRegistry, serviceManager, availablePlugins: [] } as never);
  if (PageConfig.getOption("exposeAppInBrowser") === "true") Object.assign(window, { jupyterapp: app });
  await app.start();
}
