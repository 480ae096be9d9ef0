import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { SettingConnector } from "@jupyterlab/apputils-extension/lib/settingconnector";
import { ISettingRegistry, type ISchemaValidator } from "@jupyterlab/settingregistry";
import type { PartialJSONObject } from "@lumino/coreutils";
import json5 from "json5";
import { changeDefaults } from "./changedDefaults";
import { fillDefaults } from "./fillDefaults";
import { OrderedSettings } from "./orderedSettings";

/** Jupyter's own validator compiles schemas with `eval`, which the page forbids. This one fills in defaults. */
const validator: ISchemaValidator = {
  validateData(plugin, populate = true) {
    let user: PartialJSONObject;
    try {
      user = json5.parse(plugin.raw || "{}") as PartialJSONObject;
    } catch (error) {
      return [{ instancePath: "", keyword: "syntax", schemaPath: "", message: String(error) }];
    }
    if (populate) {
      const composite = fillDefaults(plugin.schema as never, JSON.parse(JSON.stringify(user))) as PartialJSONObject;
      plugin.data = { composite, user };
    }
    return null;
  },
};

/** Menus, shortcuts, toolbars and what users chose, as the server keeps it. */
export const settings: JupyterFrontEndPlugin<ISettingRegistry> = {
  id: "@two-layer-net/lab:settings",
  autoStart: true,
  provides: ISettingRegistry,
  activate: async (app: JupyterFrontEnd) => {
    const connector = new SettingConnector(app.serviceManager.settings as never);
    const { values } = await connector.list("active");
    const plugins = values.filter(({ id }) => app.hasPlugin(id)).map(changeDefaults);
    return new OrderedSettings({ connector, plugins, validator });
  },
};
