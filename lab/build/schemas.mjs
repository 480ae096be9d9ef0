/** The settings that packages bring: menus, shortcuts, toolbars, context menus and what users may change. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {{ name: string, folder: string }[]} packages all packages of the bundle
 * @returns {Record<string, object>} schemas by `<package>:<plugin>`
 */
export function schemas(packages) {
  const found = packages.flatMap(({ name, folder }) => schemasOf(name, folder));
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function schemasOf(name, folder) {
  const { jupyterlab } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const schemaFolder = join(folder, jupyterlab?.schemaDir ?? "");
  if (jupyterlab?.schemaDir === undefined || !existsSync(schemaFolder)) return [];
  return readdirSync(schemaFolder).filter((file) => file.endsWith(".json"))
    .map((file) => [`${name}:${file.slice(0, -".json".length)}`, JSON.parse(readFileSync(join(schemaFolder, file), "utf8"))]);
}
