import { type ISettingRegistry, SettingRegistry } from "@jupyterlab/settingregistry";
import { PromiseDelegate } from "@lumino/coreutils";

const SHORTCUTS = "@jupyterlab/shortcuts-extension:shortcuts";

/**
 * Loads the shortcuts before menus and toolbars: the list of shortcuts looks at itself whenever one of those comes in,
 * and fails where it is not there yet.
 */
export class OrderedSettings extends SettingRegistry {
  private readonly shortcutsLoaded = new PromiseDelegate<void>();
  private readonly late: ReadonlySet<string>;

  constructor(options: SettingRegistry.IOptions) {
    super(options);
    this.late = new Set((options.plugins ?? []).filter(({ schema }) => schema["jupyter.lab.transform"]).map(({ id }) => id));
  }

  override async load(plugin: string, forceTransform = false): Promise<ISettingRegistry.ISettings> {
    if (plugin !== SHORTCUTS && this.late.has(plugin)) await this.shortcutsLoaded.promise;
    try {
      return await super.load(plugin, forceTransform);
    } finally {
      if (plugin === SHORTCUTS) this.shortcutsLoaded.resolve();
    }
  }
}
