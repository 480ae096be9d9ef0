/** As much of a plugin as choosing needs. */
export interface Plugin {
  readonly id: string;
}

interface PluginModule {
  readonly default: Plugin | readonly Plugin[];
}

/** All plugins of a package. */
export function all(module: unknown): readonly Plugin[] {
  return [(module as PluginModule).default].flat() as readonly Plugin[];
}

/**
 * The plugins of a package that end with the given names, as in "@jupyterlab/toc-extension:registry".
 *
 * @throws {Error} if there is none of a name: an update renamed it
 */
export function only(module: unknown, ...names: readonly string[]): readonly Plugin[] {
  const plugins = all(module);
  return names.map((name) => {
    const found = plugins.find(({ id }) => id.endsWith(`:${name}`));
    if (found === undefined) throw new Error(`only: expected a plugin ${name}, got ${plugins.map(({ id }) => id).join(", ")}`);
    return found;
  });
}

/** All plugins of a package but those that end with the given names. */
export function allBut(module: unknown, ...names: readonly string[]): readonly Plugin[] {
  const left = new Set(only(module, ...names));
  return all(module).filter((plugin) => !left.has(plugin));
}
